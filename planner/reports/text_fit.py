"""Breaks texts into lines and chooses their size where no font can be asked.

Widths are estimated: a wide character takes one em, a narrow one about half, more or less by its shape.
Any room above `app` may import it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from planner.reports.layout import text_width

LEADING = 1.3
"""The height of a line over the size of its letters."""

_SLIM = frozenset(" !',.:;Jijl()-[]/I\\ft{}|")
_BROAD = frozenset("mwMWNOQ%@")

_WORD = re.compile(r"[!-~\u00a0-\u024f]+ ?|.", re.DOTALL)
_NOT_FIRST = frozenset("，。、；：？！）》〉」』】”’％%…—,.;:?!)]}")
_NOT_LAST = frozenset("（《〈「『【“‘([")
_CONJUNCTIONS = frozenset("与及和的或")
_WORDS = (
    "发展 行动 计划 方案 规划 建设 工作 中心 科技 创新 国际 报告 情况 通报 实施 进展 任务 分解 责任 清单 "
    "指标 完成 年度 重点 推进 改革 治理 服务 经济 社会 体系 战略 机制 能力 政策 产业 人才 平台 示例"
)
"""Words that titles are made of: a line ends after one, not amid it."""
_AMID_WORD = 6.0
_ODD = 2.0
_AFTER_CONJUNCTION = 4.5
_ELLIPSIS = "…"


def width_of(text: str, size: float) -> float:
    """Return about how wide a line of text is in letters of this size."""
    return size * sum(map(_ems, text))


def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`, between words or Chinese characters if that can be."""
    return tuple(line for part in text.split("\n") for line in _wrap_line(part, width, size))


def balanced(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break a text into as few lines as `wrap` does, of about one length and not amid a Chinese word."""
    lines = wrap(text, width, size)
    if len(lines) < 2 or "\n" in text:
        return lines
    if len(lines) == 2 and " " not in text and (cut := _cut_in_two(text, width, size)):
        return text[:cut], text[cut:]
    narrower = width_of(text, size) / len(lines)
    while narrower < width:
        narrower = min(narrower + size / 2, width)
        better = wrap(text, narrower, size)
        if len(better) == len(lines):
            return better
    return lines


def shortened(text: str, width: float, size: float) -> str:
    """Return as much of the text as one line holds, with an ellipsis where some is left out."""
    text = " ".join(text.split())
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + _ELLIPSIS, size) > width:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS


def fitted(
    text: str, width: float, height: float, sizes: Sequence[int], leading: float = LEADING
) -> tuple[int, tuple[str, ...]]:
    """Return the first size at which the text fits, with its lines; at the last one it is shortened."""
    longest = max(text.split(), key=lambda word: width_of(word, 1), default="")
    for size in sizes:
        lines = balanced(text, width, size)
        if longest.isascii() and width_of(longest, size) > width and size != sizes[-1]:
            continue
        if len(lines) * size * leading <= height:
            return size, lines
    size = sizes[-1]
    count = max(int(height / (size * leading)), 1)
    lines = wrap(" ".join(text.split()), width, size)
    if len(lines) <= count:
        return size, lines
    return size, (*lines[: count - 1], shortened(_rejoined(lines[count - 1 :]), width, size))


@lru_cache(maxsize=4096)
def _ems(char: str) -> float:
    """Return about how wide a character is, in ems; never less than common sans-serif fonts make it."""
    cells = text_width(char)
    if cells != 1:
        return cells / 2
    if char in _SLIM:
        return 0.36
    if char in _BROAD:
        return 0.9
    return 0.7 if char.isupper() else 0.58


def _rejoined(lines: Sequence[str]) -> str:
    """Return lines as one text again, Latin words apart."""
    text = ""
    for line in lines:
        apart = text and line and text[-1].isascii() and line[0].isascii()
        text += f" {line}" if apart else line
    return text


def _cut_in_two(text: str, width: float, size: float) -> int | None:
    """Return where best to break in two: about the middle, after a conjunction or at an even place."""
    best: tuple[float, int] | None = None
    for cut in range(2, len(text) - 1):
        first, second = width_of(text[:cut], 1), width_of(text[cut:], 1)
        if max(first, second) * size > width or _joined(text, cut):
            continue
        cost = abs(first - second) + _penalty(text[:cut])
        cost += _AMID_WORD if text[cut - 1 : cut + 1] in _WORDS else 0.0
        best = min(best, (cost, cut)) if best else (cost, cut)
    return best[1] if best else None


def _penalty(line: str) -> float:
    """Return how bad a line would end: well after a conjunction, badly amid words of two characters."""
    if line[-1] in _CONJUNCTIONS:
        return -_AFTER_CONJUNCTION
    words = max(line.rfind(conjunction) for conjunction in _CONJUNCTIONS) + 1
    return (len(line) - words) % 2 * _ODD


def _joined(text: str, cut: int) -> bool:
    """Whether no line should end here: before a closing mark, within quotation marks or a Latin word."""
    left, right = text[cut - 1], text[cut]
    quoted = text[:cut].count("“") > text[:cut].count("”")
    return quoted or right in _NOT_FIRST or left in _NOT_LAST or (left.isascii() and right.isascii())


def _wrap_line(text: str, width: float, size: float) -> list[str]:
    lines = [""]
    for word in _WORD.findall(text):
        if width_of(lines[-1] + word.rstrip(), size) <= width or not lines[-1]:
            lines[-1] += word
        elif word[0] in _NOT_FIRST and len(lines[-1]) > 1:
            lines.append(lines[-1][-1] + word)
            lines[-2] = lines[-2][:-1]
        else:
            lines.append(word)
        while width_of(lines[-1].rstrip(), size) > width and len(lines[-1]) > 1:
            lines += _cut(lines.pop(), width, size)
    return [line.rstrip() for line in lines]


def _cut(word: str, width: float, size: float) -> tuple[str, str]:
    end = max(
        next(end for end in range(len(word), 0, -1) if end == 1 or width_of(word[:end], size) <= width), 1
    )
    return word[:end], word[end:]
