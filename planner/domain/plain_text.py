"""Text stripped of what the eye does not see, for comparing and matching. Any room may import it."""

import unicodedata


def visible(text: str) -> str:
    """Return `text` without zero-width marks, soft hyphens and other format characters."""
    if text.isascii():
        return text
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def folded(text: str) -> str:
    """Return `text` as it is compared: half width, one case, no white space, nothing invisible."""
    return "".join(visible(unicodedata.normalize("NFKC", text)).split()).casefold()
