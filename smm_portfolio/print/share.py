"""Pictures of 1200 by 630 pixels that other sites show of a page, laid out like a sheet of paper in the brand."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from smm_portfolio.looks import FontSet, Look, print_fonts_css, print_tokens_css
from smm_portfolio.looks.files import write_whole
from smm_portfolio.print.drawings import coloured
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.print.pool import render_here
from smm_portfolio.print.raster import VERSION, png_of
from smm_portfolio.print.templates import document
from smm_portfolio.problems import UserError
from smm_portfolio.site.cards import mock_tag, work_card
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.pictures import NO_SUBJECT, drawn, subject
from smm_portfolio.site.relations import relations

DEFAULT = ""
"""The key of the picture for pages without one of their own."""
_WIDTH, _HEIGHT = 1200, 630
_LONGEST = 120
_SIZES = ((28, 76), (48, 64), (80, 52), (_LONGEST, 44))
"""Letters of a title, and the size in pixels that they fit in."""
_FIGURES = ((15, 60), (22, 44), (1000, 34))
_NAMES = ((40, 28), (1000, 20))
"""The same for a figure and for a name, each on one line."""
_NOTES = ((70, 28), (110, 22), (1000, 18))
"""The same for the words below a figure: never cut, since they may end in "simulated"."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """What stands on a picture.

    Args:
        title: what the page is about.
        size: of the title's letters, in pixels.
        name: whose site it is.
        label: kind of work or position; empty for the home page of a site without a profile.
        mock: the label that a mock carries inside the picture; empty for real work.
        result: the strongest figure, or empty.
        result_name: what the figure says.
        art: the drawing beside it.
        lang: language of the words.
    """

    title: str
    size: int
    name: str
    label: str
    mock: str
    result: str
    result_name: str
    art: Markup
    lang: str

    @property
    def result_size(self) -> int:
        """Of the figure, in pixels."""
        return _fitting(_FIGURES, self.result)

    @property
    def note_size(self) -> int:
        """Of what the figure says, in pixels."""
        return _fitting(_NOTES, self.result_name)

    @property
    def name_size(self) -> int:
        """Of the name, in pixels."""
        return _fitting(_NAMES, self.name)


def share_pictures(context: SiteContext, look: Look, fonts: FontSet, cache: Path) -> dict[str, bytes]:
    """A picture for the home page, each work, and one for all other pages.

    Args:
        context: the build.
        look: its colours, type and template.
        fonts: of the look.
        cache: the project's ``.cache/smm``; a picture is laid out again only where something on it changed.

    Returns:
        PNG files by page path; ``DEFAULT`` for the others.

    Raises:
        UserError: a picture cannot be drawn, such as one of a mock whose template leaves the label out.
        PdfUnavailable: this machine cannot print.
    """
    views, sources = share_views(context), _sources(context)
    jobs = {uri: _job(context, look, fonts, view, sources.get(uri, "smm.yml")) for uri, view in views.items()}
    results = render_here(list(jobs.values()), cache=cache / "share")
    if wrong := [problem for result in results if not result.ok for problem in result.problems]:
        raise UserError(wrong)
    made = zip(jobs, results, strict=True)
    return {uri: _png(result, cache / "share", views[uri].mock) for uri, result in made}


def _sources(context: SiteContext) -> dict[str, str]:
    """The file that each picture tells of, by page path."""
    known = relations(context)
    profile = context.library.profile
    found = {f"{known.href(work).rstrip('/')}.md": work.file for work in known.works}
    return {**found, **({"index.md": profile.file} if profile else {})}


def share_views(context: SiteContext) -> dict[str, ShareView]:
    """What stands on each picture by page path: never more than on the card of the same work."""
    library, text, known = context.library, context.text, relations(context)
    views = {DEFAULT: _view(context, text(library.settings.description) or text(library.settings.name))}
    if library.profile:
        profile = library.profile.model
        views["index.md"] = _view(context, text(profile.headline), label=text(profile.role))
    for work in known.works:
        card = work_card(context, work, pictured=False)
        views[f"{known.href(work).rstrip('/')}.md"] = _view(
            context,
            text(work.model.title),
            label=card.kind.label,
            mock=mock_tag(context, work),
            result=card.result,
            result_name=card.result_name,
            art=drawn(subject(work.slug, work.model.art), "45"),
        )
    return views


def _view(
    context: SiteContext,
    title: str,
    *,
    label: str = "",
    mock: str = "",
    result: str = "",
    result_name: str = "",
    art: Markup | None = None,
) -> ShareView:
    library = context.library
    name = library.profile.model.name if library.profile else context.text(library.settings.name)
    short = textwrap.shorten(title, _LONGEST, placeholder="…")
    drawing = coloured(art or drawn(NO_SUBJECT, "45", turn=name))
    return ShareView(short, _fitting(_SIZES, short), name, label, mock, result, result_name, drawing, context.language)


def _fitting(sizes: tuple[tuple[int, int], ...], text: str) -> int:
    """The size that a text fits in."""
    return next(size for letters, size in sizes if len(text) <= letters)


def _job(context: SiteContext, look: Look, fonts: FontSet, view: ShareView, source: str) -> PrintJob:
    html = document(look, "share", view, context.labels["print"])
    colours = ":root {" + "".join(f"--smm-{role}: {colour};" for role, colour in look.light.items()) + "}"
    styles = [path.read_text(encoding="utf-8") for path in look.each("print/share.css")]
    css = (print_fonts_css(fonts, html), print_tokens_css(look), colours, *styles)
    root = context.library.root
    return PrintJob(
        html, css, source, root, (root, fonts.folder), view.lang, forms=False, min_page_chars=0, every_page=view.mock
    )


def _png(result: Rendered, folder: Path, label: str) -> bytes:
    key = hashlib.sha256(f"{VERSION} {_WIDTH}x{_HEIGHT} {label} ".encode() + result.pdf).hexdigest()
    path = folder / key[:2] / f"{key}.png"
    if not path.is_file():
        write_whole(path, png_of(result.pdf, _WIDTH, _HEIGHT, label))
    return path.read_bytes()


def share_uris(pictures: Mapping[str, bytes], folder: str) -> dict[str, str]:
    """Address of each picture by page path."""
    return {
        uri: f"{folder}/share/{uri.removesuffix('.md').replace('/', '-') if uri else 'site'}.png" for uri in pictures
    }
