"""Where cells come to stand when some rows of a sheet are repeated, in addresses and in formulas.

Only `planner.office.template` imports it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.office.row_writer import column_letters

_CELL = r"\$?[A-Za-z]{1,3}\$?\d{1,7}"
_SHEET = r"'(?:[^']|'')+'|[\w.]+"
_REFERENCE = re.compile(
    r'"(?:[^"]|"")*"'  # a text
    r"|'?\[[^\]]*\][^!\[\]]*!\$?\w+(?::\$?\w+)?"  # another workbook
    r"|\[(?:[^\[\]]|\[[^\]]*\])*\]"  # a column of a table
    rf"|(?<![\w.$])(?:(?P<sheet>{_SHEET})!)?"
    rf"(?:(?P<first>{_CELL})(?::(?P<last>{_CELL}))?|(?P<top>\$?\d{{1,7}}):(?P<bottom>\$?\d{{1,7}}))"
    r"(?![\w.(!])"
)
_ADDRESS = re.compile(r"((?:\$?[A-Za-z]{1,3})?)(\$?)(\d+)")
_TOTALS = re.compile(
    r"(?:\b(?:SUM|SUMIF|COUNT|COUNTA|COUNTIF|COUNTBLANK|AVERAGE|AVERAGEIF|MAX|MIN)\(|\bSUBTOTAL\(\s*\d+\s*,)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Growth:
    """The rows of one sheet that are repeated, from 1, each with the number of rows that it gains."""

    gains: Mapping[int, int]

    def row(self, row: int) -> int:
        """Return where a row comes to stand: a repeated one, where its first copy does."""
        return row + sum(gain for repeated, gain in self.gains.items() if repeated < row)

    def end(self, row: int) -> int:
        """Return where the last row of a range comes to stand; of a repeated one, its last copy."""
        return row + sum(gain for repeated, gain in self.gains.items() if repeated <= row)

    def cell(self, address: str) -> str:
        """Return where one cell, as `B5`, comes to stand."""
        return _moved(address, self.row)

    def area(self, address: str) -> str:
        """Return what an area, as `A1:B5`, comes to be; a single cell grows with its row."""
        first, _, last = address.partition(":")
        top, bottom = _moved(first, self.row), _moved(last or first, self.end)
        return top if top == bottom and not last else f"{top}:{bottom}"

    def areas(self, addresses: str) -> str:
        """Return what several areas, separated by blanks, come to be."""
        return " ".join(map(self.area, addresses.split()))


def moved_formula(formula: str, growths: Mapping[str, Growth], here: str) -> str:
    """Return a formula of the sheet `here` with its references led to where their cells come to stand.

    `growths` go by the name of the sheet in lower case. A range that takes in a repeated row takes in all its
    copies; so does a repeated row's single cell that a total is made of.
    """

    def moved(found: re.Match[str]) -> str:
        growth = growths.get(_sheet_name(found["sheet"], here))
        if growth is None or not (found["first"] or found["top"]):
            return found[0]
        summed = _TOTALS.search(formula[: found.start()]) and formula[found.end() : found.end() + 1] in ",)"
        first, last = found["first"] or found["top"], found["last"] or found["bottom"]
        prefix = f"{found['sheet']}!" if found["sheet"] else ""
        if last:
            return f"{prefix}{_moved(first, growth.row)}:{_moved(last, growth.end)}"
        return prefix + (growth.area(first) if summed else growth.cell(first))

    return _REFERENCE.sub(moved, formula)


def copied_formula(formula: str, growths: Mapping[str, Growth], here: str, row: int, copy: int) -> str:
    """Return the formula of a repeated `row` as it stands in its copy number `copy`, from 0.

    A reference without `$` to the row itself, to one above or to another sheet moves along, as when a person
    fills down.
    """
    own = growths[here.lower()]

    def led(address: str, growth: Growth | None, *, ends: bool) -> str:
        target, fixed = _row_of(address)
        if not fixed and growth is not own:
            return _moved(address, lambda number: number + copy)
        if not fixed and target <= row:
            return _moved(address, lambda number: own.row(row) + copy - (row - number))
        if growth is None:
            return address
        return _moved(address, growth.end if ends else growth.row)

    def moved(found: re.Match[str]) -> str:
        first, last = found["first"] or found["top"], found["last"] or found["bottom"]
        if not first:
            return found[0]
        growth = growths.get(_sheet_name(found["sheet"], here))
        prefix = f"{found['sheet']}!" if found["sheet"] else ""
        start = led(first, growth, ends=False)
        return f"{prefix}{start}:{led(last, growth, ends=True)}" if last else prefix + start

    return _REFERENCE.sub(moved, formula)


def relative_formula(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it reads so many rows and columns away, as the members of a shared one do."""

    def moved(found: re.Match[str]) -> str:
        ends = [_shifted(address, rows, columns) for address in (found["first"], found["last"]) if address]
        prefix = f"{found['sheet']}!" if found["sheet"] else ""
        return prefix + ":".join(ends) if ends else found[0]

    return _REFERENCE.sub(moved, formula)


def split_address(address: str) -> tuple[int, int]:
    """Return the row, from 1, and the column, from 0, of a cell such as `B5`."""
    found = _ADDRESS.fullmatch(address.replace("$", ""))
    if found is None:
        raise ValueError(address)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[3]), column - 1


def _sheet_name(quoted: str | None, here: str) -> str:
    if not quoted:
        return here.lower()
    return (quoted[1:-1].replace("''", "'") if quoted.startswith("'") else quoted).lower()


def _row_of(address: str) -> tuple[int, bool]:
    """Return the row of an address, and whether a `$` holds it fast."""
    found = _ADDRESS.fullmatch(address)
    return (int(found[3]), bool(found[2])) if found else (0, True)


def _moved(address: str, place: Callable[[int], int]) -> str:
    return _ADDRESS.sub(lambda found: f"{found[1]}{found[2]}{place(int(found[3]))}", address)


def _shifted(address: str, rows: int, columns: int) -> str:
    row, column = split_address(address)
    letters, _, digits = address.rpartition("$")
    fixed_row = bool(letters) and digits.isdigit()
    fixed_column = address.startswith("$")
    name = column_letters(column if fixed_column else column + columns)
    return f"{'$' * fixed_column}{name}{'$' * fixed_row}{row if fixed_row else row + rows}"
