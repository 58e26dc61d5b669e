"""Cells parted by tabs and line breaks, as Excel, WPS and LibreOffice put them on the clipboard."""

import re
from collections.abc import Iterable

from planner.app.paste.grid import MAX_CHARACTERS, Grid, grid_of, too_much

_QUOTED = re.compile(r'"((?>[^"]+|"")*)"(?=\t|\n|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_NEEDS_QUOTES = re.compile(r'[\t\n\r]|\A"')


def read_tsv(text: str) -> Grid:
    """Return the cells of `text`.

    A cell in quotes may hold tabs, line breaks and doubled quotes. Quotes that nothing made necessary, as in
    a cell that reads "创新" with its quotes, belong to the text, because no program writes them otherwise.
    """
    if len(text) > MAX_CHARACTERS:
        raise too_much()
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").rstrip("\0")
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, place = _cell_at(text, place)
        rows[-1].append(cell)
        if place >= len(text):
            return grid_of(rows)
        if text[place] == "\n":
            rows.append([])
        place += 1


def write_tsv(rows: Iterable[Iterable[str]]) -> str:
    """Return cells as text that `read_tsv` and spreadsheets read back as they were."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _cell_at(text: str, place: int) -> tuple[str, int]:
    """Return the cell that begins at `place`, and where it ends."""
    if text.startswith('"', place) and (quoted := _QUOTED.match(text, place)):
        inside = quoted[1]
        if '""' in inside or "\t" in inside or "\n" in inside or not inside:
            return inside.replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    return (plain[0], plain.end()) if plain else ("", place)


def _quoted(cell: str) -> str:
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
