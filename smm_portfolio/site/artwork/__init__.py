"""Pictures drawn by code from a case's subject, recomposed per proportion, never stretched."""

from __future__ import annotations

from smm_portfolio.site.artwork.draw import MOTIFS, SIZES, drawing

__all__ = ["MOTIFS", "SIZES", "drawing"]
