"""Visit every part of a validated record, with the path by which its file names it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from disruptref.build.text import Part
from disruptref.build.yamlio import Place


def parts(part: Part, path: Place = ()) -> Iterator[tuple[Place, Part]]:
    """Yield a part and every part within it, outermost first."""
    yield path, part
    for name, key in keys(type(part)):
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from parts(value, (*path, key))
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Part):
                    yield from parts(item, (*path, key, number))


def texts(path: Place, part: Part) -> Iterator[tuple[Place, str]]:
    """Yield every text that stands in a part itself, ids and closed values included."""
    for name, key in keys(type(part)):
        value: Any = getattr(part, name)
        if isinstance(value, str):
            yield (*path, key), value
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, str):
                    yield (*path, key, number), item


@cache
def keys(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a part: the name in code and the key in the file."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())


@cache
def fields_among(kind: type[Part], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of some names are fields of a part; asking a part for others is slow."""
    return tuple(name for name in names if name in kind.model_fields)
