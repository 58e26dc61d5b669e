"""The help's pages in each language, with the words of the program."""

from pathlib import Path

import pytest

from planner.bootstrap import RESOURCES, words_for
from planner.gui.help.library import Library
from planner.gui.keys import KeyMap
from planner.gui.settings_store import SettingsStore

LANGUAGES = ("zh", "en")
FOLDER = RESOURCES / "help"


@pytest.fixture
def library_of(qapp, tmp_path):
    """Make the library of a language, with the keys of the table."""
    keymap = KeyMap(SettingsStore(tmp_path))
    return lambda language, folder=FOLDER: Library(Path(folder), words_for(language), keymap)
