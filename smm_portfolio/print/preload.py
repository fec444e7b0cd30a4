"""Imported once by the server that workers are forked from, so that no worker imports WeasyPrint again."""

import contextlib

from smm_portfolio.print.engine import load_weasyprint
from smm_portfolio.problems import PdfUnavailable

# where it is unavailable, the first job reports it, with what to install
with contextlib.suppress(PdfUnavailable):
    load_weasyprint()
