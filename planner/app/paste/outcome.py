"""What a paste would do: the change set, and what it could not take over, for a preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.app.paste.rows import Remark
from planner.app.words import Words
from planner.domain.changes import ChangeSet
from planner.domain.marks import N_


class Reason(StrEnum):
    """Why a pasted cell was not taken over."""

    NOT_A_VALUE = "not_a_value"
    AMBIGUOUS_NAME = "ambiguous_name"
    NOT_EDITABLE = "not_editable"
    NO_ROW = "no_row"
    NO_COLUMN = "no_column"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A pasted cell that was not taken over: its row and column (a field key or, onto cells, a number)."""

    row: int
    column: str
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Pasting:
    """A paste before it is applied; `new_units` and `new_terms` are the names that it would add."""

    change_set: ChangeSet
    misfits: tuple[Misfit, ...] = ()
    new_units: tuple[str, ...] = ()
    new_terms: tuple[str, ...] = ()
    reused: int = 0


_REASONS: Mapping[Reason, str] = {
    Reason.NOT_A_VALUE: N_("“{text}”不是这一栏可以填的值"),
    Reason.AMBIGUOUS_NAME: N_("不止一处叫“{text}”，请先选定"),
    Reason.NOT_EDITABLE: N_("这一栏由程序计算或另行选择，不能粘贴"),
    Reason.NO_ROW: N_("下面没有更多的行"),
    Reason.NO_COLUMN: N_("右边没有更多的栏"),
}

_REMARKS: Mapping[Remark, str] = {
    Remark.CONTINUED: N_("标题是合并单元格，内容并入上一行"),
    Remark.DUTY_READ: N_("单位和时限取自文字中的括号或单独的一行"),
    Remark.ROWS_SKIPPED: N_("没有标题、也无处并入的行没有粘贴"),
}


def remark_sentence(words: Words, remark: Remark) -> str:
    """Say how a row, or the whole text, was read."""
    return words(_REMARKS[remark])


def misfit_sentence(words: Words, misfit: Misfit) -> str:
    """Say why a cell was not taken over."""
    return words(_REASONS[misfit.reason]).format(text=misfit.text)
