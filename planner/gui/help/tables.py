"""The tables that help pages show live, as Markdown: rules, keys, fields. Only the filler imports them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from planner.app.words import Words
from planner.domain.fields import Field, FieldType
from planner.domain.items import KINDS
from planner.domain.marks import N_
from planner.gui.action_set import plain_name
from planner.gui.actions import ACTIONS, MENU_TEXTS, Menu
from planner.gui.keys import KeyMap, key_text

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")

_TYPE_NAMES: Mapping[FieldType, str] = {
    FieldType.TEXT: N_("一行文字"),
    FieldType.PARAGRAPH: N_("多行文字"),
    FieldType.NUMBER: N_("数字"),
    FieldType.PERCENT: N_("百分数"),
    FieldType.FLAG: N_("是或否"),
    FieldType.CHOICE: N_("选一项"),
    FieldType.PERIOD: N_("日期或时段"),
    FieldType.DEADLINE: N_("时限原话"),
    FieldType.NAMES: N_("若干短语"),
    FieldType.ADDRESS: N_("网址"),
    FieldType.REFERENCE: N_("指向一项"),
    FieldType.RELATION: N_("关联"),
    FieldType.COMPUTED: N_("自动计算"),
}


def escaped(text: str) -> str:
    """Text as Markdown that shows it as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def _rules(words: Words, _keymap: KeyMap) -> str:
    from planner.app.checks.table import RULES
    from planner.app.checks.words import SEVERITY_NAMES

    rows = ((words(SEVERITY_NAMES[rule.severity]), words(rule.label)) for rule in RULES.values())
    return _table([words("级别"), words("查什么")], rows)


def _shortcuts(words: Words, keymap: KeyMap) -> str:
    keys = keymap.keys()
    parts = []
    for menu, text in MENU_TEXTS.items():
        rows = [
            (plain_name(words(row.text)), key_text(keys[row.id]))
            for row in ACTIONS
            if row.menu is menu and keys[row.id]
        ]
        if rows and menu is not Menu.PAGES:
            heading = escaped(plain_name(words(text)))
            parts.append(f"### {heading}\n\n{_table([words('操作'), words('按键')], rows)}")
    return "\n\n".join(parts)


def _fields(words: Words, _keymap: KeyMap) -> str:
    heads = [words("字段"), words("文件中的名称"), words("内容"), words("可选值")]
    parts = []
    for kind in KINDS.values():
        rows = [
            (words(spec.label), spec.key, words(_TYPE_NAMES[spec.type]), _choices(words, spec))
            for spec in kind.fields
        ]
        if rows:
            heading = f"### {escaped(words(kind.label))} · {escaped(kind.table)}"
            parts.append(f"{heading}\n\n{_table(heads, rows)}")
    return "\n\n".join(parts)


def _choices(words: Words, spec: Field) -> str:
    if spec.type is FieldType.RELATION:
        return words(KINDS[spec.target].label)
    return " · ".join(words(choice.label) for choice in spec.choices)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, *rows]
    cells = [" | ".join(escaped(cell) for cell in line) for line in lines]
    return "\n".join(f"| {line} |" for line in (cells[0], " | ".join("---" for _ in heads), *cells[1:]))


TABLES: Mapping[str, Callable[[Words, KeyMap], str]] = {
    "rules": _rules,
    "shortcuts": _shortcuts,
    "fields": _fields,
}
"""The tables by the names that pages call them by."""
