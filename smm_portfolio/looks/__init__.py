"""Looks: one brand file drives the site, the paper and the share pictures."""

from smm_portfolio.looks.check import Finding, contrast_findings
from smm_portfolio.looks.fonts import FontSet, font_set
from smm_portfolio.looks.loader import available_looks, load_look
from smm_portfolio.looks.look import Look
from smm_portfolio.looks.spare import spare_fonts
from smm_portfolio.looks.tokens import print_fonts_css, print_tokens_css, web_fonts_css, web_tokens_css

__all__ = [
    "Finding",
    "FontSet",
    "Look",
    "available_looks",
    "contrast_findings",
    "font_set",
    "load_look",
    "print_fonts_css",
    "print_tokens_css",
    "spare_fonts",
    "web_fonts_css",
    "web_tokens_css",
]
