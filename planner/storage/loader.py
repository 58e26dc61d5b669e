"""Builds frozen, slotted dataclasses from rows, several times faster than their own constructor.

A frozen dataclass fills its slots with one call of `object.__setattr__` each. Here each class gets a twin
with the same slots and ordinary assignment; a generated function fills a twin with plain stores, which
CPython specialises to a write into the slot, and then makes it an instance of the frozen class by setting
`__class__`, which CPython allows between classes of one layout. Measured for an item of 21 fields: 0.5 µs
instead of 3 µs. A test holds the result against the constructor's.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

_SOURCE = """
def load(rows):
    built = []
    add = built.append
    for {variables}, in rows:
        join(({texts}))
        item = blank()
{stores}
        item.__class__ = final
        add(item)
    return built
"""


def loader(
    cls: type[T],
    names: Sequence[str],
    *,
    texts: Collection[str],
    decoders: Mapping[str, Callable[[Any], Any]] | None = None,
) -> Callable[[Iterable[tuple[Any, ...]]], list[T]]:
    """Return a function that turns rows, with the fields in the order of `names`, into instances of `cls`.

    `names` must name every field of `cls`; `decoders` says how to read the fields that are not stored as
    they are. The function raises TypeError where one of the fields in `texts` is no text (joining them is
    the quickest way to find out); it checks nothing else.
    """
    decoders = decoders or {}
    stores = [
        f"        item.{name} = " + (f"decode_{name}(_{name})" if name in decoders else f"_{name}")
        for name in names
    ]
    source = _SOURCE.format(
        variables=", ".join(f"_{name}" for name in names),
        texts="".join(f"_{name}, " for name in texts),
        stores="\n".join(stores),
    )
    scope: dict[str, Any] = {"blank": _twin(cls), "final": cls, "join": "".join}
    scope |= {f"decode_{name}": decode for name, decode in decoders.items()}
    exec(source, scope)  # noqa: S102 - the source is made of field names of our own classes
    built: Callable[[Iterable[tuple[Any, ...]]], list[T]] = scope["load"]
    return built


def _twin(cls: type[Any]) -> type[Any]:
    """Return a class of the same layout whose instances start empty and can be assigned to.

    `__delattr__` must go back to object's with `__setattr__`: both share one slot in the type.
    """
    return type(
        f"{cls.__name__}Twin",
        cls.__bases__,
        {
            "__slots__": cls.__slots__,
            "__init__": object.__init__,
            "__setattr__": object.__setattr__,
            "__delattr__": object.__delattr__,
        },
    )
