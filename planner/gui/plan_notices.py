"""What a person must know about a plan: who else has it, what recovery left out, a journal that fails."""

from planner.app.words import Words
from planner.app.workspace import Session
from planner.gui.banner import Banners, Offer
from planner.gui.lifecycle import Files

_ACCESS = "access"
_JOURNAL = "journal"


class PlanNotices:
    """Words the notices above one plan and offers what can be done."""

    def __init__(self, banners: Banners, files: Files, words: Words) -> None:
        self._banners = banners
        self._files = files
        self._words = words

    def tell_opened(self, session: Session) -> None:
        """Say what opening found."""
        self._tell_access(session)
        if session.findings:
            text = self._words(
                "文件已损坏，能读出的内容都在这里，另有 {count} 处无法读出或已更正。请另存并核对。"
            )
            self._banners.tell("salvage", "warning", text.format(count=len(session.findings)))
        if session.left_out:
            text = self._words("{count} 处未保存的编辑不再适用于现在的文件，没有恢复。")
            self._banners.tell("left_out", "warning", text.format(count=len(session.left_out)))

    def tell_state(self, session: Session) -> None:
        """Say what went on meanwhile."""
        if not session.read_only:
            self._banners.close_notice(_ACCESS)
        if not session.document.journal_failed:
            self._banners.close_notice(_JOURNAL)
        elif _JOURNAL not in self._banners.texts():
            text = self._words("修改暂时无法记入本机的恢复日志，磁盘可能已满；请尽快保存。")
            self._banners.tell(_JOURNAL, "danger", text, [Offer(self._words("保存"), self._files.save)])

    def _tell_access(self, session: Session) -> None:
        if not session.read_only:
            return
        save_as = Offer(self._words("另存为…"), self._files.save_as)
        holder = session.locked_by
        if holder is None:
            text = self._words("这个文件夹不能写入，计划以只读方式打开；要修改请另存到别处。")
            self._banners.tell(_ACCESS, "warning", text, [save_as])
            return
        text = self._words("{name}（{host}）自 {since} 起正在使用这个计划，这里以只读方式打开。")
        since = holder.since[:16].replace("T", " ")
        offers = [
            save_as,
            Offer(self._words("重新打开"), self._files.reopen),
            Offer(self._words("接管编辑…"), self._files.take_over),
        ]
        self._banners.tell(
            _ACCESS, "warning", text.format(name=holder.name, host=holder.host, since=since), offers
        )
