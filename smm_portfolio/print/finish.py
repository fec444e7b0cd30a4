"""Repairs on the finished PDF tree that make WeasyPrint's output pass PDF/UA-1.

WeasyPrint calls the finisher with its pydyf document just before writing. Each repair names the rule of ISO 14289-1 (as
veraPDF counts them) that the output breaks without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from smm_portfolio.problems import Problem

Finisher = Callable[[Any, Any], None]


def finisher(source: str, problems: list[Problem]) -> Finisher:
    """A finisher for one document.

    Args:
        source: the content file of the document.
        problems: what cannot be repaired is added here.
    """

    def finish(document: Any, pdf: Any) -> None:
        tree = _Tree(pdf)
        for element in tree.elements():
            _link_role(tree, element)
            _list_body(tree, element)
            _header_scope(tree, element)
            _decoration(element)
        fields = list(tree.widgets())
        for field in fields:
            _rect(field)
            _check_box_off(tree, field)
            _empty_text(tree, field)
            _label(field, source, problems)
        _appearances(pdf, fields)

    return finish


class _Tree:
    """The objects of a pydyf document by their references."""

    def __init__(self, pdf: Any) -> None:
        import pydyf

        self.pydyf = pydyf
        self.pdf = pdf
        self._by_number = {item.number: item for item in pdf.objects}

    def get(self, reference: Any) -> Any:
        """The dictionary behind ``12 0 R``, or None."""
        if not isinstance(reference, bytes | str):
            return None
        words = reference.split()
        if len(words) != 3 or words[2] not in (b"R", "R"):
            return None
        found = self._by_number.get(int(words[0]))
        return found if isinstance(found, dict) else None

    def add(self, item: Any) -> Any:
        """Add an object to the file; returns its reference."""
        self.pdf.add_object(item)
        self._by_number[item.number] = item
        return item.reference

    def elements(self) -> Iterator[Any]:
        """Structure elements."""
        return (o for o in list(self.pdf.objects) if isinstance(o, dict) and o.get("Type") == "/StructElem")

    def widgets(self) -> Iterator[Any]:
        """Form field widgets."""
        return (o for o in list(self.pdf.objects) if isinstance(o, dict) and o.get("Subtype") == "/Widget")


def _link_role(tree: _Tree, element: Any) -> None:
    """7.18.5: the element that holds a link annotation is a Link, also where a child was inline markup."""
    for kid in element.get("K") or ():
        holder = tree.get(kid)
        if holder is None or holder.get("Type") != "/OBJR":
            continue
        annotation = tree.get(holder["Obj"])
        if annotation is not None and annotation.get("Subtype") == "/Link":
            element["S"] = "/Link"


def _list_body(tree: _Tree, element: Any) -> None:
    """7.2: a list item holds labels and bodies only; loose content moves into a body."""
    if element["S"] != "/LI":
        return
    kids = list(element.get("K") or ())
    roles = [(tree.get(kid) or {}).get("S") for kid in kids]
    loose = [kid for kid, role in zip(kids, roles, strict=True) if role not in ("/Lbl", "/LBody")]
    if not loose:
        return
    bodies = [kid for kid, role in zip(kids, roles, strict=True) if role == "/LBody"]
    body_ref = bodies[0] if bodies else _new_body(tree, element)
    body = tree.get(body_ref)
    for kid in loose:
        body["K"].append(kid)
        child = tree.get(kid)
        if child is not None and child.get("Type") == "/StructElem":
            child["P"] = body.reference
    kept = [kid for kid in kids if kid not in loose and kid != body_ref]
    element["K"] = tree.pydyf.Array([*kept, body.reference])


def _new_body(tree: _Tree, item: Any) -> Any:
    body = tree.pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": tree.pydyf.Array([]), "P": item.reference})
    if "Pg" in item:
        body["Pg"] = item["Pg"]
    return tree.add(body)


def _header_scope(tree: _Tree, element: Any) -> None:
    """7.5: a header cell says what it heads; WeasyPrint never writes that."""
    if element["S"] != "/TH":
        return
    row = tree.get(element["P"])
    section = tree.get(row["P"]) if row is not None else None
    element.setdefault("A", tree.pydyf.Dictionary({"O": "/Table"}))
    element["A"]["Scope"] = "/Row" if section is not None and section.get("S") == "/TBody" else "/Column"


def _decoration(element: Any) -> None:
    """7.3: a picture without alternative text is decoration and says nothing."""
    if element["S"] == "/Figure" and "Alt" not in element:
        import pydyf

        element["ActualText"] = pydyf.String("")


def _rect(field: Any) -> None:
    """Lower left corner first (ISO 32000-1, 7.9.5); WeasyPrint writes the upper one."""
    import pydyf

    x0, y0, x1, y1 = field["Rect"]
    field["Rect"] = pydyf.Array([min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)])


def _box(field: Any) -> list[float]:
    x0, y0, x1, y1 = field["Rect"]
    return [0, 0, x1 - x0, y1 - y0]


def _form(tree: _Tree, field: Any, commands: list[bytes]) -> Any:
    extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": tree.pydyf.Array(_box(field))}
    return tree.add(tree.pydyf.Stream(commands, extra))


def _check_box_off(tree: _Tree, field: Any) -> None:
    """Every state of a check box has an appearance; WeasyPrint writes only ``/on``."""
    if field.get("FT") == "/Btn" and "AP" in field and "Off" not in field["AP"]["N"]:
        field["AP"]["N"]["Off"] = _form(tree, field, [])


def _empty_text(tree: _Tree, field: Any) -> None:
    """An empty text field has an empty appearance, so that no viewer must make one up."""
    if field.get("FT") == "/Tx" and "AP" not in field and not _string(field.get("V")):
        field["AP"] = tree.pydyf.Dictionary({"N": _form(tree, field, [b"/Tx BMC", b"EMC"])})


def _appearances(pdf: Any, fields: list[Any]) -> None:
    """Viewers need not draw fields themselves when every field has its appearance."""
    form = pdf.catalog.get("AcroForm")
    if form is not None and all("AP" in field for field in fields):
        form["NeedAppearances"] = "false"


def _label(field: Any, source: str, problems: list[Problem]) -> None:
    """7.18.1: what a screen reader says differs from the technical name; a checker cannot see that, we can."""
    name, label = _string(field.get("T")), _string(field.get("TU"))
    if not label.strip() or label == name:
        problems.append(
            Problem(
                "SMM095",
                f"the form field {name} has no label of its own",
                "Give the input a title that says what to fill in.",
                source,
            )
        )


def _string(value: Any) -> str:
    text = getattr(value, "string", value)
    if text is None:
        return ""
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
