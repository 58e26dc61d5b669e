"""Which operators a field takes, how many values each asks for, and what they are called."""

from collections.abc import Mapping

from planner.app.conditions.model import Operator
from planner.domain.fields import Field, FieldType
from planner.domain.marks import N_
from planner.domain.own_fields import is_own

OPERATOR_NAMES: Mapping[Operator, str] = {
    Operator.CONTAINS: N_("包含"),
    Operator.LACKS: N_("不包含"),
    Operator.IS: N_("等于"),
    Operator.IS_NOT: N_("不等于"),
    Operator.EMPTY: N_("为空"),
    Operator.FILLED: N_("不为空"),
    Operator.EQUAL: N_("＝"),
    Operator.UNEQUAL: N_("≠"),
    Operator.AT_LEAST: N_("≥"),
    Operator.AT_MOST: N_("≤"),
    Operator.ABOVE: N_("＞"),
    Operator.BELOW: N_("＜"),
    Operator.BETWEEN: N_("介于"),
    Operator.BEFORE: N_("早于"),
    Operator.AFTER: N_("晚于"),
    Operator.FROM_TO: N_("从……到……"),
    Operator.DURING: N_("在"),
    Operator.OVERDUE: N_("已逾期"),
    Operator.ANY_OF: N_("是其中之一"),
    Operator.ALL_OF: N_("包含全部"),
    Operator.NONE_OF: N_("都不是"),
    Operator.YES: N_("是"),
    Operator.NO: N_("否"),
}

VALUE_COUNTS: Mapping[Operator, int] = {
    Operator.EMPTY: 0,
    Operator.FILLED: 0,
    Operator.OVERDUE: 0,
    Operator.YES: 0,
    Operator.NO: 0,
    Operator.BETWEEN: 2,
    Operator.FROM_TO: 2,
}
"""How many values an operator asks for where it is not one (or, for a choice among many, any number)."""

_EMPTINESS = (Operator.EMPTY, Operator.FILLED)
_TEXT = (Operator.CONTAINS, Operator.LACKS, Operator.IS, Operator.IS_NOT, *_EMPTINESS)
_NUMBER = (
    Operator.EQUAL,
    Operator.UNEQUAL,
    Operator.AT_LEAST,
    Operator.AT_MOST,
    Operator.ABOVE,
    Operator.BELOW,
    Operator.BETWEEN,
    *_EMPTINESS,
)
_DATE = (Operator.DURING, Operator.BEFORE, Operator.AFTER, Operator.FROM_TO, *_EMPTINESS)
_CHOICE = (Operator.ANY_OF, Operator.NONE_OF)
_RELATION = (Operator.ANY_OF, Operator.ALL_OF, Operator.NONE_OF, Operator.CONTAINS, *_EMPTINESS)

_BY_TYPE: Mapping[FieldType, tuple[Operator, ...]] = {
    FieldType.NUMBER: _NUMBER,
    FieldType.PERCENT: _NUMBER,
    FieldType.PERIOD: _DATE,
    FieldType.CHOICE: _CHOICE,
    FieldType.FLAG: (Operator.YES, Operator.NO),
    FieldType.RELATION: _RELATION,
    FieldType.REFERENCE: _RELATION,
}
_COMPUTED: Mapping[str, tuple[Operator, ...]] = {
    "progress": _NUMBER,
    "light": _CHOICE,
    "due_date": (Operator.OVERDUE, *_DATE),
}

FACET_OPERATORS = _RELATION


def operators_for(spec: Field) -> tuple[Operator, ...]:
    """Return the operators that a field takes, the most useful first."""
    if spec.type is FieldType.COMPUTED:
        return _COMPUTED.get(spec.key, _NUMBER if is_own(spec.key) else _TEXT)
    return _BY_TYPE.get(spec.type, _TEXT)
