"""The seal of a plan file: a SHA-256 over the whole file, its own 32 bytes counted as zero.

It shows whether the bytes are those that were saved: a damaged disk and another program both break it. It
keeps nobody from making a file on purpose.
"""

import hashlib
import secrets

SIZE = 32
_BLANK = bytes(SIZE)


def new_mark() -> bytes:
    """Return random bytes that hold the place of the seal until the file is complete."""
    return secrets.token_bytes(SIZE)


def seal(data: bytes, mark: bytes) -> tuple[bytearray, bytes]:
    """Return the sealed bytes, and the seal that stands in them where `mark` was."""
    place = _place(data, mark)
    if place is None:
        raise ValueError("the mark of the seal must stand in the file exactly once")
    digest = _digest(data, place)
    sealed = bytearray(data)
    sealed[place : place + SIZE] = digest
    return sealed, digest


def is_intact(data: bytes, digest: bytes) -> bool:
    """Whether `digest` stands in the bytes once, and is their seal."""
    place = _place(data, digest)
    return place is not None and _digest(data, place) == digest


def plain_digest(data: bytes) -> bytes:
    """Return the digest of bytes whose seal is broken."""
    return hashlib.sha256(data).digest()


def has_digest(data: bytes, digest: bytes) -> bool:
    """Whether the bytes are those of a file known by its seal or by its plain digest."""
    return is_intact(data, digest) or plain_digest(data) == digest


def _place(data: bytes, mark: bytes) -> int | None:
    if len(mark) != SIZE:
        return None
    place = data.find(mark)
    return place if place >= 0 and data.find(mark, place + 1) < 0 else None


def _digest(data: bytes, place: int) -> bytes:
    view = memoryview(data)
    total = hashlib.sha256(view[:place])
    total.update(_BLANK)
    total.update(view[place + SIZE :])
    return total.digest()
