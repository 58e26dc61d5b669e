"""Words about time brought to one plain spelling, so that the grammars after it need to know a single form.

`二〇二五年六月`, `２０２５ 年 6 月`, `2025-06`, `2025.6` and `202506` all become `2025年6月`. For `periods`
and `deadlines`; what a person wrote is kept elsewhere, as written.
"""

import re
import unicodedata
from functools import cache

from planner.domain.plain_text import visible

_TIME_OF_DAY = re.compile(r"(?<=\d)[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$", re.ASCII)
_LINE_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")
_UNSEEN = re.compile(r"[\s\"'“”‘’「」『』《》]+")

_DIGITS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
_NUMERAL = re.compile(
    r"[0-9〇零○O一二三四五六七八九]{4}(?=年)"
    r"|(?<![一二三四五六七八九十])(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
    r"(?![〇零○一二三四五六七八九十百千])"
)

_YEAR = r"(?<!\d)((?:19|20|21)\d\d)"
_DASH = "[-‐‑‒–—―−─〜~～]"

# Each row rewrites one way of writing into the plain one; the rows run in this order.
_REWRITES: tuple[tuple[str, str], ...] = (
    (r"元月", "1月"),
    (r"礼拜|星期", "周"),
    (_YEAR + r"([-./])(\d{1,2})\2(\d{1,2})(?!\d)[日号]?", r"\1年\3月\4日"),
    (_YEAR + r"(0[1-9]|1[0-2])([0-3]\d)(?!\d)", r"\1年\2月\3日"),
    (_YEAR + r"[-./]?Q([1-4])(?!\d)", r"\1年\2季度"),
    (_YEAR + r"[-./]?H1(?!\d)", r"\1年上半年"),
    (_YEAR + r"[-./]?H2(?!\d)", r"\1年下半年"),
    (_YEAR + r"[-./](\d{1,2})(?!\d)月?", r"\1年\2月"),
    (_YEAR + r"(0[1-9]|1[0-2])(?!\d)", r"\1年\2月"),
    (r"(?<!\d)Q([1-4])(?!\d)", r"\1季度"),
    (r"(?:(?<=年)|(?<=日-))(\d{1,2})[./](\d{1,2})(?!\d)日?", r"\1月\2日"),
    (r"(?<!\d)(\d\d)年(?=[底末]|\d{1,2}月|[上下]半年|[第前]?[1-4]季度)", r"20\1年"),
    (r"^(\d{1,2})[./](\d{1,2})(?=日?(?:以?前|$))", r"\1月\2日"),
    (r"年\((?=[上下]半年|[第前]?[1-4]季度|\d{1,2}月)", "年"),
    (_DASH + "+", "~"),
    (_YEAR + r"[~至到](\d{4})(?!\d)年?", r"\1年~\2年"),
    (r"(?<!\d)(\d{1,2})[~至到](\d{1,2})(月|季度)", r"\1\3~\2\3"),
    (r"(?<!\d)(\d{1,2})、(?=(?:\d{1,2}、){0,11}\d{1,2}(月|季度))", r"\1\2、"),
    (r"(\d月)~(\d{1,2})(?![\d年月日号季])", r"\1~\2月"),
    (r"(?<!\d)(\d{1,2}月)(\d{1,2})[日号]?[~至到](\d{1,2})[日号]", r"\1\2日~\1\3日"),
)


def plain_words(text: str) -> str:
    """Return `text` without spaces and quotes, dates spelt as in `2025年6月30日`, `3季度`, `3月~6月`.

    A line break becomes a semicolon, since it parts two phrases.
    """
    plain = visible(unicodedata.normalize("NFKC", text.strip())).upper()
    plain = _TIME_OF_DAY.sub("", plain)
    plain = _UNSEEN.sub("", _LINE_BREAK.sub(";", plain))
    plain = _NUMERAL.sub(lambda found: _arabic(found[0]), plain)
    for pattern, replacement in _rewrites():
        plain = pattern.sub(replacement, plain)
    return plain


@cache
def _rewrites() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the rows ready to use, compiled when the first words are read: the start page reads none."""
    return tuple((re.compile(pattern, re.ASCII), replacement) for pattern, replacement in _REWRITES)


def _arabic(numeral: str) -> str:
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return numeral.translate(_DIGITS)
    return (tens or "1").translate(_DIGITS) + (ones or "0").translate(_DIGITS)
