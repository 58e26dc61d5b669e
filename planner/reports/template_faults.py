"""What is wrong with an office's own template, and what of it is not in the filled file, each in a sentence.

Any room above `app` may import it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from planner.app.words import Words
from planner.domain.marks import N_


class FaultCode(StrEnum):
    """Why a template can't be filled."""

    UNREADABLE = "unreadable"
    NOT_A_WORKBOOK = "not_a_workbook"
    OLD_OR_LOCKED = "old_or_locked"
    STRICT = "strict"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    NOTHING_TO_FILL = "nothing_to_fill"
    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_SHEET = "unknown_sheet"
    UNKNOWN_OPTION = "unknown_option"
    OTHER_TABLE = "other_table"
    BRACKETS = "brackets"
    NOT_HERE = "not_here"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the cell as in `表!B5` or nothing, and words for the sentence."""

    code: FaultCode
    place: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


class BadTemplate(Exception):
    """A template can't be filled; the arguments are its file name and all that is wrong with it."""

    def __init__(self, name: str, faults: Sequence[Fault]) -> None:
        super().__init__(name, tuple(faults))
        self.name = name
        self.faults = tuple(faults)


_SENTENCES: Mapping[FaultCode, str] = {
    FaultCode.UNREADABLE: N_("读不了这个文件：{reason}。"),
    FaultCode.NOT_A_WORKBOOK: N_("这不是 Excel 工作簿（.xlsx）。"),
    FaultCode.OLD_OR_LOCKED: N_(
        "这是旧格式（.xls、.et）或设有打开密码的文件，请在 Excel 或 WPS 中另存为不带密码的 .xlsx。"
    ),
    FaultCode.STRICT: N_("这是“严格 Open XML”格式，请在 Excel 中另存为普通的“Excel 工作簿 (.xlsx)”。"),
    FaultCode.TOO_LARGE: N_("文件过大或压缩异常，没有打开。"),
    FaultCode.DAMAGED: N_("文件已损坏，读不出“{part}”。"),
    FaultCode.NOTHING_TO_FILL: N_("没有找到 {{{{字段}}}} 这样的占位符，也没有以字段名为列名的表头。"),
    FaultCode.UNKNOWN_NAME: N_("没有名为“{name}”的字段。"),
    FaultCode.UNKNOWN_SHEET: N_("没有名为“{name}”的表。"),
    FaultCode.UNKNOWN_OPTION: N_("“{name}”不是占位符的写法：字段名后只能写“:合并”或“:不合并”。"),
    FaultCode.OTHER_TABLE: N_("“{name}”不在这一行所列的“{table}”表中；一行只能取自一张表。"),
    FaultCode.BRACKETS: N_("占位符的括号不成对，应写作 {{{{字段}}}}。"),
    FaultCode.NOT_HERE: N_("“{name}”是逐行填写的字段，不能用在页眉、页脚或图形里。"),
}
_NEAR = N_("没有名为“{name}”的字段，是不是“{nearest}”？")


def fault_sentences(words: Words, bad: BadTemplate) -> list[str]:
    """Say each thing that is wrong in one sentence, with the cell that it is in."""
    return [_sentence(words, bad.name, fault) for fault in bad.faults]


def _sentence(words: Words, file: str, fault: Fault) -> str:
    details = {"table": words(fault.details.get("table", "")), **fault.details}
    sentence = _NEAR if fault.details.get("nearest") else _SENTENCES[fault.code]
    said = words(sentence).format(**details)
    if not fault.place:
        return words(N_("模板“{file}”：{said}")).format(file=file, said=said)
    return words(N_("模板“{file}”{place}：{said}")).format(file=file, place=fault.place, said=said)
