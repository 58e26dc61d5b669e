"""The Markdown of templates as pieces: headings, paragraphs, list items, and lines that place something.

Of Markdown only headings, lists, line breaks, `**bold**` and escapes are read; links, pictures and HTML are
text. A line `[[table work_plan]]` of its own places what it names. Only `planner.reports.status` imports it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.reports.blocks import Run, Stress

if TYPE_CHECKING:
    from markdown_it.token import Token

_OPEN, _CLOSE = "[[", "]]"
_BOLD = "**"
_LISTS = ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close")


@dataclass(frozen=True, slots=True)
class HeadingPiece:
    """A heading; level 1 is the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ItemPiece:
    """An entry of a list, at a level from 0, with the sign or number before it."""

    runs: tuple[Run, ...]
    marker: str
    level: int


@dataclass(frozen=True, slots=True)
class Directive:
    """A line that places something: its first word and the rest; `source` is the line as written."""

    name: str
    rest: str
    source: str


Piece = HeadingPiece | ParagraphPiece | ItemPiece | Directive


def read_markup(text: str, joint: str) -> Iterator[Piece]:
    """Yield the pieces of a Markdown text; `joint` goes where a paragraph runs on to the next line."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False}).enable(["heading", "list", "escape", "newline"])
    parser.disable(["text_join"])
    depth, marker, heading = 0, "", 0
    for token in parser.parse(text):
        if token.type == "inline":
            piece = _piece(token, joint, heading, (marker, depth))
            if piece is not None:
                yield piece
        elif token.type in _LISTS:
            depth += token.nesting
        elif token.type == "list_item_open":
            marker = f"{token.info}." if token.info else "•"
        elif token.type == "heading_open":
            heading = int(token.tag.removeprefix("h"))
        elif token.type == "heading_close":
            heading = 0


def _piece(token: "Token", joint: str, heading: int, listed: tuple[str, int]) -> Piece | None:
    """Return what a line of text is, under a heading's level (0 for none), in a list's entry and depth."""
    runs = tuple(_runs(token.children or [], joint))
    marker, depth = listed
    if heading:
        return HeadingPiece(heading, _text(runs))
    if depth:
        return ItemPiece(runs, marker, depth - 1)
    if token.content.startswith(_OPEN) and token.content.endswith(_CLOSE):
        return _directive(_text(runs), token.content)
    return ParagraphPiece(runs) if runs else None


def _directive(text: str, source: str) -> Directive:
    name, _, rest = text.removeprefix(_OPEN).removesuffix(_CLOSE).strip().partition(" ")
    return Directive(name, rest.strip(), source)


def _runs(children: Sequence["Token"], joint: str) -> Iterator[Run]:
    """Yield the runs of one paragraph; stars that were escaped are stars.

    CommonMark's own rule for bold fails beside Chinese punctuation, so that `**` simply switches here.
    """
    bold = False
    collected = ""
    for child in children:
        if child.type != "text":
            collected += {"hardbreak": "\n", "softbreak": joint}.get(child.type, child.content)
            continue
        first, *others = child.content.split(_BOLD)
        collected += first
        for part in others:
            if collected:
                yield _run(collected, bold=bold)
            bold, collected = not bold, part
    if collected:
        yield _run(collected, bold=bold)


def _run(text: str, *, bold: bool) -> Run:
    return Run(text, Stress.BOLD if bold else Stress.NONE)


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)
