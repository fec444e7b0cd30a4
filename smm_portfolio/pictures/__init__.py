"""Pictures on their way out: read safely, cleaned of what a camera wrote into them, made in the sizes that pages need.

No file of a user's is published as it is: what pages, PDFs and exports show is drawn anew from its pixels.
"""

from smm_portfolio.pictures.prepare import Prepared, prepare
from smm_portfolio.pictures.shown import FOLDER, NO_PICTURES, Candidate, PictureSet, Shown, Source

__all__ = ["FOLDER", "NO_PICTURES", "Candidate", "PictureSet", "Prepared", "Shown", "Source", "prepare"]
