"""The day of a build: an input, from SOURCE_DATE_EPOCH where it is set.

Source: https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import datetime as dt
import os


def build_day() -> dt.date:
    """The day that ages are counted to; the only place that may look at the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    return dt.datetime.now(tz=dt.UTC).date()  # noqa: TID251 - the one edge where the day comes in
