"""The one catalogue of words for window, command line, workbooks and reports.

Chinese is the source language; other languages are gettext catalogues under `resources/locale`. Nobody
looks a word up at import time: constructors receive `Words`.
"""

import gettext
from pathlib import Path

SOURCE_LANGUAGE = "zh"
LANGUAGES = (SOURCE_LANGUAGE, "en")


class Words:
    """Looks texts up in one language. `words("保存")` is `Save` in English."""

    def __init__(self, language: str, folder: Path) -> None:
        self.language = language
        self._folder = folder
        self._catalogue = gettext.translation(
            "planner", folder, [language], fallback=language == SOURCE_LANGUAGE
        )

    def to(self, language: str) -> "Words":
        """Return the same catalogue in another language."""
        return self if language == self.language else Words(language, self._folder)

    def __call__(self, message: str) -> str:
        """Return `message` in this language; an empty text stays empty."""
        return self._catalogue.gettext(message) if message else ""
