"""What is wrong with one picture or video, before anybody knows which entry names it."""

from __future__ import annotations

from dataclasses import dataclass

from smm_portfolio.problems import Severity

UNREADABLE = "SMM122"
SIZE = "SMM123"
ACTIVE = "SMM124"
WHERE = "SMM125"


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding about a file; the arguments are those of ``Problem``."""

    code: str
    message: str
    fix: str
    severity: Severity = Severity.ERROR


class PictureError(Exception):
    """A picture that cannot be published.

    Args:
        fault: why, and the way out.
    """

    def __init__(self, code: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.fault = Fault(code, message, fix)

    def __reduce__(self) -> tuple[type[PictureError], tuple[str, str, str]]:
        return type(self), (self.fault.code, self.fault.message, self.fault.fix)
