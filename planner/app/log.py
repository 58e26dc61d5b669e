"""The log of a plan: every change set that was ever applied to it, in the form in which it is stored."""

import json
from dataclasses import dataclass

from planner.domain.changes import ChangeSet
from planner.domain.codec import change_set_from_json, change_set_to_json


@dataclass(frozen=True, slots=True)
class Entry:
    """One applied change set: the revision of the plan that it made, and its JSON text on one line."""

    revision: int
    payload: str

    @classmethod
    def of(cls, revision: int, change_set: ChangeSet) -> "Entry":
        """Encode a change set."""
        payload = json.dumps(change_set_to_json(change_set), ensure_ascii=False, separators=(",", ":"))
        return cls(revision, payload)

    def change_set(self) -> ChangeSet:
        """Decode the change set; refuses one that a newer program wrote."""
        return change_set_from_json(json.loads(self.payload))
