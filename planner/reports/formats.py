"""The forms in which a plan leaves the program. Any room above `app` may import it."""

from enum import StrEnum
from pathlib import Path

from planner.reports.outcome import UnknownFormat


class ExportFormat(StrEnum):
    """One form, by the ending of its files."""

    XLSX = "xlsx"
    CSV = "csv"
    MARKDOWN = "md"
    HTML = "html"
    OPML = "opml"


def format_of(path: Path, wished: str = "") -> ExportFormat:
    """Return the form that is wished for, else the one that the name says; raises `UnknownFormat`."""
    try:
        return ExportFormat(wished or path.suffix.lower().lstrip("."))
    except ValueError:
        raise UnknownFormat(path.name, ", ".join(f".{form}" for form in ExportFormat)) from None
