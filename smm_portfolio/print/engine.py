"""One job to one PDF."""

from __future__ import annotations

import hashlib
import sys
import warnings
from collections.abc import Sequence
from typing import Any

from smm_portfolio.print import fetch, fontconf, inline_svg, logs, markup, postcheck
from smm_portfolio.print.finish import finisher
from smm_portfolio.print.fitting import fitted
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.problems import InternalError, PdfUnavailable, Problem, UserError, errors_in

IMAGE_DPI = 300
"""Raster pictures are brought down to this; office printers show no more."""

INSTALL_HINTS = {
    "linux": "sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0 "
    "(Fedora: sudo dnf install pango harfbuzz)",
    "darwin": "brew install pango",
    "win32": "install MSYS2 from https://www.msys2.org, then in its shell: pacman -S mingw-w64-ucrt-x86_64-pango",
}


def install_hint(platform: str = sys.platform) -> str:
    """What to type on a system so that PDFs can be made."""
    return INSTALL_HINTS.get(platform, "install Pango 1.44 or newer with the package manager")


def load_weasyprint() -> Any:
    """The WeasyPrint module, imported on first use.

    Raises:
        PdfUnavailable: Pango or one of its companions cannot be loaded.
    """
    try:
        with warnings.catch_warnings():
            # it warns where the machine has no fonts; documents bring their own
            warnings.filterwarnings("ignore", message="(No fonts configured|FontConfig cannot load)")
            import weasyprint
    except (OSError, ImportError) as error:
        why = str(error).splitlines()[0]
        raise PdfUnavailable(
            [
                Problem(
                    "SMM090",
                    f"PDFs cannot be made on this machine ({why})",
                    f"To get them, {install_hint()}; or build with --no-pdf.",
                )
            ]
        ) from error
    return weasyprint


def render(job: PrintJob) -> Rendered:
    """Lay out one document and check it; nothing is written to disk.

    Returns:
        The PDF, or none and every problem that was found.

    Raises:
        PdfUnavailable: see ``load_weasyprint``.
    """
    weasyprint = load_weasyprint()
    reader = fetch.Reader(job.roots, job.source)
    problems: list[Problem] = []
    html, unknown = inline_svg.with_tokens(job.html, inline_svg.tokens_in(job.css))
    problems += [
        Problem(
            "SMM093",
            f"a drawing uses the token --{name}, which the look does not have",
            "Use a token of the look.",
            job.source,
        )
        for name in unknown
    ]
    problems += markup.check(job.html, job.source)
    with logs.captured() as messages:
        pdf = _write(weasyprint, job, html, reader, problems)
    problems += reader.problems + logs.as_problems(messages, job.source, reader.refused)
    if pdf and not errors_in(problems):
        problems += postcheck.check(job, postcheck.inspect(pdf))
    unique = tuple(dict.fromkeys(problems))
    return Rendered(job, b"" if errors_in(unique) else pdf, unique, tuple(sorted(reader.digests.items())))


def render_pdf(job: PrintJob) -> bytes:
    """The PDF of one job.

    Raises:
        UserError: with every problem found.
        PdfUnavailable: see ``load_weasyprint``.
    """
    result = render(job)
    if not result.ok:
        raise UserError(result.problems)
    return result.pdf


def _write(weasyprint: Any, job: PrintJob, html: str, reader: fetch.Reader, problems: list[Problem]) -> bytes:
    from weasyprint.urls import FatalURLFetchingError

    fonts = fontconf.own_fonts()
    fetcher = fetch.fetcher(reader)
    base = job.base.as_uri() + "/"
    try:
        given = {"base_url": base, "url_fetcher": fetcher}
        options = {
            **weasyprint.DEFAULT_OPTIONS,
            "pdf_variant": job.variant,
            "pdf_forms": job.forms,
            "pdf_identifier": hashlib.sha256(job.key().encode()).digest()[:16],
            "dpi": IMAGE_DPI,
        }

        def lay_out(text: str, closer: Sequence[str]) -> Any:
            texts = (fontconf.blank_font_css(), *job.css, *closer)
            sheets = [weasyprint.CSS(string=css, font_config=fonts, **given) for css in texts]
            return weasyprint.HTML(string=text, **given).render(fonts, **{**options, "stylesheets": sheets})

        pdf: bytes = fitted(job, html, lay_out).write_pdf(finisher=finisher(job.source, problems), **options)
    except FatalURLFetchingError as error:
        problems.append(Problem("SMM091", str(error), "Only files inside the project are read.", job.source))
        return b""
    except Exception as error:  # whatever a layout engine of 40,000 lines may raise
        raise InternalError(f"WeasyPrint failed on {job.source}: {type(error).__name__}: {error}") from error
    return pdf
