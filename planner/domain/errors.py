"""What the domain says when it refuses: a code and its arguments, worded by whoever shows it."""

from enum import StrEnum
from functools import partial
from typing import Self


class Refusal(StrEnum):
    """Why a change was refused; `planner.app.messages` holds a sentence for each."""

    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_FIELD = "unknown_field"
    BAD_VALUE = "bad_value"
    BAD_FORMAT = "bad_format"
    ITEM_EXISTS = "item_exists"
    STALE_FIELD = "stale_field"
    STALE_ITEM = "stale_item"
    STALE_PLACE = "stale_place"
    WRONG_PARENT = "wrong_parent"
    CYCLE = "cycle"
    DANGLING = "dangling"
    STILL_REFERRED = "still_referred"
    TOO_MUCH = "too_much"


class Refused(Exception):
    """A change that the plan does not take; the plan is as it was before."""

    def __init__(self, code: Refusal, **details: str) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __reduce__(self) -> tuple["partial[Self]", tuple[()]]:
        return partial(type(self), self.code, **self.details), ()

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code} ({details})" if details else str(self.code)
