"""Visit every part of a validated record, with the path by which its file names it."""

from collections.abc import Iterator
from typing import Any

from disruptref.build.text import Part

Path = tuple[str | int, ...]


def parts(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Yield a part and every part within it, outermost first."""
    yield path, part
    for name, field in type(part).model_fields.items():
        yield from _within(getattr(part, name), (*path, field.alias or name))


def texts(part: Part) -> Iterator[tuple[Path, str]]:
    """Yield every text of a record with its path, ids and closed values included."""
    for path, inner in parts(part):
        for name, field in type(inner).model_fields.items():
            value = getattr(inner, name)
            here = (*path, field.alias or name)
            if isinstance(value, str):
                yield here, value
            elif isinstance(value, tuple):
                for number, item in enumerate(value):
                    if isinstance(item, str):
                        yield (*here, number), item


def _within(value: Any, path: Path) -> Iterator[tuple[Path, Part]]:
    if isinstance(value, Part):
        yield from parts(value, path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _within(item, (*path, number))
