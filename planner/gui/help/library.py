"""The pages of the help in one language, to be read and searched. The help window alone imports it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from planner.app.words import Words
from planner.gui.action_set import plain_name
from planner.gui.help.filling import Filler
from planner.gui.help.topics import TOPICS
from planner.gui.keys import KeyMap

_BEFORE, _AFTER = 16, 60
"""How many characters of a hit's surroundings are shown."""

_MARKS = re.compile(
    r"\A# .*\n|\\(?=[^a-zA-Z0-9\s])|!?\[|\]\([^)]*\)|[*`]|^#+ |^\|? ?-[-| ]*$|^ *[-|] |^> ", re.MULTILINE
)


_BETWEEN_CHARACTERS = re.compile("(?<=[\u3000-\u9fff\uff00-\uffef“”])\n(?=[\u3000-\u9fff\uff00-\uffef“”])")
"""A line break within a Chinese paragraph, which stands for no space."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that has all words looked for, with the words around the first of them."""

    topic: str
    excerpt: str


class Library:
    """Reads the pages under `folder`, each filled in when it is first looked at."""

    def __init__(self, folder: Path, words: Words, keymap: KeyMap) -> None:
        self._folder = folder / words.language
        self._words = words
        self._filler = Filler(words, keymap)

    def title(self, topic: str) -> str:
        """What the page of a topic is called."""
        return self.titles[topic]

    @cached_property
    def titles(self) -> dict[str, str]:
        """The names of all pages, in reading order."""
        return {topic.id: plain_name(self._words(topic.text)) for topic in TOPICS}

    def page(self, topic: str) -> str:
        """Return a page as Markdown, filled in with what holds now; KeyError for an unknown topic."""
        self.title(topic)
        text = (self._folder / f"{topic}.md").read_text("utf-8")
        return self._filler.fill(_BETWEEN_CHARACTERS.sub("", text))

    def search(self, typed: str) -> list[Found]:
        """Return the pages that have every word typed, those that have them in the title first."""
        sought = typed.casefold().split()
        found = []
        for topic, title in self.titles.items():
            text = self._plain[topic]
            folded = f"{text}\n{title}".casefold()
            if all(word in folded for word in sought):
                in_title = all(word in title.casefold() for word in sought)
                uses = sum(folded.count(word) for word in sought)
                found.append((not in_title, -uses, Found(topic, _excerpt(text, folded, sought))))
        return [entry for _, _, entry in sorted(found, key=lambda entry: entry[:2])]

    @cached_property
    def _plain(self) -> dict[str, str]:
        """The pages as a person reads them, without heading and marks."""
        return {topic: _MARKS.sub("", self.page(topic)) for topic in self.titles}


def _excerpt(text: str, folded: str, sought: Sequence[str]) -> str:
    first = min((folded.find(word) for word in sought), default=0)
    start = max(first - _BEFORE, 0)
    cut = " ".join(text[start : first + _AFTER].replace("|", " ").split())
    return f"…{cut}…" if start else f"{cut}…"
