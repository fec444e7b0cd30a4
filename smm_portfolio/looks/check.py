"""Which colours of a look can be read on which, after WCAG 2.2 AA."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smm_portfolio.looks import colour
from smm_portfolio.looks.look import Look
from smm_portfolio.looks.resolve import followed
from smm_portfolio.problems import Problem, Severity

TEXT = 4.5
"""Smallest ratio of text (success criterion 1.4.3)."""
GRAPHIC = 3.0
"""Smallest ratio of large text, controls and meaningful graphics (1.4.3, 1.4.11)."""

_WEB: tuple[tuple[float, str, tuple[str, ...]], ...] = (
    (TEXT, "ink", ("bg", "surface", "we")),
    (TEXT, "ink-2", ("bg", "surface")),
    (TEXT, "lede", ("bg",)),
    (TEXT, "accent", ("bg", "surface")),
    (TEXT, "good", ("bg", "surface")),
    (TEXT, "warn", ("bg", "surface")),
    (TEXT, "bad", ("bg", "surface")),
    (TEXT, "kind", ("bg", "surface")),
    (TEXT, "delta", ("bg", "tile-bg")),
    (TEXT, "data-1t", ("bg", "surface")),
    (TEXT, "n0", ("bg", "tile-bg")),
    (TEXT, "on-field", ("field",)),
    (TEXT, "btn-ink", ("btn-bg",)),
    (TEXT, "lead-ink", ("lead-bg",)),
    (TEXT, "case-ink", ("case-bg",)),
    (TEXT, "facts-ink", ("facts-bg",)),
    (TEXT, "facts-dt", ("facts-bg",)),
    (TEXT, "next-ink", ("next-bg",)),
    (TEXT, "task-ink", ("task-bg",)),
    (TEXT, "ava-ink", ("ava-bg",)),
    (TEXT, "ot-ink", ("ot-bg",)),
    (TEXT, "hd-ink", ("hd-bg", "hd-hover")),
    (TEXT, "ft-ink", ("ft-bg",)),
    (TEXT, "mock-ink", ("mock-bg", "mock-stripe")),
    (TEXT, "zone-t", ("zone-l",)),
    (GRAPHIC, "ctl", ("bg", "surface")),
    (GRAPHIC, "hd-ctl", ("hd-bg",)),
    (GRAPHIC, "tab-on", ("hd-bg",)),
    (GRAPHIC, "data-1", ("bg", "surface")),
    (GRAPHIC, "data-2", ("bg", "surface")),
    (GRAPHIC, "step", ("bg",)),
    (GRAPHIC, "focus", ("bg", "surface")),
    (GRAPHIC, "focus-hd", ("hd-bg",)),
    (GRAPHIC, "focus-field", ("field",)),
    (GRAPHIC, "focus-lead", ("lead-bg",)),
    (GRAPHIC, "focus-case", ("case-bg",)),
    (GRAPHIC, "focus-next", ("next-bg",)),
)

_PRINT: tuple[tuple[float, str, tuple[str, ...]], ...] = (
    (TEXT, "ink", ("paper", "panel")),
    (TEXT, "ink-2", ("paper", "panel")),
    (TEXT, "accent", ("paper",)),
    (TEXT, "on-accent", ("accent",)),
    (TEXT, "on-band", ("band",)),
    (TEXT, "on-cover", ("cover",)),
    (TEXT, "cover-2", ("cover",)),
    (GRAPHIC, "cover-mark", ("cover",)),
    (GRAPHIC, "rule", ("paper",)),
    (GRAPHIC, "field", ("paper",)),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One pair of colours that is too close.

    Args:
        scheme: light, dark or print.
        role: of the text or drawing.
        ground: role behind it.
        ratio: measured.
        needed: 4.5 or 3.
        value: the colour as it is.
        suggestion: the nearest colour of that hue that passes on all its grounds.
    """

    scheme: str
    role: str
    ground: str
    ratio: float
    needed: float
    value: str
    suggestion: str


def contrast_findings(look: Look) -> list[Finding]:
    """Every pair of the look that fails, in both schemes and on paper (there also as grey)."""
    schemes = (("light", look.light, _WEB), ("dark", look.dark, _WEB), ("print", look.paper, _PRINT))
    return [finding for scheme, palette, pairs in schemes for finding in _failing(scheme, palette, pairs)]


def _failing(
    scheme: str, palette: Mapping[str, str], pairs: tuple[tuple[float, str, tuple[str, ...]], ...]
) -> Iterator[Finding]:
    for needed, role, grounds in pairs:
        text = colour.parse(palette[role])
        below = tuple(colour.parse(palette[ground]) for ground in grounds)
        for ground, behind in zip(grounds, below, strict=True):
            ratio = colour.contrast(text, behind)
            # relative luminance is what grey keeps, so a pair that passes in colour passes on a grey printer
            if ratio < needed:
                better = colour.nearest_with_contrast(text, below, needed).hex
                yield Finding(scheme, role, ground, ratio, needed, text.hex, better)


def contrast_problems(look: Look) -> Iterator[tuple[tuple[tuple[str, str], ...], Problem]]:
    """Findings as warnings, one a role, each with the scheme and role of all that it comes from, the role itself first.

    A finding that goes away with the colour suggested for another is not told: who changes one accent hears of the
    accent, and not of the dozen roles that follow it.
    """
    worst: dict[tuple[str, str], Finding] = {}
    for f in sorted(contrast_findings(look), key=lambda one: one.ratio):
        worst.setdefault((f.scheme, f.role), f)
    for key, f in worst.items():
        text, ground = (followed(look.brand.colours, f.scheme, role) for role in (f.role, f.ground))
        if _goes_away(look, f, (text[1:], ground), worst):
            continue
        needed = f"{f.needed:g}"
        yield (
            (*text, *ground),
            Problem(
                "SMM070",
                f"{f.role} ({f.value}) on {f.ground} has a contrast of {f.ratio:.2f} in {f.scheme}, less than {needed}",
                f"The nearest colour that passes is {f.suggestion}: {f.role} under colours.{f.scheme}.",
                path=".".join(("colours", *key)),
                severity=Severity.WARNING,
            ),
        )


def _goes_away(
    look: Look,
    finding: Finding,
    chains: tuple[tuple[tuple[str, str], ...], ...],
    told: Mapping[tuple[str, str], Finding],
) -> bool:
    """Whether a colour suggested for what the pair follows repairs the pair as well."""
    palette = {"light": look.light, "dark": look.dark, "print": look.paper}[finding.scheme]
    changed = [next((told[one].suggestion for one in chain if one in told), "") for chain in chains]
    text, ground = (new or palette[role] for new, role in zip(changed, (finding.role, finding.ground), strict=True))
    return any(changed) and colour.contrast(colour.parse(text), colour.parse(ground)) >= finding.needed
