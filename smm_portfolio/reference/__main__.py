"""``python -m smm_portfolio.reference [PROJECT]``: write the reference pages of the handbook anew."""

import sys
from pathlib import Path

from smm_portfolio.reference import write_reference

for path in write_reference(Path(sys.argv[1] if len(sys.argv) > 1 else ".")):
    sys.stdout.write(f"{path.as_posix()}\n")
