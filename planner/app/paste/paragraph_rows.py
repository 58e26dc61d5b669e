"""From paragraphs, as of a Word document, or lines of a list to rows."""

from collections.abc import Sequence

from planner.app.paste.duty_texts import take_duty
from planner.app.paste.outline_marks import Depths, indent_level, split_mark
from planner.app.paste.rows import Pasted, Remark, RowDraft
from planner.domain.duties import read_duty

_LONGEST_TITLE = 40
_STOP = "。"


def rows_of_paragraphs(paragraphs: Sequence[str]) -> Pasted:
    """Return the rows of a text.

    Numbers at the head of paragraphs are the levels; what follows without one is the content of the row
    above. In a text without numbers each line is a row, and its indentation the level. Units and deadline in
    a trailing bracket or a line of their own become fields.
    """
    paragraphs = [text for text in paragraphs if text.strip()]
    numbered = any(split_mark(text.strip())[0] for text in paragraphs)
    drafts: list[RowDraft] = []
    skipped = False
    depths = Depths()
    for text in paragraphs:
        mark, rest = split_mark(text.strip())
        if mark is not None and rest:
            drafts.append(_numbered(depths.depth_of(mark.level), rest))
        elif not numbered and not (drafts and _says_duty_only(text)):
            drafts.append(RowDraft(depths.depth_of(indent_level(text)), {"title": text.strip()}))
        elif drafts:
            drafts[-1].add("content", text.strip())
        else:
            skipped = True
    for draft in drafts:
        take_duty(draft, "content")
        take_duty(draft, "title")
        draft.values["title"] = " ".join(draft.values["title"].split()).removesuffix(_STOP)
    keys = dict.fromkeys(key for draft in drafts for key in draft.values)
    return Pasted(
        tuple(draft.done() for draft in drafts),
        tuple(keys),
        remarks=(Remark.ROWS_SKIPPED,) if skipped else (),
    )


def _numbered(depth: int, text: str) -> RowDraft:
    """Make the first sentence the title where it is as short as a heading and more follows."""
    title, stop, content = text.partition(_STOP)
    if stop and content.strip() and len(title) <= _LONGEST_TITLE and not _says_duty_only(content):
        return RowDraft(depth, {"title": title, "content": content.strip()})
    return RowDraft(depth, {"title": text.strip()})


def _says_duty_only(text: str) -> bool:
    duty = read_duty(text)
    return bool(duty.words) and not duty.rest.strip()
