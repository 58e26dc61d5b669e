"""The table of commands: one row each, read by the parser. It imports nothing of what the commands do."""

from argparse import ArgumentTypeError
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

Argument = tuple[tuple[str, ...], Mapping[str, Any]]


class Command(NamedTuple):
    """One command: its name, one line of help, and its arguments as argparse takes them."""

    name: str
    help: str
    arguments: tuple[Argument, ...]


def _argument(*flags: str, **settings: Any) -> Argument:
    return flags, settings


def iso_date(text: str) -> date:
    """Read a day as 2025-12-31, for argparse."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a date such as 2025-12-31") from None


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise ArgumentTypeError(f"{text!r} is not a scale between 0.5 and 4")
    return scale


_PLAN = _argument("plan", type=Path, metavar="PLAN", help="a .plan file")
_JSON = _argument("--json", action="store_true", help="print JSON for a program to read")
_AS_OF = _argument("--as-of", type=iso_date, metavar="DATE", help="judge by this day instead of today")
_FORCE = _argument("--force", action="store_true", help="overwrite a file that is there")

COMMANDS = (
    Command(
        "new",
        "make a plan from a template",
        (
            _argument("out", type=Path, metavar="OUT", help="the .plan file to make"),
            _argument("--template", default="blank", metavar="NAME", help="shanghai, example or blank"),
            _FORCE,
        ),
    ),
    Command("info", "say what a plan contains, in numbers", (_PLAN, _JSON)),
    Command(
        "show",
        "print every item of a plan",
        (_PLAN, _JSON, _argument("--kind", metavar="KIND", help="only this kind, as measure"), _AS_OF),
    ),
    Command(
        "check",
        "look for what does not hang together; exit code 1 if anything is found",
        (
            _argument("plan", type=Path, nargs="?", metavar="PLAN", help="a .plan file"),
            _JSON,
            _argument(
                "--rule",
                action="extend",
                nargs="+",
                default=[],
                metavar="CODE",
                help="only by these rules",
            ),
            _argument("--list", action="store_true", help="print the rules instead"),
            _AS_OF,
        ),
    ),
    Command(
        "diff",
        "print the changes that turn one plan into another; exit code 1 if there are any",
        (
            _argument("old", type=Path, metavar="A", help="the plan to start from"),
            _argument("new", type=Path, metavar="B", help="the plan to arrive at"),
            _JSON,
        ),
    ),
    Command(
        "apply",
        "apply a file of changes to a plan: whole, or not at all",
        (
            _PLAN,
            _argument("changes", type=Path, metavar="CHANGES.json", help="what `diff --json` printed"),
            _argument("-o", "--out", type=Path, metavar="OUT", help="save as another file"),
            _FORCE,
        ),
    ),
    Command(
        "export",
        "write the work plan as an Excel workbook, as CSV or as an outline",
        (
            _argument("plan", type=Path, nargs="?", metavar="PLAN", help="a .plan file"),
            _argument("-o", "--out", type=Path, metavar="OUT", help="the file, or a folder with --each-unit"),
            _argument("--list", action="store_true", help="print the sheets and presets instead"),
            _argument(
                "--format",
                default="",
                choices=("xlsx", "csv", "md", "html", "opml"),
                help="else by OUT's ending",
            ),
            _argument("--sheets", default="", metavar="A,B", help="these sheets in this order, see --list"),
            _argument("--preset", default="official", metavar="NAME|FILE", help="the layout, see --list"),
            _argument("--template", default="", metavar="X.xlsx", help="fill an office's own workbook"),
            _argument("--scope", default="", metavar="ID", help="of this branch of the framework"),
            _argument("--unit", default="", metavar="UNIT", help="of this unit, by a name or its id"),
            _argument("--view", default="", metavar="NAME", help="what a view saved in the plan looks for"),
            _argument("--each-unit", action="store_true", help="one file for each unit"),
            _argument(
                "--name",
                default="",
                metavar="PATTERN",
                help="names in a folder: {title}-{unit}, also {number}",
            ),
            _AS_OF,
        ),
    ),
    Command(
        "print",
        "write status sheets as PDF, Word or HTML files",
        (
            _argument("plan", type=Path, nargs="?", metavar="PLAN", help="a .plan file"),
            _argument("--sheet", metavar="SHEET", help="which sheet, see --list"),
            _argument("--list", action="store_true", help="print the sheets instead"),
            _argument("--unit", default="", metavar="UNIT", help="of this unit, by a name or its id"),
            _argument(
                "--measure",
                action="append",
                default=[],
                metavar="ID",
                help="of this measure, by id or number",
            ),
            _argument("--scope", default="", metavar="ID", help="of this branch of the framework"),
            _argument("--period", default="", metavar="PERIOD", help="a period as 2025-11 or 2025年11月"),
            _argument("--compare", default="", metavar="FILE|PERIOD", help="show what changed since"),
            _argument(
                "--paper", choices=("A0", "A1", "A2", "A3", "A4", "A5", "B5"), help="another size of paper"
            ),
            _argument("--each-unit", action="store_true", help="one for each unit"),
            _argument(
                "--name", default="", metavar="PATTERN", help="names in a folder: {sheet}-{subject}.pdf"
            ),
            _argument(
                "-o",
                "--out",
                type=Path,
                metavar="OUT",
                help="a .pdf, .docx or .html file, or a folder for many",
            ),
            _AS_OF,
        ),
    ),
    Command(
        "period",
        "close a reporting period, or list the closed ones",
        (
            _PLAN,
            _argument("action", choices=("close", "list"), help="close the plan's present state under NAME"),
            _argument("name", nargs="?", default="", metavar="NAME", help="the period's name, as 2025年10月"),
            _JSON,
            _AS_OF,
        ),
    ),
    Command(
        "recover",
        "list edits that were never saved, or bring them back",
        (
            _argument("plan", type=Path, nargs="?", metavar="PLAN", help="only what belongs to this file"),
            _argument("-o", "--out", type=Path, metavar="OUT", help="save the plan with these edits as OUT"),
            _argument(
                "--salvage", action="store_true", help="save what can be read of a damaged PLAN as OUT"
            ),
            _argument("--partly", action="store_true", help="apply what still fits a file that has changed"),
            _argument("--discard", action="store_true", help="forget these edits for good"),
            _FORCE,
            _JSON,
        ),
    ),
    Command(
        "screenshot",
        "save a picture of every main view",
        (
            _PLAN,
            _argument("-o", "--out", type=Path, metavar="DIR", required=True, help="the folder to fill"),
            _argument("--theme", choices=("light", "dark", "high-contrast"), default="light"),
            _argument("--scale", type=_scale, default=1.0, metavar="N", help="pixels a point, 0.5 to 4"),
            _AS_OF,
        ),
    ),
)
