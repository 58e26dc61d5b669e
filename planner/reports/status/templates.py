"""Templates of status sheets: text files whose words Jinja2 fills in, without access to anything else.

What is filled in stands for itself: it is escaped, so that no title can become a heading or place a table.
Only `planner.reports.status` imports this module.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from planner.domain.numbering import outline_number

if TYPE_CHECKING:
    import jinja2

ENDING = ".md.j2"
_FILE = "<template>"
"""By what name Jinja knows a template's text in a traceback."""
_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")


class BrokenTemplate(Exception):
    """A template can't be used; the arguments are its file name, the line (from 1) and what is wrong."""


class Templates:
    """The templates of the folders given, those of the first going before; each is compiled once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._environment = _environment()
        self._compiled: dict[Path, jinja2.Template] = {}

    def find(self, key: str, language: str) -> Path:
        """Return the file of a sheet's template: that of the language if there is one, else the common one.

        Raises `BrokenTemplate` where there is none.
        """
        names = (f"{key}.{language}{ENDING}", f"{key}{ENDING}")
        files = (folder / name for folder in self._folders for name in names)
        found = next((file for file in files if file.is_file()), None)
        if found is None:
            raise BrokenTemplate(names[-1], 0, "the file is missing")
        return found

    def text(self, file: Path) -> str:
        """Return a template as it is written; raises `BrokenTemplate` for what is no text."""
        try:
            return file.read_text("utf-8")
        except (OSError, ValueError) as error:
            raise BrokenTemplate(file.name, 0, str(error)) from error

    def fill(self, file: Path, values: Mapping[str, object]) -> str:
        """Return the Markdown that a template gives with these values; raises `BrokenTemplate`."""
        import jinja2

        try:
            template = self._compiled.get(file)
            if template is None:
                template = self._compiled[file] = self._environment.from_string(self.text(file))
            return template.render(values)
        except jinja2.TemplateSyntaxError as error:
            raise BrokenTemplate(file.name, error.lineno, error.message or "") from error
        except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise BrokenTemplate(file.name, _line_of(error.__traceback__), str(error)) from error


def escaped(text: str) -> str:
    """Return Markdown that reads as this text: lines stay lines, empty ones are left out."""
    lines = (line.strip() for line in text.splitlines())
    return "\\\n".join(_MARKUP.sub(r"\\\1", line) for line in lines if line)


def _environment() -> "jinja2.Environment":
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=False,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., str]] = {"numeral": _numeral, "percent": _percent, "short": _short}
    environment.filters.update(filters)
    return environment


def _finalize(value: object) -> object:
    """Turn what a template shows into Markdown; what is undefined stays, and complains."""
    import jinja2

    if isinstance(value, jinja2.Undefined):
        return value
    return "" if value is None else escaped(str(value))


def _numeral(position: int, level: int = 0) -> str:
    """Number a heading: 一、 at level 0, （一） at 1, 1. at 2, （1） at 3."""
    return outline_number(level, position)


def _percent(value: float | None, digits: int = 0) -> str:
    return "—" if value is None else f"{value:.{digits}f}%"


def _short(text: str, most: int) -> str:
    """Return a text on one line of no more than so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _line_of(traceback: TracebackType | None) -> int:
    """Return the last line of the template in a traceback, 0 where it passes through none."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
