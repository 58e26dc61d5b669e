"""Fields that people add to measures and indicators, and what these say in them.

The values are items, as links are: file, journal, history, diff and merge carry them like any other.
"""

from dataclasses import dataclass

from planner.domain import fields
from planner.domain.items.base import Item, kind
from planner.domain.marks import N_


@kind("own_field", N_("自定义字段"), table="own_fields")
@dataclass(frozen=True, slots=True)
class OwnField(Item):
    """A field of one's own: which kind of item has it and what it holds.

    `options` are the texts to choose from; `formula` is reckoned from other fields, see
    `planner.domain.formula`.
    """

    title: str = fields.text(N_("名称"), width=20)
    subject: str = fields.choice(N_("用于"), ("measure", N_("举措")), ("indicator", N_("指标")))
    holds: str = fields.choice(
        N_("类型"),
        ("text", N_("文字")),
        ("number", N_("数字")),
        ("period", N_("日期")),
        ("choice", N_("选项")),
        ("flag", N_("是否")),
        ("unit", N_("单位")),
        ("formula", N_("公式")),
    )
    options: tuple[str, ...] = fields.names(N_("选项"), width=24)
    formula: str = fields.text(N_("公式"), width=30)
    notes: str = fields.paragraph(N_("备注"))


@kind("own_value", N_("自定义内容"), table="own_values", under=("measure", "indicator"))
@dataclass(frozen=True, slots=True)
class OwnValue(Item):
    """What its parent says in a field of one's own: a text in the form in which it is stored, or a unit."""

    field: str = fields.reference(N_("字段"), "own_field")
    text: str = fields.paragraph(N_("内容"), system=True)
    unit: str = fields.reference(N_("单位"), "unit")
