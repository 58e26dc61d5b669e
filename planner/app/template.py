"""The plans that a person can start from, built from the readable sources in `data/`.

A template is one or more folders of TOML files laid one over another: the example plan is the Shanghai
template with units, deadlines and progress laid over it. `data/README.md` describes the form of the files.
Window and command line import it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from planner.app.template_reader import Reader
from planner.app.template_source import BrokenSource, Problem
from planner.domain.changes import Insert, apply
from planner.domain.errors import Refused
from planner.domain.plan import Plan

LAYERS = {"shanghai": ("shanghai",), "example": ("shanghai", "example"), "blank": ("blank",)}
"""The folders of which each template consists, the lowest first."""

NAMES = tuple(LAYERS)
"""The names that `load` takes."""


def load(folder: Path, name: str) -> Plan:
    """Build the template `name` from the sources in `folder`.

    Raises `BrokenSource`, naming file and entry, where a source is not as it should be, `OSError` where one
    can't be read and `KeyError` for a name that is not in `NAMES`.
    """
    sources = [path for layer in LAYERS[name] for path in _files(folder / layer)]
    return build_template((f"{path.parent.name}/{path.name}", _parse(path)) for path in sources)


def build_template(sources: Iterable[tuple[str, Mapping[str, Any]]]) -> Plan:
    """Build a plan from parsed sources, each with the name that messages call it by.

    A later source may add to what an earlier one has made. Raises `BrokenSource`.
    """
    reader = Reader()
    for name, sections in sources:
        reader.read(name, sections)
    plan = Plan()
    try:
        apply(plan, [Insert(item) for item in reader.items()])
    except Refused as refused:
        place = reader.place_of(refused.details.get("item", ""))
        raise BrokenSource(Problem.UNSOUND, place, refused) from refused
    return plan


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".toml")


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise BrokenSource(Problem.NOT_TOML, f"{path.parent.name}/{path.name}", error) from error
