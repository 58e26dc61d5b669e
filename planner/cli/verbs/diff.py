"""`diff A B`: the changes that turn one plan into another."""

from argparse import Namespace

from planner.app.review import Reviewer
from planner.app.words import Words
from planner.cli.output import print_json, print_lines
from planner.cli.services import Services
from planner.domain.changes import ChangeSet, Label
from planner.domain.codec import change_set_to_json
from planner.domain.diff import diff


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Print the change set, as `apply` reads it or as sentences; a finding where there is one."""
    workspace = services.workspace(services.clock(None))
    old, new = (workspace.read(path).content.plan for path in (options.old, options.new))
    change_set = ChangeSet(Label("diff"), diff(old, new))
    if options.json:
        print_json(change_set_to_json(change_set))
    else:
        print_lines(Reviewer(words, new, old).sentences(change_set.changes))
    return bool(change_set)
