"""The names of files when many sheets are written at once. Any room above `app` may import it."""

import re
from collections.abc import Container, Sequence

from planner.app.words import Words
from planner.reports.blocks import Report
from planner.reports.status.sheets import BY_KEY

DEFAULT_PATTERN = "{sheet}-{subject}.pdf"

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_PLACEHOLDER = re.compile(r"\{(number|sheet|subject|period|title)\}")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_MOST_BYTES = 150
"""How long a name may be; file systems take 255 bytes, and a folder may be synced to another."""


def file_names(reports: Sequence[Report], pattern: str, period: str, words: Words) -> list[str]:
    """Return a name for each report that any file system takes, no two alike.

    The pattern may have {number}, {sheet}, {subject}, {period} and {title}; its ending says the format.
    """
    stem, _, ending = (pattern or DEFAULT_PATTERN).rpartition(".")
    taken: set[str] = set()
    names = []
    for number, report in enumerate(reports, 1):
        values = {
            "number": f"{number:03}",
            "sheet": words(BY_KEY[report.key].label),
            "subject": report.subject or report.title,
            "period": period,
            "title": report.title,
        }
        filled = stem or "{sheet}-{subject}"
        for found in set(_PLACEHOLDER.findall(filled)):
            filled = filled.replace(f"{{{found}}}", values[found])
        name = free_name(safe_name(filled), taken)
        taken.add(name.casefold())
        names.append(f"{name}.{ending}")
    return names


def safe_name(text: str) -> str:
    """Return a text as the name of a file, without its ending, that any file system takes."""
    name = _FORBIDDEN.sub("_", text).strip(" .")
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1]
    return f"_{name}" if not name or _RESERVED.match(name) else name.rstrip(" .")


def free_name(name: str, taken: Container[str]) -> str:
    """Return the name with a number where it is one of those taken, which are in `casefold`."""
    candidate, count = name, 1
    while candidate.casefold() in taken:
        count += 1
        candidate = f"{name} ({count})"
    return candidate
