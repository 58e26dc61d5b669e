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
from planner.domain.items import ROOT, Link, Unit
from planner.domain.plan import Plan
from planner.reports.formats import ExportFormat, format_of
from planner.reports.keys import WORK_PLAN
from planner.reports.options import ExportOptions, SheetChoice
from planner.reports.sheets import BY_KEY, SHEETS
from planner.reports.status.names import free_name, safe_name

_PATTERN = "{title}-{unit}"


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Write the files and print them, one a line; what had to be shortened or cleaned is said on stderr."""
    if options.list:
        print_lines(f"{sheet.key}  {words(sheet.label)}" for sheet in SHEETS)
        print_lines(f"--preset {key}  {name}" for key, name in services.presets().items())
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
    chosen = ExportOptions(
        services.clock(options.as_of).today(),
        services.paper_words(options.lang).language,
        _sheets(options.sheets, form, words),
        options.preset,
        options.scope,
        unit_id(content.plan, options.unit, words) if options.unit else "",
        revision=str(content.revision),
    )
    return ExportRequest(content.plan, options.out, form, chosen)


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
    plan, taken = request.plan, set[str]()
    for number, unit in enumerate(_units_with_tasks(plan), 1):
        values = {"title": plan.head.title, "unit": unit.display_name, "number": f"{number:03}"}
        name = free_name(safe_name(_filled(pattern or _PATTERN, values)), taken)
        taken.add(name.casefold())
        yield replace(
            request,
            path=request.path / f"{name}.{request.form}",
            options=replace(request.options, unit=unit.id),
        )


def _units_with_tasks(plan: Plan) -> list[Unit]:
    busy = {link.target for link in plan.of(Link).values() if link.relation == "unit"}
    return [unit for unit in plan.children(ROOT, Unit) if unit.id in busy]


def _filled(pattern: str, values: dict[str, str]) -> str:
    for key, value in values.items():
        pattern = pattern.replace(f"{{{key}}}", value)
    return pattern
