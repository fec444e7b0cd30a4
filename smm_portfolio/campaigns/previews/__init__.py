"""Posts as neutral frames in true proportion: sizes, fold, safe zones, counts, versions; the mock label inside each."""

from __future__ import annotations

from smm_portfolio.campaigns.previews.post import post_id, post_rows, post_view
from smm_portfolio.campaigns.previews.sheet import monogram
from smm_portfolio.campaigns.previews.sizes import shape_of

__all__ = ["monogram", "post_id", "post_rows", "post_view", "shape_of"]
