"""`print PLAN --sheet … -o OUT`: status sheets as files; `print --list`: which there are."""

from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from planner.app.document import Content
from planner.app.periods import PastState, state_of
from planner.app.words import Words
from planner.cli.output import print_lines
from planner.cli.sentences import Unusable
from planner.cli.services import Services
from planner.cli.units import unit_id
from planner.reports.blocks import joined
from planner.reports.numbers import task_numbers
from planner.reports.paper import Paper
from planner.reports.status.asking import comparison_of, single_orders
from planner.reports.status.names import file_names
from planner.reports.status.order import Order
from planner.reports.status.sheets import BY_KEY, STATUS_SHEETS


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Write the sheets; prints the files, one a line."""
    if options.list:
        print_lines(f"{sheet.key}  {words(sheet.label)}" for sheet in STATUS_SHEETS)
        return False
    _check(options, words)
    clock = services.clock(options.as_of)
    workspace = services.workspace(clock)
    content = workspace.read(options.plan).content
    state = _state(options, content, clock.today())
    paper = services.paper_words(options.lang)
    comparison = None
    if options.compare:
        other = Path(options.compare)
        old = (
            PastState(other.stem, "", workspace.read(other).content.plan, clock.today())
            if other.is_file()
            else state_of(content, options.compare, clock.today())
        )
        comparison = comparison_of(old, state, paper)
    maker = services.sheets(state.plan, state.day, paper, comparison)
    order, measures = _order(options, state, words)
    orders = single_orders(maker, order, measures, each_unit=options.each_unit)
    if not orders:
        raise Unusable(words("没有可以打印的内容：计划里没有这样的举措或单位。"))
    reports = [maker.report(order) for order in orders]
    if options.out.suffix and not options.out.is_dir():
        title = paper(BY_KEY[options.sheet].label)
        services.render(reports[0] if len(reports) == 1 else joined(reports, title), options.out)
        print(options.out)
        return False
    options.out.mkdir(parents=True, exist_ok=True)
    for report, name in zip(reports, file_names(reports, options.name, state.period, paper), strict=True):
        services.render(report, options.out / name)
        print(options.out / name)
    return False


def _check(options: Namespace, words: Words) -> None:
    if options.plan is None or options.sheet is None or options.out is None:
        raise Unusable(words("请写明计划文件 PLAN、--sheet 和 -o；用 --list 列出可打印的表单。"))
    if options.sheet not in BY_KEY:
        raise Unusable(words("没有表单“{sheet}”；用 print --list 列出。").format(sheet=options.sheet))


def _state(options: Namespace, content: Content, today: date) -> PastState:
    """Return the plan as it stands, or as it stood at a period; `--as-of` judges it by its day."""
    if not options.period:
        return PastState("", "", content.plan, today)
    state = state_of(content, options.period, today)
    return state if options.as_of is None else replace(state, day=options.as_of)


def _order(options: Namespace, state: PastState, words: Words) -> tuple[Order, list[str]]:
    """Return what is asked for, and the ids of the measures that are named."""
    plan = state.plan
    order = Order(
        options.sheet,
        unit=unit_id(plan, options.unit, words) if options.unit else "",
        scope=options.scope,
        period=state.period,
        paper=Paper(options.paper) if options.paper else None,
    )
    if options.scope:
        plan[options.scope]
    numbers = {str(number): row for row, number in task_numbers(plan).items()}
    return order, [numbers.get(measure, measure) for measure in options.measure]
