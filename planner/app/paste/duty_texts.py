"""Units and deadlines that a pasted row says in the running text instead of in columns."""

import re

from planner.app.paste.rows import Remark, RowDraft
from planner.domain.duties import read_duty

DUTY_KEYS = ("lead", "supporting", "undivided", "due")

_DIVIDED_BY_DUTIES = re.compile(r"按(?:照)?(?:各自)?职责(?:分工)?负责")


def take_duty(draft: RowDraft, key: str) -> None:
    """Move what the text of a field says of units and deadline into their own fields, if these are empty."""
    text = draft.values.get(key, "")
    duty = read_duty(text)
    rest = duty.rest.strip()
    if not duty.words or (key == "title" and not rest) or any(draft.values.get(owner) for owner in DUTY_KEYS):
        return
    for owner, units in (("lead", duty.lead), ("supporting", duty.supporting), ("undivided", duty.undivided)):
        if units:
            draft.values[owner] = "、".join(units)
    if duty.due:
        draft.values["due"] = duty.due
    if said := _DIVIDED_BY_DUTIES.search(duty.words):
        draft.values["duty"] = said[0]
    draft.values[key] = rest
    draft.remarks[Remark.DUTY_READ] = None
