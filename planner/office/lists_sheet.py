"""The hidden sheet with what cells can be chosen from, and the day of the workbook.

Only `planner.office` imports it. Lists typed into a validation end at 255 characters; lists in cells don't.
"""

from datetime import date
from typing import TYPE_CHECKING

from planner.app.words import Words
from planner.domain.marks import N_
from planner.office.row_writer import column_letters
from planner.office.safe_text import cleaned, sheet_name, shortened

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_DATE = "yyyy-mm-dd"


class Lists:
    """Names the lists that are asked for, and writes them at the end."""

    as_of = "as_of_date"
    """The name of the cell with the day as of which the workbook was made."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], str] = {}

    def name_of(self, choices: tuple[str, ...]) -> str:
        """Return the name of the cells that will hold these choices."""
        return self._names.setdefault(choices, f"choices_{len(self._names) + 1}")

    def write(self, workbook: "Workbook", words: Words, day: date, taken: set[str]) -> None:
        """Write the sheet after all others and name its cells."""
        name = sheet_name(words(N_("选项表")), taken)
        sheet = workbook.add_worksheet(name)
        text = workbook.add_format({"quote_prefix": True})
        sheet.write_string(0, 0, words(N_("截至日期")))
        sheet.write_datetime(1, 0, day, workbook.add_format({"num_format": _DATE}))
        sheet.set_column(0, len(self._names), 24)
        workbook.define_name(self.as_of, f"='{name}'!$A$2")
        for column, (choices, label) in enumerate(self._names.items(), 1):
            letters = column_letters(column)
            sheet.write_string(0, column, label)
            for row, choice in enumerate(choices, 1):
                sheet.write_string(row, column, shortened(cleaned(choice)[0]), text)
            workbook.define_name(label, f"='{name}'!${letters}$2:${letters}${len(choices) + 1}")
        sheet.hide()
