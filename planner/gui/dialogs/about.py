"""What the program is: version, licences, where its log is."""

from collections.abc import Callable
from platform import python_version

from PySide6.QtCore import QSysInfo, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

import planner
from planner.domain.marks import N_
from planner.gui.context import Context
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.icon_tile import IconTile
from planner.gui.product import NAME

_LICENCES = (
    N_("本程序按 Apache License 2.0 授权。"),
    N_(
        "界面使用 Qt 与 PySide6，按 GNU 宽通用公共许可证（LGPL）第 3 版授权；它们以动态库形式随程序安装，"
        "可以自行替换，源代码见 https://code.qt.io 。"
    ),
)


_WIDTH = 40
"""In characters of Chinese."""


class AboutDialog(Dialog):
    """Shows what someone who reports a problem is asked for, and copies it."""

    topic = "files"

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        words = context.words
        super().__init__(words("关于"), parent)
        self.setObjectName("about_dialog")
        self.setMinimumWidth(_WIDTH * self.fontMetrics().horizontalAdvance("字"))
        self._log = context.services.folders.log
        self._details = "\n".join(
            (
                words("版本 {version}").format(version=planner.__version__),
                f"Qt {qVersion()} · Python {python_version()} · {QSysInfo.prettyProductName()}",
            )
        )
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(IconTile(context.icons, "app", "text", "", 64))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(plain_label(words(NAME), factor=1.5, bold=True))
        texts.addWidget(plain_label(self._details, "muted"))
        head.addLayout(texts, 1)
        self.column.addLayout(head)
        self.column.addSpacing(4)
        for text in _LICENCES:
            self.column.addWidget(plain_label(words(text)))
        self.column.addWidget(plain_label(words("日志文件夹：{folder}").format(folder=self._log), "muted"))
        self.column.addSpacing(4)
        self.column.addWidget(self.buttons)
        self._add_tool(words("复制版本信息"), self.copy_details)
        self._add_tool(words("打开日志文件夹"), self.open_log_folder)
        self.add_accept(words("关闭"))

    def copy_details(self) -> None:
        """Put the versions on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)

    def open_log_folder(self) -> None:
        """Show the log folder in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log)))

    def _add_tool(self, text: str, action: Callable[[], None]) -> None:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(action)
