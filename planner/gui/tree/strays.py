"""Rows that a filter would hide since they were edited or came, and that stay in sight until a person says.

For the tree's model alone.
"""

from collections.abc import Callable, Iterable


class Strays:
    """Knows which rows no longer fit; `fits` judges a row, and says False of one that is gone."""

    def __init__(self, fits: Callable[[str], bool]) -> None:
        self._fits = fits
        self._rows: set[str] = set()
        self._accepted: set[str] = set()

    def __len__(self) -> int:
        return len(self._rows - self._accepted)

    def judge(self, item_ids: Iterable[str], there: Callable[[str], bool]) -> None:
        """Judge some rows anew, and those that did not fit before; `there` says which are in the plan."""
        self._rows = {row for row in {*item_ids, *self._rows} if there(row) and not self._fits(row)}
        self._accepted &= self._rows

    def accept(self) -> None:
        """Say no more of the rows that do not fit now."""
        self._accepted = set(self._rows)

    def forget(self) -> None:
        """Start over, as with another filter."""
        self._rows.clear()
        self._accepted.clear()
