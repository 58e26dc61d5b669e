"""How well what was typed fits an action's names; imported by the palette alone."""

from collections.abc import Iterable, Sequence

_NO_FIT = 99


def best_first(typed: str, candidates: Sequence[Sequence[str]]) -> list[int]:
    """Return the places of the candidates that `typed` fits, best first, equals in their order.

    A candidate is one thing by all its names: in Chinese, in English, by its initials. Every word typed must
    fit one of them.
    """
    words = typed.casefold().split()
    fits = [(sum(_fit(word, names) for word in words), place) for place, names in enumerate(candidates)]
    return [place for fit, place in sorted(fits) if fit < _NO_FIT]


def _fit(word: str, names: Iterable[str]) -> int:
    return min((_fit_one(word, name.casefold()) for name in names if name), default=_NO_FIT)


def _fit_one(word: str, name: str) -> int:
    """0 for a whole name, then its beginning, the beginning of a word in it, anywhere in it."""
    if name == word:
        return 0
    if name.startswith(word):
        return 1
    if f" {word}" in name:
        return 2
    return 3 if word in name else _NO_FIT
