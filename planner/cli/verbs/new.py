"""`new OUT.plan`: make a plan from a template."""

from argparse import Namespace

from planner.app.words import Words
from planner.cli.sentences import Unusable
from planner.cli.services import Services


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Make the plan file; refuses an unknown template and, without --force, a file that is there."""
    if options.template not in services.template_names:
        names = "、".join(services.template_names)
        raise Unusable(
            words("没有模板“{name}”，可用的有：{names}。").format(name=options.template, names=names)
        )
    session = services.workspace(services.clock(None)).create(services.make_plan(options.template))
    try:
        session.save_as(options.out, overwrite=options.force)
    finally:
        session.close()
    print(options.out)
    return False
