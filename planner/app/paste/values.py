"""From the text of a pasted cell to the value of a field."""

from collections.abc import Iterator

from planner.app.commands.typed import read_typed
from planner.app.words import Words
from planner.domain.fields import Field, FieldType, Value
from planner.domain.plain_text import folded

_YES = frozenset({"是", "有", "√", "✓", "yes", "y", "true", "1"})
_NO = frozenset({"", "否", "无", "×", "no", "n", "false", "0"})


def read_value(spec: Field, text: str, words: Words | None = None) -> Value:
    """Return the value that a text stands for in a stored field.

    A choice is given by its label, in the source language or in that of `words`, or by its code. Raises
    ValueError where the text stands for no value of the field.
    """
    match spec.type:
        case FieldType.CHOICE:
            value: Value = _choice(spec, text, words)
        case FieldType.FLAG:
            value = _flag(text)
        case FieldType.NUMBER:
            value = read_typed(spec, text.replace(",", "").replace("，", ""))
        case _:
            value = read_typed(spec, text)
    if not spec.accepts(value):
        raise ValueError(f"{spec.key} takes no {value!r}")
    return value


def _choice(spec: Field, text: str, words: Words | None) -> str:
    wanted = folded(text)
    if not wanted:
        return str(spec.default)
    for choice in spec.choices:
        if wanted in (folded(name) for name in _names(choice.code, choice.label, words)):
            return choice.code
    raise ValueError(f"no choice of {spec.key}: {text!r}")


def _names(code: str, label: str, words: Words | None) -> Iterator[str]:
    yield from (code, label)
    if words is not None:
        yield words(label)


def _flag(text: str) -> bool:
    wanted = folded(text)
    if wanted not in _YES | _NO:
        raise ValueError(f"neither yes nor no: {text!r}")
    return wanted in _YES
