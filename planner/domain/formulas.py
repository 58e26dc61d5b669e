"""Formulas by which an indicator is computed from others, such as `「研发经费」/「生产总值」*100`.

A formula has numbers, + - * / ( ) and references: an indicator's id in braces or its title in 「」. Nothing
else is understood, so that a formula from a stranger's plan can do no harm. Any room may import it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from planner.domain.items import Indicator
from planner.domain.plan import Plan

DEEPEST = 40
"""How many brackets and signs may stand within each other."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|\{(?P<id>[^{}]+)\}|「(?P<title>[^「」]+)」"
    r"|(?P<sign>[-+*/()×÷（）＋－＊／−]))"
)
_SIGNS = str.maketrans("×÷（）＋－＊／−", "*/()+-*/-")


class FormulaFault(StrEnum):
    """What may be wrong with a formula."""

    SYNTAX = "syntax"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    CYCLE = "cycle"


class FormulaRefused(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """A formula that can't be used: what is wrong, and the part where it shows."""

    def __init__(self, fault: FormulaFault, part: str) -> None:
        super().__init__(fault, part)
        self.fault = fault
        self.part = part


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: float


@dataclass(frozen=True, slots=True)
class Reference:
    """Another indicator, by its id."""

    indicator: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One of + - * / of two terms."""

    sign: str
    left: "Term"
    right: "Term"


Term = Number | Reference | Operation


def read_formula(plan: Plan, indicator: Indicator) -> Term:
    """Return what an indicator's formula means, with the indicators of the plan that it names.

    Raises `FormulaRefused` where it is not understood, names none or several, or leads back to itself.
    """
    term = _parse(plan, indicator.formula)
    _refuse_cycle(plan, indicator.id, term)
    return term


def evaluate(term: Term, value_of: Callable[[str], float | None]) -> float | None:
    """Return the value of a formula; None where a part has none, or a divisor is zero."""
    match term:
        case Number(value):
            return value
        case Reference(indicator):
            return value_of(indicator)
        case Operation(sign, left, right):
            first, second = evaluate(left, value_of), evaluate(right, value_of)
            if first is None or second is None or (sign == "/" and second == 0):
                return None
            result = _calculate(sign, first, second)
            return result if isfinite(result) else None


def references(term: Term) -> Iterator[str]:
    """Yield the ids of the indicators that a formula names."""
    match term:
        case Reference(indicator):
            yield indicator
        case Operation(_, left, right):
            yield from references(left)
            yield from references(right)


def _calculate(sign: str, first: float, second: float) -> float:
    match sign:
        case "+":
            return first + second
        case "-":
            return first - second
        case "*":
            return first * second
        case _:
            return first / second


def _refuse_cycle(plan: Plan, origin: str, term: Term) -> None:
    """Refuse a formula that leads back to `origin`, or that runs into a circle or a fault further on."""
    finished: set[str] = set()
    path: list[str] = [origin]
    pending = [iter(tuple(references(term)))]
    while pending:
        named = next(pending[-1], None)
        if named is None:
            pending.pop()
            finished.add(path.pop())
        elif named in path:
            raise FormulaRefused(FormulaFault.CYCLE, plan.get(named, Indicator).title)
        elif named not in finished and (formula := plan.get(named, Indicator).formula):
            path.append(named)
            pending.append(iter(tuple(references(_parse(plan, formula)))))


def _parse(plan: Plan, formula: str) -> Term:
    return _Parser(plan, formula).read()


class _Parser:
    """Reads a formula by descent: sums of products of factors."""

    def __init__(self, plan: Plan, formula: str) -> None:
        self._plan = plan
        self._tokens = list(_tokens(formula))
        self._place = 0
        self._depth = 0

    def read(self) -> Term:
        term = self._sum()
        if self._place < len(self._tokens):
            raise self._fault()
        return term

    def _sum(self) -> Term:
        term = self._product()
        while self._sign() in ("+", "-"):
            term = Operation(self._take(), term, self._product())
        return term

    def _product(self) -> Term:
        term = self._factor()
        while self._sign() in ("*", "/"):
            term = Operation(self._take(), term, self._factor())
        return term

    def _factor(self) -> Term:
        if self._place >= len(self._tokens) or self._depth >= DEEPEST:
            raise self._fault()
        kind, text = self._tokens[self._place]
        if kind == "sign" and text not in ("(", "-"):
            raise self._fault()
        self._place += 1
        match kind:
            case "number":
                return Number(float(text))
            case "id" | "title":
                return Reference(_find(self._plan, kind, text.strip()))
        self._depth += 1
        term = self._sum() if text == "(" else Operation("-", Number(0.0), self._factor())
        self._depth -= 1
        if text == "(":
            if self._sign() != ")":
                raise self._fault()
            self._place += 1
        return term

    def _sign(self) -> str:
        kind, text = self._tokens[self._place] if self._place < len(self._tokens) else ("", "")
        return text if kind == "sign" else ""

    def _take(self) -> str:
        self._place += 1
        return self._tokens[self._place - 1][1]

    def _fault(self) -> FormulaRefused:
        rest = self._tokens[self._place : self._place + 1]
        return FormulaRefused(FormulaFault.SYNTAX, rest[0][1] if rest else "")


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    place, end = 0, len(formula.rstrip())
    while place < end:
        found = _TOKEN.match(formula, place)
        if found is None:
            raise FormulaRefused(FormulaFault.SYNTAX, formula[place:].strip()[:10])
        kind = str(found.lastgroup)
        yield kind, found[kind].translate(_SIGNS) if kind == "sign" else found[kind]
        place = found.end()


def _find(plan: Plan, kind: str, name: str) -> str:
    indicators = plan.of(Indicator)
    if kind == "id":
        named = [name] if name in indicators else []
    else:
        named = [indicator.id for indicator in indicators.values() if indicator.title.strip() == name]
    if len(named) != 1:
        raise FormulaRefused(FormulaFault.AMBIGUOUS if named else FormulaFault.UNKNOWN, name)
    return named[0]
