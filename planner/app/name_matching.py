"""How well one of several names fits what was typed so far: by its beginning, a part of it, or its sound."""

from collections.abc import Iterable

from planner.app.search import Initials, plain


class TypedName:
    """What was typed of a name; `initials` spell how a name sounds, asked only for plain letters."""

    def __init__(self, typed: str, initials: Initials | None = None) -> None:
        self._wanted = plain(typed).strip()
        self._initials = initials if self._wanted.isascii() and self._wanted.isalpha() else None

    def __bool__(self) -> bool:
        return bool(self._wanted)

    def place(self, names: Iterable[str]) -> int | None:
        """Return how well the best of some names fits, 0 being the best; None where none does."""
        known = [plain(name) for name in names]
        if any(name.startswith(self._wanted) for name in known):
            return 0
        if any(self._wanted in name for name in known):
            return 1
        if self._initials is None:
            return None
        spelled = [self._initials(name) for name in known]
        if any(name.startswith(self._wanted) for name in spelled):
            return 2
        return 3 if any(self._wanted in name for name in spelled) else None
