"""The rows of a sheet as XML, held until the workbook is put together, compressed where they are many.

Only `planner.office` imports it.
"""

import zlib
from collections.abc import Iterator

_LEVEL = 1
_AT_ONCE = 512
_PIECE = 1 << 20
_PLAIN = 3 << 20
"""Bytes of a sheet that are held as they are: pressing and expanding them takes longer than to write them."""


class RowStream:
    """Takes rows in their order and gives them back as one stream of bytes."""

    def __init__(self) -> None:
        self._press = zlib.compressobj(_LEVEL)
        self._pending: list[str] = []
        self._plain: list[bytes] = []
        self._pressed: list[bytes] = []
        self._room = _PLAIN

    def add(self, xml: str) -> None:
        """Take the next row."""
        self._pending.append(xml)
        if len(self._pending) >= _AT_ONCE:
            self._hold_pending()

    def close(self) -> None:
        """Take no more rows."""
        self._hold_pending()
        self._pressed.append(self._press.flush())

    def pieces(self) -> Iterator[bytes]:
        """Yield all rows, once, in pieces that a caller need not fear to hold."""
        yield from _taken(self._plain)
        expand = zlib.decompressobj()
        for block in _taken(self._pressed):
            piece = expand.decompress(block, _PIECE)
            while piece:
                yield piece
                piece = expand.decompress(expand.unconsumed_tail, _PIECE)

    def _hold_pending(self) -> None:
        block = "".join(self._pending).encode()
        self._pending.clear()
        self._room -= len(block)
        if self._room >= 0:
            self._plain.append(block)
        else:
            self._pressed.append(self._press.compress(block))


def _taken(blocks: list[bytes]) -> Iterator[bytes]:
    """Yield the blocks in their order and let each go."""
    blocks.reverse()
    while blocks:
        yield blocks.pop()
