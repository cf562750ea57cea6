"""An index made from a checkout when its files changed.

A checkout's files are compared by path, size and time. On a mismatch their content is hashed, and
the index named by that digest is made if it is not there yet. A file is never written over: two
processes may do this at once, and each opens a whole index. Where nothing can be written the index
is held in memory.
"""

import json
import os
import tempfile
from hashlib import sha256
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from disruptref import paths, store
from disruptref.index_content import Content
from disruptref.read.refusals import UnreadableCatalogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_KEEP_SECONDS = 14 * 24 * 3600


def open_made(root: Path) -> store.Store:
    """Open the index made from a folder, making it first where the folder changed.

    Raises:
        UnreadableCatalogueError: when the folder is not a catalogue or has errors.
    """
    folder = paths.cache()
    pointer = folder / f"{sha256(str(root).encode()).hexdigest()[:16]}.json"
    stamp = sha256("\n".join(_stats(root)).encode()).hexdigest()
    try:
        known = json.loads(pointer.read_text("utf-8"))
        if known["stamp"] == stamp:
            return store.open_file(str(folder / known["index"]))
    except (OSError, ValueError, TypeError, KeyError, store.StoreError):
        pass
    return _made(root, folder, pointer, stamp)


def _stats(root: Path) -> "Iterator[str]":
    """Yield path, size and time of every file an index depends on, this package's code included."""
    for base, suffixes in ((root, (".yaml", ".txt")), (paths.PACKAGE, (".py",))):
        waiting = [str(base)]
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in sorted(entries, key=lambda one: one.name):
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.name.endswith(suffixes) and not entry.name.startswith("."):
                        about = entry.stat()
                        yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"


def _made(root: Path, folder: Path, pointer: Path, stamp: str) -> store.Store:
    """Make (or find) the index of the folder's content, and point to it."""
    name = f"{_content_digest(root)}.sqlite"
    target = folder / name
    if not _is_whole(target):
        content = _content(root)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _place(folder, target, lambda path: store.write(path, content))
        except OSError:
            return store.in_memory(content)
    try:
        text = json.dumps({"stamp": stamp, "index": name})
        _place(folder, pointer, lambda path: Path(path).write_text(text, "utf-8"))
        _tidy(folder, name)
    except OSError:
        pass  # the index stands; only the shortcut to it could not be kept
    return store.open_file(str(target))


def _is_whole(index: Path) -> bool:
    """True when an index is there and can be read."""
    try:
        store.open_file(str(index))
    except store.StoreError:
        return False
    return True


def _content(root: Path) -> Content:
    """Run the build chain: the one place where reading leads to building."""
    from disruptref.build.index import InvalidCatalogueError, content
    from disruptref.build.problems import UnreadableError

    try:
        return content(root)
    except InvalidCatalogueError as error:
        first, count = error.problems[0], len(error.problems)
        raise UnreadableCatalogueError(
            f"the catalogue {root} has {count} error{'s' if count > 1 else ''}; the first: {first}",
            "Run `disruptref check` for all of them.",
        ) from None
    except UnreadableError as error:
        raise UnreadableCatalogueError(f"{error.problem}.") from None


def _content_digest(root: Path) -> str:
    total = sha256()
    for line in _stats(root):
        path = line.rsplit(" ", 2)[0]
        total.update(path.encode())
        total.update(Path(path).read_bytes())
    return total.hexdigest()[:20]


def _place(folder: Path, target: Path, write: "Callable[[str], object]") -> None:
    """Write beside the target, then put it in place in one step."""
    handle, temporary = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    try:
        write(temporary)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _tidy(folder: Path, keep: str) -> None:
    """Remove indexes that no one has made or needed for a fortnight."""
    for path in folder.glob("*.sqlite"):
        if path.name != keep and path.stat().st_mtime < time() - _KEEP_SECONDS:
            path.unlink(missing_ok=True)
