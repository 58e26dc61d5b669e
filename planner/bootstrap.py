"""The composition root: the one module that knows all others, and hands each what it needs.

Nothing is imported before it is used, so that `--help` answers at once and only the window costs Qt.
"""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner import __version__
from planner.cli.commands import COMMANDS
from planner.cli.main import EXIT_UNUSABLE
from planner.cli.main import run as run_command

if TYPE_CHECKING:
    from planner.app.comparison import Comparison
    from planner.app.ports import Clock, Folders
    from planner.app.words import Words
    from planner.app.workspace import Workspace
    from planner.cli.services import ExportRequest, PictureRequest
    from planner.cli.services import Services as CliServices
    from planner.domain.plan import Plan
    from planner.gui.services import RunningExport
    from planner.gui.services import Services as GuiServices
    from planner.office.svg import Palette
    from planner.reports.blocks import Report
    from planner.reports.drawing import Drawing
    from planner.reports.formats import ExportFormat
    from planner.reports.options import ExportOptions
    from planner.reports.painted import PaintedPdf
    from planner.reports.preset import Preset
    from planner.reports.print_style import PrintStyle
    from planner.reports.status.sheets import SheetMaker
    from planner.reports.table import Table

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
DATA = ROOT / "data"
PRESETS = DATA / "presets"
HOME_VARIABLE = "PLANNER_HOME"
APPLICATION = "policy-planner"
COLLECT_AFTER = 50_000
"""Among how many new objects the window looks for garbage: nearly all that a plan brings is there to stay."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window, with a plan if one is named; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if given and (given[0].startswith("-") or given[0] in {command.name for command in COMMANDS}):
        return run_command(given, __version__, cli_services)
    return open_window(given)


def open_window(names: Sequence[str]) -> int:
    """Open the window; where it can't open, say why in one sentence."""
    from planner.preflight import find_problems, language_of

    language = language_of(os.environ)
    for problem in find_problems(os.environ):
        print(problem.sentence(language), file=sys.stderr)
        if problem.code != "font":
            return EXIT_UNUSABLE
    missing = next((name for name in names if not Path(name).exists()), None)
    if missing is not None:
        sentence = words_for(language)("“{name}”既不是命令，也不是计划文件；用法见 main.py --help。")
        print(sentence.format(name=missing), file=sys.stderr)
        return EXIT_UNUSABLE
    collect_rarely()
    from planner.gui.application import run

    return run(gui_services(system_clock(None)), [Path(name) for name in names])


def collect_rarely() -> None:
    """Keep the garbage collector from searching, again and again, among what a window and its plan need."""
    gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])


def cli_services() -> "CliServices":
    """Hand the command line its parts."""
    from planner.app.template import NAMES
    from planner.cli.services import Services
    from planner.preflight import language_of

    return Services(
        template_names=NAMES,
        words=lambda language: words_for(language or language_of(os.environ)),
        paper_words=lambda language: words_for(language or "zh"),
        clock=system_clock,
        workspace=lambda clock: make_workspace(clock, str),
        make_plan=make_plan,
        export=export_plan,
        presets=presets,
        sheets=status_sheets,
        render=render_report,
        take_pictures=take_pictures,
    )


def gui_services(clock: "Clock") -> "GuiServices":
    """Hand the window its parts."""
    from planner.gui.services import Services
    from planner.office.initials import initials

    return Services(
        folders=folders(os.environ.get(HOME_VARIABLE)),
        resources=RESOURCES,
        clock=clock,
        words_for=words_for,
        new_workspace=lambda author: make_workspace(clock, author),
        make_from_template=make_plan,
        presets=PRESETS,
        start_export=start_export,
        table_markup=table_markup,
        initials=initials,
        make_sheets=status_sheets,
        render_report=render_report,
        write_pdf=write_pdf,
    )


def folders(home: str | None) -> "Folders":
    """Return the program's own folders: all under `home` where one is given, else the platform's."""
    from planner.app.ports import Folders

    if home:
        base = Path(home).absolute()
        return Folders(base / "config", base / "state", base / "cache", base / "log", base / "documents")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APPLICATION, appauthor=False)
    return Folders(
        dirs.user_config_path,
        dirs.user_state_path,
        dirs.user_cache_path,
        dirs.user_log_path,
        dirs.user_documents_path,
    )


def words_for(language: str) -> "Words":
    """Return the catalogue of words in one language."""
    from planner.app.words import Words

    return Words(language, RESOURCES / "locale")


def system_clock(as_of: date | None) -> "Clock":
    """Return the machine's clock, standing at another day if one is asked for."""
    from planner.app.clock import SystemClock

    return SystemClock(as_of)


def make_workspace(clock: "Clock", author: Callable[[], str]) -> "Workspace":
    """Return the use cases around plan files on this machine."""
    from planner.app.workspace import Workspace
    from planner.storage.plan_file import PlanFile
    from planner.storage.store import FileStore

    home = folders(os.environ.get(HOME_VARIABLE))
    store = FileStore(PlanFile(__version__), home, clock, author, new_id)
    return Workspace(store, clock, author, new_id)


def make_plan(name: str) -> "Plan":
    """Build a plan from a template by its name."""
    from planner.app.template import load

    return load(DATA, name)


def new_id() -> str:
    """Return an id that no other item has or will have."""
    import secrets

    return secrets.token_hex(8)


def start_export(plan: "Plan", path: Path, form: "ExportFormat", options: "ExportOptions") -> "RunningExport":
    """Start writing a plan in a process of its own, so that a window goes on meanwhile."""
    from planner.office.jobs import ExportJob, ExportRequest

    return ExportJob(plan, ExportRequest(path, PRESETS, RESOURCES / "locale", options, form))


def table_markup(table: "Table", preset: "Preset") -> str:
    """Return a table as HTML for the clipboard."""
    from planner.office.table_markup import table_markup as markup

    return markup(table, preset)


def export_plan(request: "ExportRequest") -> Sequence[str]:
    """Write a plan in the form that was asked for; returns what a person has to be told, a sentence each."""
    from planner.office.export import export_text, export_workbook
    from planner.reports.formats import ExportFormat
    from planner.reports.outcome import remark_sentence

    plan, path, options = request.plan, request.path, request.options
    words = words_for(options.language)
    if request.form is ExportFormat.XLSX:
        written = export_workbook(plan, path, words, PRESETS, options)
    else:
        written = export_text(plan, path, words, PRESETS, options, request.form)
    return [remark_sentence(words, remark) for remark in written.remarks]


def presets(words: "Words") -> Mapping[str, str]:
    """Return the layouts that there are, with their names."""
    from planner.reports.preset import preset_names

    return preset_names(PRESETS, words)


def status_sheets(
    plan: "Plan", today: date, words: "Words", comparison: "Comparison | None" = None
) -> "SheetMaker":
    """Return what makes status sheets of a plan; an office's own templates lie in its folder of settings."""
    from planner.reports.preset import load_preset
    from planner.reports.print_style import style_for
    from planner.reports.source import Source
    from planner.reports.status.order import Material
    from planner.reports.status.sheets import SheetMaker
    from planner.reports.status.templates import Templates

    source = Source.read(plan, today, words, load_preset(PRESETS))
    material = Material(source, print_style(style_for(words.language)), comparison)
    own = folders(os.environ.get(HOME_VARIABLE)).config / "reports"
    return SheetMaker(material, Templates([own, RESOURCES / "reports"]))


def render_report(report: "Report", path: Path) -> None:
    """Write a report in the format that the file's name says; raises `SaveFailed` and `UnknownFormat`."""
    from planner.reports.outcome import UnknownFormat

    renderers = {".pdf": render_pdf, ".docx": render_docx, ".html": render_html}
    render = renderers.get(path.suffix.lower())
    if render is None:
        raise UnknownFormat(path.name, ", ".join(renderers))
    render(report, path)


def render_pdf(report: "Report", path: Path) -> None:
    """Write a report as PDF; starts Qt where nobody has, to set and paint the pages."""
    from planner.gui.drawing.offscreen import qt_without_screen
    from planner.gui.printing.pages import pages_of
    from planner.gui.printing.pdf import paint_pdf

    qt_without_screen()
    pages = pages_of(
        report, print_style(report.style).scaled(report.scale), RESOURCES, words_for(report.language)
    )
    write_pdf(paint_pdf(pages), path)


def write_pdf(painted: "PaintedPdf", path: Path) -> None:
    """Write painted pages as a PDF file; raises `SaveFailed`."""
    from planner.office.pdf_file import write_pdf as write

    write(painted, path)


def render_html(report: "Report", path: Path) -> None:
    """Write a report as HTML, its pictures in the colours of the light theme."""
    from planner.office.html_writer import render

    style = print_style(report.style).scaled(report.scale)
    render(report, path, style, print_palette(style))


def render_docx(report: "Report", path: Path) -> None:
    """Write a report as a Word document; only pictures and contents start Qt, which paints and pages them."""
    from planner.office.docx_writer import DocxWriter

    style, words = print_style(report.style).scaled(report.scale), words_for(report.language)

    def paint(drawing: "Drawing", dots: int) -> bytes:
        from planner.gui.drawing.offscreen import png_maker

        return png_maker(RESOURCES)(drawing, dots)

    def page_numbers(report: "Report") -> Mapping[str, str]:
        from planner.gui.drawing.offscreen import qt_without_screen
        from planner.gui.printing.pages import pages_of

        qt_without_screen()
        return pages_of(report, style, RESOURCES, words).labels

    DocxWriter(style, words, print_palette(style), paint, page_numbers).render(report, path)


def print_style(name: str) -> "PrintStyle":
    """Return the fonts, colours and margins of what is printed, by the style's name."""
    from planner.reports.print_style import load_print_style

    return load_print_style(RESOURCES / "print", name)


def print_palette(style: "PrintStyle") -> "Palette":
    """Return the colours of pictures on paper: those of the light theme, with the lights of the style."""
    import json

    from planner.office.svg import Palette

    theme = json.loads((RESOURCES / "themes" / "light.json").read_text("utf-8"))
    return Palette(theme["colours"], style.colours.lights)


def take_pictures(request: "PictureRequest") -> Sequence[Path]:
    """Save a picture of every main view of a plan, without a screen."""
    from planner.gui.picture_screen import picture_screen
    from planner.gui.pictures import take_pictures as take

    with picture_screen(request.scale):
        return take(gui_services(system_clock(request.as_of)), request.plan, request.folder, request)
