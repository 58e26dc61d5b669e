"""The rows of a sheet as XML, held compressed until the workbook is put together.

Only `planner.office` imports it.
"""

import zlib
from collections.abc import Iterator

_LEVEL = 1
_AT_ONCE = 512
_PIECE = 1 << 20


class RowStream:
    """Takes rows in their order and gives them back as one stream of bytes."""

    def __init__(self) -> None:
        self._press = zlib.compressobj(_LEVEL)
        self._pending: list[str] = []
        self._held: list[bytes] = []

    def add(self, xml: str) -> None:
        """Take the next row."""
        self._pending.append(xml)
        if len(self._pending) >= _AT_ONCE:
            self._press_pending()

    def close(self) -> None:
        """Take no more rows."""
        self._press_pending()
        self._held.append(self._press.flush())

    def pieces(self) -> Iterator[bytes]:
        """Yield all rows in pieces of a megabyte at most, once."""
        expand = zlib.decompressobj()
        held, self._held = self._held, []
        for number, block in enumerate(held):
            held[number] = b""
            piece = expand.decompress(block, _PIECE)
            while piece:
                yield piece
                piece = expand.decompress(expand.unconsumed_tail, _PIECE)

    def _press_pending(self) -> None:
        self._held.append(self._press.compress("".join(self._pending).encode()))
        self._pending.clear()
