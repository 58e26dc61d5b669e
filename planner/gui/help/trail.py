"""Where a reader has been: back and forward through pages. The help window alone imports it."""


class Trail:
    """Pages in the order in which they were looked at, and the one looked at now."""

    def __init__(self, first: str) -> None:
        self._pages = [first]
        self._place = 0

    @property
    def here(self) -> str:
        """The page looked at."""
        return self._pages[self._place]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a page that was gone back from."""
        return self._place < len(self._pages) - 1

    def go_to(self, page: str) -> None:
        """Look at a page; those gone back from are forgotten."""
        if page != self.here:
            self._pages[self._place + 1 :] = [page]
            self._place += 1

    def step(self, by: int) -> None:
        """Go back by -1 or forward by 1, no further than there are pages."""
        self._place = min(max(self._place + by, 0), len(self._pages) - 1)
