"""`period PLAN close NAME`: name the present state of a plan; `period PLAN list`: the states named so far."""

from argparse import Namespace

from planner.app.commands.reporting import close_period
from planner.app.periods import closed_periods
from planner.app.words import Words
from planner.cli.output import print_json, print_lines
from planner.cli.sentences import Unusable
from planner.cli.services import Services
from planner.domain.items import ReportingPeriod


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Close a period and save the plan, or print the closed periods."""
    workspace = services.workspace(services.clock(options.as_of))
    if options.action == "list":
        periods = closed_periods(workspace.read(options.plan).content.plan)
        if options.json:
            print_json([_as_json(period) for period in periods])
        else:
            print_lines(f"{period.title}  {period.closed}  #{period.revision or 0:g}" for period in periods)
        return False
    if not options.name.strip():
        raise Unusable(words("请写明报告期的名称，如 2025年10月。"))
    session = workspace.open(options.plan)
    try:
        document = session.document
        taken = {period.title for period in closed_periods(document.plan)}
        if options.name.strip() in taken:
            raise Unusable(words("报告期“{period}”已经关闭。").format(period=options.name.strip()))
        today = document.clock.today()
        document.apply(close_period(document.plan, options.name, document.revision, today, document.new_id))
        session.save()
    finally:
        session.close()
    print(options.plan)
    return False


def _as_json(period: ReportingPeriod) -> dict[str, str | int]:
    return {
        "name": period.title,
        "period": period.period,
        "closed": period.closed,
        "revision": int(period.revision or 0),
    }
