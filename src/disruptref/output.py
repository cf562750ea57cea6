"""Write an answer where it was asked to go: whole or not at all, and never over a file unasked."""

import errno
import os
import sys
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

from disruptref.read.refusals import UnwritableError, UsageError

_FORBIDDEN = frozenset('<>:"|?*')


def write(target: str, content: bytes, *, force: bool) -> None:
    """Write bytes to a path, or to standard output for `-`.

    Raises:
        UnwritableError: in one sentence, with nothing half-written.
    """
    if target == "-":
        try:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise UnwritableError(f"Standard output: {error.strerror}.") from None
        return
    import stat
    import tempfile

    path = Path(target)
    try:
        _refuse(path, force=force)
        path = path.resolve()  # a link stays a link: what it points to is written
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            path.write_bytes(content)
            return
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            kept = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
            Path(temporary).chmod(stat.S_IMODE(kept))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnwritableError(f"{target} could not be written ({reason}).") from None


def _refuse(path: Path, *, force: bool) -> None:
    """Refuse what would lose something or could not be opened elsewhere."""
    if bad := sorted(_FORBIDDEN & set(path.name)):
        raise UnwritableError(
            f"{path.name} holds {' '.join(bad)}, which Windows forbids; rename it."
        )
    if path.is_dir():
        raise UnwritableError(f"{path} is a folder; name a file in it.")
    if not path.parent.is_dir():
        raise UnwritableError(f"The folder {path.parent} does not exist; make it first.")
    if path.is_file() and not force:
        raise UnwritableError(f"{path} exists already; --force overwrites it.")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def ready() -> int:
    """Make the standard streams fit for any words; return an exit code where that cannot be."""
    if sys.stderr is None:
        sys.stderr = StringIO()
    if sys.stdout is None:
        sys.stderr.write("Standard output is closed.\n")
        return UnwritableError.exit_code
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        "".join(sys.argv).encode()
    except UnicodeEncodeError:
        sys.stderr.write("The words typed are not UTF-8; type them again.\n")
        return UsageError.exit_code
    return 0


def flushed(code: Any) -> Any:
    """Return the exit code once everything is written, or 4 when it could not be."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer goes nowhere, or the interpreter would complain at its end.
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return code
        sys.stderr.write(f"Standard output: {error.strerror}.\n")
        return 4
    return code
