"""Which language the window speaks, and Qt's own words in it."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from planner.app.words import SOURCE_LANGUAGE

_QT_NAMES = {"zh": "qtbase_zh_CN"}


def chosen_language(setting: str, locale: QLocale) -> str:
    """The language for a value of the setting: itself, or for `system` the desktop's, English if unknown."""
    if setting != "system":
        return setting
    return SOURCE_LANGUAGE if locale.language() in (QLocale.Language.Chinese, QLocale.Language.C) else "en"


class QtWords:
    """Qt's texts for its own dialogs, switched with the language of the window."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translator: QTranslator | None = None

    def use(self, language: str) -> None:
        """Let Qt speak a language; English is what it speaks by itself."""
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        if name := _QT_NAMES.get(language):
            translator = QTranslator(self._application)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translator = translator
