"""`export PLAN -o OUT.xlsx`: the work plan as an Excel workbook."""

import sys
from argparse import Namespace

from planner.app.words import Words
from planner.cli.services import Services


def run(options: Namespace, services: Services, _words: Words) -> bool:
    """Write the workbook; what had to be shortened or cleaned is said on stderr."""
    clock = services.clock(options.as_of)
    plan = services.workspace(clock).read(options.plan).content.plan
    paper_words = services.paper_words(options.lang)
    for remark in services.export(plan, options.out, paper_words, clock.today()):
        print(remark, file=sys.stderr)
    print(options.out)
    return False
