"""One sentence for each thing that can go wrong with a call."""

from planner.app.messages import refusal_sentence
from planner.app.periods import PeriodLost, UnknownPeriod
from planner.app.plan_store import StoreRefused
from planner.app.troubles import trouble_sentence
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.reports.outcome import UnknownFormat
from planner.reports.preset import BrokenPreset
from planner.reports.status.templates import BrokenTemplate


class Unusable(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """The call or its input can't be used; the argument is the sentence to print."""


def sentence_for(error: Exception, words: Words) -> str | None:
    """Return the sentence to print for an error, or None for one that is a fault of the program."""
    match error:
        case Unusable():
            return str(error)
        case Refused():
            return refusal_sentence(words, error)
        case StoreRefused():
            return trouble_sentence(words, error)
        case UnknownPeriod(args=(text,)):
            return words("没有报告期“{period}”，它也不是 2025-11 这样的时段。").format(period=text)
        case PeriodLost(args=(title,)):
            return words("文件里的修改记录已不能还原报告期“{period}”。").format(period=title)
        case BrokenTemplate(args=(name, line, reason)):
            return words("模板“{name}”第 {line} 行有误：{reason}。").format(
                name=name, line=line, reason=reason
            )
        case BrokenPreset(args=(name, reason)):
            return words("版式“{name}”有误：{reason}。").format(name=name, reason=reason)
        case UnknownFormat(args=(name, known)):
            return words("不能写成“{name}”：文件名要以 {known} 结尾。").format(name=name, known=known)
        case OSError():
            return words("无法读写“{name}”：{reason}。").format(
                name=error.filename or "", reason=error.strerror or str(error)
            )
    return None
