"""What whoever paints a report hands on to be finished as a file. Any room above `app` may import it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading and where it stands: the page counted from 0, the place from the page's top in points.

    `level` is that of the heading; one that is not `listed` matters only where a file holds many reports.
    """

    text: str
    level: int
    page: int
    top: float
    listed: bool = True


@dataclass(frozen=True, slots=True)
class PaintedPdf:
    """The pages of a report as a PDF, without bookmarks and properties."""

    content: bytes
    title: str
    language: str
    bookmarks: Sequence[Bookmark]
