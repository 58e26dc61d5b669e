"""`export PLAN -o OUT`: the work plan as a workbook, CSV or outline; `export --list`: what there is."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from planner.app.document import Content
from planner.app.words import Words
from planner.cli.output import print_lines
from planner.cli.sentences import Unusable
from planner.cli.services import ExportRequest, Services
from planner.cli.units import unit_id
from planner.domain.items import ROOT, Layout, View
from planner.domain.plan import Plan
from planner.reports.batch import file_names, units_with_tasks
from planner.reports.formats import ExportFormat, format_of
from planner.reports.keys import WORK_PLAN
from planner.reports.options import ExportOptions, SheetChoice
from planner.reports.sheets import BY_KEY, SHEETS
from planner.reports.template_fields import field_lists


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Write the files and print them, one a line; what had to be shortened or cleaned is said on stderr."""
    if options.list:
        print_lines(f"{sheet.key}  {words(sheet.label)}" for sheet in SHEETS)
        print_lines(f"--preset {key}  {name}" for key, name in services.presets(words).items())
        if options.plan is not None:
            plan = services.workspace(services.clock(options.as_of)).read(options.plan).content.plan
            print_lines(f"--preset {layout.title}" for layout in plan.children(ROOT, Layout))
            print_lines(f"--view {view.title}" for view in plan.children(ROOT, View))
        print_lines(f"--template {name}: {fields}" for name, fields in field_lists(words).items())
        return False
    if options.plan is None or options.out is None:
        raise Unusable(words("请写明计划文件 PLAN 和 -o；用 --list 列出工作表和版式。"))
    clock = services.clock(options.as_of)
    content = services.workspace(clock).read(options.plan).content
    request = _request(options, services, content, words)
    for single in _each_unit(request, options.name) if options.each_unit else [request]:
        for remark in services.export(single):
            print(remark, file=sys.stderr)
        print(single.path)
    return False


def _request(options: Namespace, services: Services, content: Content, words: Words) -> ExportRequest:
    form = (
        ExportFormat(options.format or "xlsx")
        if options.each_unit
        else format_of(options.out, options.format)
    )
    if options.template and form is not ExportFormat.XLSX:
        raise Unusable(words("只有 Excel 工作簿（.xlsx）能按 --template 填写。"))
    chosen = ExportOptions(
        services.clock(options.as_of).today(),
        services.paper_words(options.lang).language,
        _sheets(options.sheets, form, words),
        options.preset,
        options.scope,
        unit_id(content.plan, options.unit, words) if options.unit else "",
        _rows(content.plan, options.view, words),
        revision=str(content.revision),
        template=options.template,
    )
    return ExportRequest(content.plan, options.out, form, chosen)


def _rows(plan: Plan, title: str, words: Words) -> str:
    """Return what a saved view says of the rows; empty where none is asked for."""
    if not title:
        return ""
    view = next((view for view in plan.children(ROOT, View) if view.title == title), None)
    if view is None:
        raise Unusable(words("没有名为“{name}”的视图；用 export PLAN --list 列出。").format(name=title))
    return view.spec


def _sheets(text: str, form: ExportFormat, words: Words) -> tuple[SheetChoice, ...]:
    keys = [key.strip() for key in text.split(",") if key.strip()]
    unknown = next((key for key in keys if key not in BY_KEY), None)
    if unknown is not None:
        raise Unusable(words("没有工作表“{sheet}”；用 export --list 列出。").format(sheet=unknown))
    if form is ExportFormat.CSV:
        keys = keys or [WORK_PLAN]
        if len(keys) > 1:
            raise Unusable(words("CSV 文件只能有一张工作表，请在 --sheets 里只写一个。"))
    return tuple(SheetChoice(key) for key in dict.fromkeys(keys))


def _each_unit(request: ExportRequest, pattern: str) -> Iterator[ExportRequest]:
    """Yield a request for each unit with tasks, its file in the folder that was asked for."""
    request.path.mkdir(parents=True, exist_ok=True)
    units = units_with_tasks(request.plan)
    for unit, name in zip(units, file_names(request.plan, units, pattern, request.form), strict=True):
        yield replace(request, path=request.path / name, options=replace(request.options, unit=unit.id))
