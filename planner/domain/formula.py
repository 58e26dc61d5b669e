"""Simple formulas over the numbers of one item: + - * / and brackets, fields by their labels.

`完成数 / 目标数 * 100`, `[R&D 经费] / 10000`: a label stands in square brackets or in 「」 where it has more
than letters, digits and underscores. `{m-12}` is a label, braces and all, for whoever looks up by id.
Any room may import it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

LONGEST = 500
"""More characters than a simple formula has."""

_DEEPEST = 40
_PLAIN_SIGNS = str.maketrans("（）＋－−×＊÷／", "()+--**//")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|[\[［](?P<label>[^\[\]［］]+)[\]］]|(?P<name>[^\W\d]\w*)"
    r"|「(?P<title>[^「」]+)」|(?P<id>\{[^{}]+\})"
    r"|(?P<sign>[-+*/()（）＋－−×＊÷／]))"
)

Lookup = Callable[[str], float | None]


class BadFormula(ValueError):
    """A text that is no formula; `place` is the character at which it ceases to be one."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    place: int
    end: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in postfix order: numbers, labels and signs (`~` negates)."""

    steps: tuple[tuple[str, str], ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the fields that it reads, each once."""
        return tuple(dict.fromkeys(text for kind, text in self.steps if kind == "label"))

    def value(self, lookup: Lookup) -> float | None:
        """Return the result; None where a field says nothing or the result would be no number."""
        stack: list[float] = []
        for kind, text in self.steps:
            number = float(text) if kind == "number" else lookup(text) if kind == "label" else None
            if number is not None:
                stack.append(number)
            elif kind == "label":
                return None
            elif text == "~":
                stack.append(-stack.pop())
            elif (result := _reckoned(text, stack.pop(-2), stack.pop())) is None:
                return None
            else:
                stack.append(result)
        return stack[0] if isfinite(stack[0]) else None


@lru_cache(maxsize=256)
def read_formula(text: str) -> Formula:
    """Read a formula; raises `BadFormula`."""
    if len(text) > LONGEST:
        raise BadFormula(LONGEST)
    reader = _Reader(tuple(_tokens(text)), len(text))
    return Formula(tuple(reader.whole()))


def renamed(text: str, old: str, new: str) -> str:
    """Return a formula's text with one label instead of another; `text` itself where it is no formula."""
    try:
        tokens = list(_tokens(text))
    except BadFormula:
        return text
    for token in reversed(tokens):
        if token.kind == "label" and token.text == old:
            text = f"{text[: token.place]}[{new}]{text[token.end :]}"
    return text


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    text = text.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise BadFormula(place)
        kind = found.lastgroup if found.lastgroup in ("number", "sign") else "label"
        start = found.end() - len(found[0].lstrip())
        word = found[found.lastgroup].strip()
        yield _Token(kind, word.translate(_PLAIN_SIGNS) if kind == "sign" else word, start, found.end())
        place = found.end()


class _Reader:
    """Reads tokens by precedence: sums of products of what may be negated or in brackets."""

    def __init__(self, tokens: Sequence[_Token], length: int) -> None:
        self._tokens = tokens
        self._length = length
        self._at = 0
        self._depth = 0

    def whole(self) -> Iterator[tuple[str, str]]:
        """Yield the steps of the whole formula."""
        yield from self._sum()
        if self._at < len(self._tokens):
            raise BadFormula(self._place())

    def _sum(self) -> Iterator[tuple[str, str]]:
        yield from self._product()
        while sign := self._take("+-"):
            yield from self._product()
            yield ("sign", sign)

    def _product(self) -> Iterator[tuple[str, str]]:
        yield from self._factor()
        while sign := self._take("*/"):
            yield from self._factor()
            yield ("sign", sign)

    def _factor(self) -> Iterator[tuple[str, str]]:
        negative = False
        while sign := self._take("+-"):
            negative ^= sign == "-"
        if self._take("("):
            self._depth += 1
            if self._depth > _DEEPEST:
                raise BadFormula(self._place())
            yield from self._sum()
            self._depth -= 1
            if not self._take(")"):
                raise BadFormula(self._place())
        else:
            yield self._operand()
        if negative:
            yield ("sign", "~")

    def _operand(self) -> tuple[str, str]:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.kind == "sign":
            raise BadFormula(self._place())
        self._at += 1
        return token.kind, token.text

    def _take(self, signs: str) -> str:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.kind != "sign" or token.text not in signs:
            return ""
        self._at += 1
        return token.text

    def _place(self) -> int:
        return self._tokens[self._at].place if self._at < len(self._tokens) else self._length


def _reckoned(sign: str, left: float, right: float) -> float | None:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right if right else None
