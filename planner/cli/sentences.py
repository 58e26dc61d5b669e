"""One sentence for each thing that can go wrong with a call."""

from planner.app.messages import refusal_sentence
from planner.app.plan_store import StoreRefused
from planner.app.troubles import trouble_sentence
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.reports.status.troubles import report_trouble


class Unusable(Exception):
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
        case OSError():
            return words("无法读写“{name}”：{reason}。").format(
                name=error.filename or "", reason=error.strerror or str(error)
            )
    return report_trouble(words, error)
