"""The presets that a plan can be laid out by: its own, those of the program, and files.

Any room above `app` may import it.
"""

from collections.abc import Mapping
from pathlib import Path

from planner.domain.items import ROOT, Layout, OwnField
from planner.domain.own_fields import own_key
from planner.domain.plan import Plan
from planner.reports.preset import Form, Preset, load_form, preset_of, read_form


def find_preset(plan: Plan, folder: Path, name: str) -> Preset:
    """Return the plan's preset of that id or title, else the one of the folder or of the file of that path.

    Raises `BrokenPreset`, also where there is none.
    """
    return preset_of(find_form(plan, folder, name), name)


def find_form(plan: Plan, folder: Path, name: str) -> Form:
    """Return a preset as plain data, whole; found and refused as by `find_preset`."""
    layout = layout_named(plan, name)
    return read_form(folder, layout.spec, layout.title) if layout else load_form(folder, name)


def layout_named(plan: Plan, name: str) -> Layout | None:
    """Return the plan's preset of an id, else the first of a title, if there is one."""
    layouts = plan.children(ROOT, Layout)
    return next((layout for layout in layouts if layout.id == name), None) or next(
        (layout for layout in layouts if layout.title == name), None
    )


def portable(plan: Plan, form: Form) -> Form:
    """Return a preset for other plans: own fields by their titles, and no part of this plan."""
    names = {own_key(own.id): own_key(own.title) for own in plan.of(OwnField).values()}
    selection = {**form["selection"], "branch": "", "unit": "", "rows": ""}
    if selection["sort"] in names:
        selection["sort"] = ""
    sheets = {
        key: {**sheet, "columns": _named(sheet["columns"], names)} for key, sheet in form["sheets"].items()
    }
    return {**form, "sheets": sheets, "selection": selection}


def _named(columns: Form, names: Mapping[str, str]) -> Form:
    return {names.get(key, key): width for key, width in columns.items()}
