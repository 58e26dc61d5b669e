"""`apply PLAN CHANGES.json`: apply a file of changes to a plan, whole or not at all."""

import json
from argparse import Namespace
from pathlib import Path

from planner.app.words import Words
from planner.cli.sentences import Unusable
from planner.cli.services import Services
from planner.domain.changes import ChangeSet
from planner.domain.codec import change_set_from_json


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Apply the changes and save the plan, in its place or as another file."""
    change_set = _read(options.changes, words)
    session = services.workspace(services.clock(None)).open(options.plan)
    try:
        session.document.apply(change_set)
        if options.out is None:
            session.save()
        else:
            session.save_as(options.out, overwrite=options.force)
    finally:
        session.close()
    print(options.out or options.plan)
    return False


def _read(path: Path, words: Words) -> ChangeSet:
    try:
        return change_set_from_json(json.loads(path.read_text("utf-8")))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise Unusable(words("“{name}”不是变更文件（JSON）。").format(name=path.name)) from None
