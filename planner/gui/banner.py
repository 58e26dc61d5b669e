"""Notices that stay above the plan until they are dealt with: one sentence, and buttons for what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from planner.app.words import Words
from planner.gui.icons import Icons

Tone = Literal["info", "success", "warning", "danger"]
_ICONS: dict[Tone, str] = {"info": "info", "success": "check", "warning": "warning", "danger": "error"}


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do about a notice: the verb on its button, and what it does."""

    verb: str
    action: Callable[[], object]


class Banners(QWidget):
    """A column of notices, the latest on top; a notice with the key of an earlier one replaces it."""

    def __init__(self, icons: Icons, words: Words) -> None:
        super().__init__()
        self.setObjectName("banners")
        self._icons = icons
        self._words = words
        self._shown: dict[str, QWidget] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def tell(self, key: str, tone: Tone, text: str, offers: Sequence[Offer] = ()) -> None:
        """Show a notice; any offer that is taken closes it."""
        self.close_notice(key)
        self._shown[key] = self._notice(key, tone, text, offers)
        self._layout.insertWidget(0, self._shown[key])
        self.show()

    def close_notice(self, key: str) -> None:
        """Take a notice away, if it is there."""
        notice = self._shown.pop(key, None)
        if notice is not None:
            self._layout.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._shown))

    def texts(self) -> dict[str, str]:
        """The sentences shown now, by key."""
        return {key: notice.accessibleName() for key, notice in self._shown.items()}

    def _notice(self, key: str, tone: Tone, text: str, offers: Sequence[Offer]) -> QFrame:
        notice = QFrame()
        notice.setObjectName(f"notice_{key}")
        notice.setProperty("role", "notice")
        notice.setProperty("tone", tone)
        notice.setAccessibleName(text)
        row = QHBoxLayout(notice)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        sign = QToolButton()
        sign.setIcon(self._icons.icon(_ICONS[tone], tone))
        sign.setEnabled(True)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(sign)
        sentence = QLabel(text)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        row.addWidget(sentence, 1)
        for offer in offers:
            row.addWidget(self._button(key, offer))
        close = QToolButton()
        close.setIcon(self._icons.icon("close", "text-muted"))
        close.setAccessibleName(self._words("关闭提示"))
        close.setToolTip(self._words("关闭提示"))
        close.clicked.connect(lambda: self.close_notice(key))
        row.addWidget(close)
        return notice

    def _button(self, key: str, offer: Offer) -> QPushButton:
        button = QPushButton(offer.verb)
        button.setAutoDefault(False)

        def take() -> None:
            self.close_notice(key)
            offer.action()

        button.clicked.connect(take)
        return button
