"""The export of the work plan from a window: asked for, written in the background, offered to be opened."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from planner.app.document import Content
from planner.app.plan_store import SaveFailed
from planner.app.troubles import trouble_sentence
from planner.app.workspace import snapshot
from planner.gui.banner import Banners, Offer
from planner.gui.context import Context

_NOTICE = "export"


class WorkbookExporter(QObject):
    """Writes one workbook at a time; a notice says how it went."""

    finished = Signal()
    _written = Signal(object)

    def __init__(self, context: Context, banners: Banners, parent: QObject) -> None:
        super().__init__(parent)
        self._services = context.services
        self._words = context.words
        self._banners = banners
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")
        self._path = Path()
        self._written.connect(self._tell)

    def start(self, content: Content, path: Path) -> None:
        """Write the plan as it is now, while it is edited further."""
        self._path = path
        self._banners.tell(_NOTICE, "info", self._words("正在导出“{name}”…").format(name=path.name))
        future = self._pool.submit(
            self._services.export_workbook, snapshot(content), path, self._words, self._services.clock.today()
        )
        future.add_done_callback(self._written.emit)

    def _tell(self, future: "Future[Sequence[str]]") -> None:
        try:
            remarks = future.result()
        except SaveFailed as failure:
            text = self._words("没有导出“{name}”。{reason}")
            reason = trouble_sentence(self._words, failure)
            self._banners.tell(_NOTICE, "danger", text.format(name=self._path.name, reason=reason))
        else:
            text = self._words("已导出“{name}”。").format(name=self._path.name)
            self._banners.tell(_NOTICE, "success", " ".join([text, *remarks]), self._offers(self._path))
        self.finished.emit()

    def _offers(self, path: Path) -> list[Offer]:
        return [
            Offer(self._words("打开文件"), lambda: _show(path)),
            Offer(self._words("打开文件夹"), lambda: _show(path.parent)),
        ]


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
