"""Fills a page in from the program's own tables, so that it never names what is called otherwise.

`{do:save}` stands for where an action is found and its key, `{key:save}` for its key alone, `{view:list}` for
the name of a view, `{setting:theme}` for that of a setting, `{field:measure.due}` for that of a field;
`{list:rules}` on a line of its own for a table of `planner.gui.help.tables`. Only the library imports it.
"""

import re
from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence

from planner.app.settings import SETTINGS
from planner.app.words import Words
from planner.domain.items import KINDS
from planner.gui.action_set import plain_name
from planner.gui.actions import ACTIONS, MENU_PATHS, MENU_TEXTS
from planner.gui.help.tables import TABLES, escaped
from planner.gui.keys import KeyMap, key_text
from planner.gui.views.table import VIEWS

_MARK = re.compile(r"(?<!\{)\{([a-z]+):([\w.-]+)\}")
_ROWS = {row.id: row for row in ACTIONS}
_VIEWS = {view.id: view for view in VIEWS}


class Filler:
    """Replaces what a page leaves open, in one language, with the keys in force."""

    def __init__(self, words: Words, keymap: KeyMap) -> None:
        self._words = words
        self._keymap = keymap
        self._readers: Mapping[str, Callable[[str], str]] = {
            "do": self._action,
            "key": self._key,
            "view": lambda name: self._bold(_VIEWS[name].text),
            "setting": lambda name: self._bold(SETTINGS[name].label),
            "field": self._field,
            "list": lambda name: TABLES[name](self._words, self._keymap),
        }

    def fill(self, text: str) -> str:
        """Return a page with all its marks replaced; KeyError for one that nothing stands for."""
        return _MARK.sub(lambda mark: self._readers[mark[1]](mark[2]), text)

    def _action(self, name: str) -> str:
        row = _ROWS[name]
        places = [MENU_TEXTS[menu] for menu in MENU_PATHS[row.menu]]
        path = " › ".join(escaped(plain_name(self._words(text))) for text in (*places, row.text))
        key = self._key(name)
        return f"**{path}** ({key})" if key else f"**{path}**"

    def _key(self, name: str) -> str:
        keys: tuple[QKeySequence, ...] = self._keymap.keys()[name]
        return f"`{key_text(keys[:1])}`" if keys else ""

    def _field(self, name: str) -> str:
        kind, _, key = name.partition(".")
        return self._bold(KINDS[kind].by_key[key].label)

    def _bold(self, label: str) -> str:
        return f"**{escaped(plain_name(self._words(label)))}**"
