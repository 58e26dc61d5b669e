"""Which parts of the inspector a person keeps closed: those of the table below until it is said otherwise."""

import json

from planner.domain.fields import Group

_CLOSED_AT_FIRST = frozenset((Group.RECORD.value, Group.SOURCE.value, "funding"))


class Folds:
    """Open and closed parts."""

    def __init__(self) -> None:
        self._open: dict[str, bool] = {}

    def is_open(self, part: str) -> bool:
        """Whether a part is shown in full."""
        return self._open.get(part, part not in _CLOSED_AT_FIRST)

    def set_open(self, part: str, opened: bool) -> None:
        """Open or close a part."""
        self._open[part] = opened

    def text(self) -> str:
        """Return what was opened and closed, as text to be kept."""
        return json.dumps(self._open)

    def restore(self, text: str) -> None:
        """Take over what `text` kept; any other text leaves things as they are."""
        try:
            kept = json.loads(text)
        except ValueError:
            return
        if isinstance(kept, dict):
            self._open = {str(part): opened for part, opened in kept.items() if isinstance(opened, bool)}
