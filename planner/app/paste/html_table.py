"""The first table of an HTML text, as spreadsheets and word processors put it on the clipboard.

Merged cells and Excel's indentation of a cell are kept, which plain text loses.
"""

import re
from html.parser import HTMLParser

from planner.app.paste.grid import MAX_CELLS, MAX_CHARACTERS, Grid, grid_of, too_much

INDENT = "\u3000"
"""What one step of a cell's indentation becomes."""

_MOST_INDENTS = 15
_CLASS_STYLE = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_INDENT_COUNT = re.compile(r"mso-char-indent-count:\s*(\d+)")
_WHITE = re.compile(r"[ \t\n\r\f]+")
_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BREAK_IN_CJK = re.compile(rf"(?<={_CJK})[ \t]*[\n\r\f]+[ \t]*(?={_CJK})")
_PARAGRAPHS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
_UNSEEN = {"style", "script", "title"}


def read_html_table(html: str) -> Grid | None:
    """Return the cells of the first table in `html`; None where it has none."""
    if len(html) > MAX_CHARACTERS:
        raise too_much()
    reader = _TableReader(_indents_of_classes(html))
    reader.feed(html)
    reader.close()
    return reader.grid()


def _indents_of_classes(html: str) -> dict[str, int]:
    styles = _CLASS_STYLE.findall(html) if "mso-char-indent-count" in html else []
    return {name: _indents(style) for name, style in styles}


def _indents(style: str) -> int:
    found = _INDENT_COUNT.search(style)
    return min(int(found[1]), _MOST_INDENTS) if found else 0


class _TableReader(HTMLParser):
    """Fills the grid cell by cell; a table inside a cell becomes lines of that cell."""

    def __init__(self, indents: dict[str, int]) -> None:
        super().__init__(convert_charrefs=True)
        self._indents = indents
        self._cells: dict[tuple[int, int], str] = {}
        self._covered: set[tuple[int, int]] = set()
        self._taken: set[tuple[int, int]] = set()
        self._row, self._column = -1, 0
        self._depth = 0
        self._found = self._finished = False
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._indent = ""
        self._unseen = 0

    def grid(self) -> Grid | None:
        """Return what was read."""
        if not self._found:
            return None
        self._end_cell()
        rows: list[list[str]] = [[] for _ in range(self._row + 1)]
        for (row, column), text in sorted(self._cells.items()):
            if row <= self._row:
                rows[row] += [""] * (column - len(rows[row])) + [text]
        return grid_of(rows, frozenset(self._covered))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
            self._found = True
        elif self._depth == 1 and not self._finished and tag == "tr":
            self._end_cell()
            self._row, self._column = self._row + 1, 0
        elif self._depth == 1 and not self._finished and tag in ("td", "th"):
            self._end_cell()
            self._begin_cell({name: value or "" for name, value in attrs})
        elif self._text is not None and (tag == "br" or tag in _PARAGRAPHS or tag == "tr"):
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self._end_cell()
                self._finished = True
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._unseen:
            self._text.append(_WHITE.sub(" ", _BREAK_IN_CJK.sub("", data)))

    def _break(self) -> None:
        if self._text:
            self._text.append("\n")

    def _begin_cell(self, attrs: dict[str, str]) -> None:
        self._row = max(self._row, 0)
        while (self._row, self._column) in self._taken:
            self._column += 1
        self._text = []
        self._span = (_span(attrs.get("rowspan", "")), _span(attrs.get("colspan", "")))
        style = attrs.get("style", "")
        count = _indents(style) or self._indents.get(attrs.get("class", ""), 0)
        self._indent = INDENT * count

    def _end_cell(self) -> None:
        if self._text is None:
            return
        lines = "".join(self._text).replace("\xa0", " ").split("\n")
        text = "\n".join(line.rstrip() for line in lines).strip("\n")
        text = self._indent + text if text else ""
        self._text = None
        down, across = self._span
        if len(self._taken) + down * across > MAX_CELLS:
            raise too_much()
        for row in range(self._row, self._row + down):
            for column in range(self._column, self._column + across):
                self._taken.add((row, column))
                self._cells[row, column] = text if column == self._column else ""
            if row > self._row:
                self._covered.add((row, self._column))
        self._column += across


def _span(text: str) -> int:
    """Return how many rows or columns a cell takes; spreadsheets write no more than a few thousand."""
    digits = text.strip()
    return min(max(int(digits), 1), 5000) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 1
