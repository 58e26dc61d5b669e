"""The initials by which Chinese is typed, as sfgw for 市发改委, for the search to be handed."""

from functools import lru_cache


@lru_cache(maxsize=65536)
def initials(text: str) -> str:
    """Return the first letter of the sound of each character, other signs as they are, in lower case.

    Characters of several sounds are read as in their word: cq for 重庆.
    """
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).casefold()
