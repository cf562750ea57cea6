"""Which index answers: the shipped one as it is, or one made from a checkout."""

from disruptref import paths, store
from disruptref.read.refusals import UnreadableCatalogueError


def open_store() -> store.Store:
    """Open the index of the catalogue in use.

    Raises:
        UnreadableCatalogueError: with one sentence on what is wrong and what to do.
    """
    try:
        if not paths.in_checkout():
            return store.open_file(str(paths.SHIPPED_INDEX))
        from disruptref.read.checkout_index import open_made

        return open_made(paths.CHECKOUT_MEASURES)
    except OSError as error:
        raise UnreadableCatalogueError(f"{error.filename}: {error.strerror}.") from None
    except store.StoreError as error:
        raise UnreadableCatalogueError(f"{error}.") from None
