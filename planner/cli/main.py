"""The command line: the same use cases as the window, without a screen.

Exit code 0 on success, 1 with findings, 2 with one sentence on stderr for bad use or bad input.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from planner.cli.commands import COMMANDS

if TYPE_CHECKING:
    from planner.cli.services import Services

EXIT_OK, EXIT_FINDINGS, EXIT_UNUSABLE = 0, 1, 2


def run(arguments: Sequence[str], version: str, make_services: "Callable[[], Services]") -> int:
    """Run one command and return its exit code; the program's parts are made once the call is understood."""
    options = _parser(version).parse_args(arguments)
    from planner.cli.sentences import sentence_for

    services = make_services()
    words = services.words(options.lang)
    verb = import_module(f"planner.cli.verbs.{options.command}")
    try:
        return EXIT_FINDINGS if verb.run(options, services, words) else EXIT_OK
    except BrokenPipeError:
        _leave_unread()
        return EXIT_OK
    except Exception as error:
        sentence = sentence_for(error, words)
        if sentence is None:
            raise
    print(sentence, file=sys.stderr)
    return EXIT_UNUSABLE


def _leave_unread() -> None:
    """Print nothing more: whoever read what is printed, as `head` does, has had enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in one sentence instead of the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_UNUSABLE, f"{self.prog}: {message}; see {self.prog} --help\n")


def _parser(version: str) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="main.py",
        description="Write, follow up and report on policy action plans.",
        epilog="main.py [PLAN] opens the window, with a plan if one is given.",
    )
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        entry = commands.add_parser(command.name, help=command.help, description=command.help)
        for flags, settings in command.arguments:
            entry.add_argument(*flags, **settings)
        entry.add_argument("--lang", choices=("zh", "en"), help="language of what is printed and written")
    return parser
