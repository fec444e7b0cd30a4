"""Imported once by the server that workers are forked from, so that no worker imports WeasyPrint again."""

from smm_portfolio.print.engine import load_weasyprint
from smm_portfolio.problems import PdfUnavailable

try:
    load_weasyprint()
except PdfUnavailable:
    # the first job reports it, with what to install
    pass
