"""Writes a preset as TOML text: what it has different from the official one.

Any room above `app` may import it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from planner.reports.preset import Form

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_COLUMNS = "columns"


def preset_text(form: Form, base: Form) -> str:
    """Return a preset as text; read over `base` it is `form` again.

    Columns are given whole where their choice, order or a width differs.
    """
    return "\n".join(_lines(_difference(form, base), "")).strip() + "\n"


def _difference(form: Form, base: Mapping[str, Any]) -> Form:
    different: Form = {}
    for key, value in form.items():
        old = base.get(key)
        if key == _COLUMNS and isinstance(old, dict):
            if list(value.items()) != list(old.items()):
                different[key] = value
        elif isinstance(value, dict) and isinstance(old, dict):
            if inner := _difference(value, old):
                different[key] = inner
        elif value != old:
            different[key] = value
    return different


def _lines(form: Form, path: str) -> Iterator[str]:
    """Yield the lines of one table, its plain values before the tables within it."""
    tables = {key: value for key, value in form.items() if isinstance(value, dict) and key != _COLUMNS}
    plain = {key: value for key, value in form.items() if key not in tables}
    if plain and path:
        yield f"\n[{path}]"
    for key, value in plain.items():
        yield f"{_key(key)} = {_value(value)}"
    for key, value in tables.items():
        yield from _lines(value, f"{path}.{_key(key)}" if path else _key(key))


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"{value:.15g}"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
        case dict():
            return "{ " + ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items()) + " }"
        case _:
            return "[" + ", ".join(map(_value, value)) + "]"
