"""Clocks: the machine's own, and one that stands at the day a person asks about."""

from datetime import UTC, date, datetime


class SystemClock:
    """Tells the machine's time and, unless another day was asked for, its date."""

    def __init__(self, as_of: date | None = None) -> None:
        self._as_of = as_of

    def today(self) -> date:
        """Return the day by which deadlines and lights are judged."""
        return self._as_of or datetime.now().astimezone().date()

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
