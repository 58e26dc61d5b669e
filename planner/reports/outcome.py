"""What came of writing a report: the file, and what a person has to be told about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from planner.app.words import Words
from planner.domain.marks import N_


class RemarkCode(StrEnum):
    """What was not written as it stands in the plan, or can't be shown whole."""

    CLEANED = "cleaned"
    SHORTENED = "shortened"
    TOO_HIGH = "too_high"
    RENAMED = "renamed"
    UNLINKED = "unlinked"
    UNNAMED = "unnamed"
    MACROS = "macros"
    SIGNED = "signed"
    EXTERNAL = "external"
    PIVOTS = "pivots"


class UnknownFormat(Exception):
    """A report can't be written to a file of this kind; the arguments are its name and the endings known."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to be told: the place as in `工作计划!D12`, and numbers for the sentence."""

    code: RemarkCode
    place: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, with remarks on it."""

    path: Path
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Which sheet is being written, and which share of the whole is done, from 0 to 1."""

    sheet: str
    share: float


_SENTENCES: Mapping[RemarkCode, str] = {
    RemarkCode.CLEANED: N_("{place}：去掉了 {count} 个不能写入表格的控制字符。"),
    RemarkCode.SHORTENED: N_("{place}：内容共 {count} 字，超过单元格上限，只写入了开头部分。"),
    RemarkCode.TOO_HIGH: N_("{place}：内容较长，超过 Excel 的最大行高，打印时显示不全，单元格内容是完整的。"),
    RemarkCode.RENAMED: N_("{place}：工作表名称“{wished}”不合规定，已改名。"),
    RemarkCode.UNLINKED: N_("{place}：链接数超过工作表上限，有 {count} 处没有设链接。"),
    RemarkCode.UNNAMED: N_("{place}：“{heading}”不是字段名，这一列没有填写。"),
    RemarkCode.MACROS: N_("{place}：模板里的宏没有带入成品。"),
    RemarkCode.SIGNED: N_("{place}：模板的数字签名在填写后失效，已经去掉。"),
    RemarkCode.EXTERNAL: N_("{place}：模板引用了其他文件或外部数据，链接原样保留，发出前请检查。"),
    RemarkCode.PIVOTS: N_("{place}：模板里的数据透视表会在 Excel 打开文件时刷新，请在发出前打开一次。"),
}


def remark_sentence(words: Words, remark: Remark) -> str:
    """Say a remark in one sentence."""
    return words(_SENTENCES[remark.code]).format(place=remark.place, **remark.details)
