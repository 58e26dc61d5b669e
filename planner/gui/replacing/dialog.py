"""Find and replace: what to look for and where, the places found, and replacing those ticked as one step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.find import BadPattern, Find, Hit, find, replace, text_fields
from planner.app.touched import Touched
from planner.domain.fields import Field
from planner.domain.items import KINDS
from planner.domain.marks import N_
from planner.domain.own_fields import is_own
from planner.gui.bridge import Bridge
from planner.gui.dialogs.blank_hint import BlankHint
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.icons import Icons
from planner.gui.inspector.candidates import Candidate
from planner.gui.inspector.picker import Picker
from planner.gui.replacing.hits import HitList

_WAIT_MS = 150
_SIZE = (860, 560)


class ReplaceDialog(Dialog):
    """Stays beside the plan while one goes on working; `place_asked` carries the id of an item to go to."""

    topic = "finding"

    place_asked = Signal(str)

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(bridge.words(N_("查找和替换")), parent)
        self.setObjectName("replace")
        self.resize(*_SIZE)
        self._bridge = bridge
        self._words = words = bridge.words
        self.wanted = self._edit(N_("查找"), icons)
        self.replacement = self._edit(N_("替换为"), None)
        self.case = QCheckBox(words(N_("区分大小写")))
        self.whole = QCheckBox(words(N_("整个字段相符")))
        self.regex = QCheckBox(words(N_("正则表达式")))
        self._searched = dict.fromkeys(self._all_fields())
        self.scope = QPushButton()
        self.picker = Picker(words, self)
        self.picker.ticked.connect(self._tick_field)
        self.note = plain_label("", "error")
        self.hits = HitList(bridge, self)
        self.hint = BlankHint(self.hits)
        self.hits.activated_item.connect(self.place_asked)
        self.hits.ticked.connect(self._show_state)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.go_button = QPushButton(words(N_("转到")))
        self.replace_button = QPushButton(words(N_("替换")))
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self.search)
        self._lay_out()
        self._connect()
        self._show_scope()
        self._show_state()

    def search(self) -> None:
        """Look for what is entered, now."""
        self._soon.stop()
        wanted = Find(
            self.wanted.text(), self.case.isChecked(), self.whole.isChecked(), self.regex.isChecked()
        )
        try:
            found = find(self._bridge.plan, wanted, self.replacement.text(), self._fields())
        except BadPattern as bad:
            found = []
            self._complain(self._words(N_("正则表达式有误：{reason}")).format(reason=str(bad)))
        else:
            self._complain("")
        self.hits.show_hits(found)
        self._show_state()

    def replace_ticked(self) -> None:
        """Replace in all places that are ticked, as one step."""
        chosen: Sequence[Hit] = self.hits.chosen()
        if self._bridge.run(lambda: replace(self._bridge.plan, chosen)):
            self.search()

    def _all_fields(self) -> list[str]:
        plan = self._bridge.plan
        return [f"{kind}/{spec.key}" for kind in KINDS for spec in text_fields(plan, kind)]

    def _fields(self) -> dict[str, list[str]]:
        fields: dict[str, list[str]] = {}
        for name in self._searched:
            kind, _, key = name.partition("/")
            fields.setdefault(kind, []).append(key)
        return fields

    def _tick_field(self, name: str, chosen: bool) -> None:
        if chosen:
            self._searched[name] = None
        else:
            self._searched.pop(name, None)
        self._show_scope()
        self._soon.start()

    def _open_scope(self) -> None:
        plan, words = self._bridge.plan, self._words
        candidates = (
            Candidate(f"{key}/{spec.key}", self._label(spec), words(kind.label))
            for key, kind in KINDS.items()
            for spec in text_fields(plan, key)
        )
        self.picker.offer(candidates, self._searched)
        self.picker.open_at(self.scope)

    def _label(self, spec: Field) -> str:
        return spec.label if is_own(spec.key) else self._words(spec.label)

    def _show_scope(self) -> None:
        words, chosen = self._words, len(self._searched)
        everything = chosen == len(self._all_fields())
        text = words(N_("全部字段")) if everything else words(N_("{count} 个字段")).format(count=chosen)
        self.scope.setText(words(N_("范围：{fields}…")).format(fields=text))

    def _complain(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.wanted.setProperty("invalid", bool(text))
        self.wanted.style().unpolish(self.wanted)
        self.wanted.style().polish(self.wanted)
        self.wanted.setAccessibleDescription(text)

    def _show_state(self) -> None:
        found, chosen = self.hits.hits, self.hits.chosen()
        words = self._words
        text = words(N_("找到 {found} 处，已勾选 {chosen} 处")).format(found=len(found), chosen=len(chosen))
        self.count.setText(text if found else words(N_("没有找到")) if self.wanted.text() else "")
        self.hint.say("" if self.wanted.text() else words(N_("输入要查找的文字，找到的各处列在这里。")))
        editable = self.hits.editable
        self.replace_button.setEnabled(editable and any(hit.before != hit.after for hit in chosen))
        self.go_button.setEnabled(bool(found))

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid replacing."""
        self.hits.editable = editable
        self._show_state()

    def _connect(self) -> None:
        for edit in (self.wanted, self.replacement):
            edit.textChanged.connect(lambda _: self._soon.start())
        for box in (self.case, self.whole, self.regex):
            box.toggled.connect(lambda _: self.search())
        self.scope.clicked.connect(self._open_scope)
        self.go_button.clicked.connect(self.hits.activate_current)
        self.replace_button.clicked.connect(self.replace_ticked)
        self._bridge.changed.connect(self._follow)

    def _follow(self, _touched: Touched) -> None:
        self._soon.start()

    def _edit(self, name: str, icons: Icons | None) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(self._words(name))
        edit.setClearButtonEnabled(True)
        if icons is not None:
            edit.addAction(icons.icon("search", "text-muted"), QLineEdit.ActionPosition.LeadingPosition)
        return edit

    def _lay_out(self) -> None:
        words = self._words
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (text, edit) in enumerate(((N_("查找"), self.wanted), (N_("替换为"), self.replacement))):
            label = QLabel(words(text))
            label.setBuddy(edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        options = QHBoxLayout()
        options.setSpacing(16)
        for box in (self.case, self.whole, self.regex):
            options.addWidget(box)
        options.addStretch(1)
        options.addWidget(self.scope)
        column = QVBoxLayout()
        column.addWidget(self.note)
        column.addLayout(options)
        grid.addLayout(column, 2, 1)
        self.note.hide()
        for button in (self.scope, self.go_button):
            button.setAutoDefault(False)
        self.replace_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.go_button)
        foot.addWidget(self.replace_button)
        close = QPushButton(words(N_("关闭")))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        self.column.addLayout(grid)
        self.column.addWidget(self.hits, 1)
        self.column.addLayout(foot)
        self.wanted.setFocus(Qt.FocusReason.OtherFocusReason)
