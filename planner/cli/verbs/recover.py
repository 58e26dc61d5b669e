"""`recover`: edits that were never saved, because the program ended unexpectedly."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from planner.app.plan_store import Recoverable
from planner.app.words import Words
from planner.app.workspace import Session, Workspace
from planner.cli.output import print_json, print_lines
from planner.cli.sentences import Unusable
from planner.cli.services import Services


def run(options: Namespace, services: Services, words: Words) -> bool:
    """List what can be recovered (a finding where there is something), or recover, salvage or discard it."""
    workspace = services.workspace(services.clock(None))
    if options.salvage:
        return _salvage(options, workspace, words)
    found = workspace.recoverable(options.plan)
    if options.discard:
        for entry in found:
            workspace.discard(entry)
        return False
    if options.out is None:
        _list(found, options, words)
        return bool(found)
    if len(found) != 1:
        raise Unusable(_which(found, words))
    _save(workspace.recover(found[0], partly=options.partly), options)
    return False


def _salvage(options: Namespace, workspace: Workspace, words: Words) -> bool:
    if options.plan is None or options.out is None:
        raise Unusable(words("抢救损坏的文件，要写明 PLAN 和 -o OUT。"))
    session = workspace.salvage(options.plan)
    findings = len(session.findings)
    _save(session, options)
    return findings > 0


def _save(session: Session, options: Namespace) -> None:
    try:
        session.save_as(options.out, overwrite=options.force)
    finally:
        session.close()
    print(options.out)


def _which(found: list[Recoverable], words: Words) -> str:
    if not found:
        return words("没有可以恢复的编辑。")
    return words("有 {count} 份可以恢复的编辑，请写明是哪个计划文件的。").format(count=len(found))


def _list(found: list[Recoverable], options: Namespace, words: Words) -> None:
    if options.json:
        print_json([_as_json(entry) for entry in found])
    else:
        print_lines(_lines(found, words))


def _as_json(entry: Recoverable) -> dict[str, Any]:
    return {
        "plan": str(entry.path) if entry.path else None,
        "title": entry.title,
        "time": entry.when,
        "edits": len(entry.entries),
        "torn": entry.torn,
        "match": str(entry.match),
    }


def _lines(found: list[Recoverable], words: Words) -> Iterator[str]:
    if not found:
        yield words("没有可以恢复的编辑。")
    for entry in found:
        yield words("{title}（{path}）：{count} 步编辑未保存，最后一步在 {when}").format(
            title=entry.title,
            path=entry.path or words("未命名"),
            count=len(entry.entries),
            when=entry.when,
        )
        if entry.torn:
            yield words("  最后一步没有写完，已舍去")
