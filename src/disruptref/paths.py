"""The only module that knows where things lie: the shipped catalogue and index, and the cache."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
SHIPPED_INDEX = PACKAGE / "index.sqlite"
SHIPPED_MEASURES = PACKAGE / "measures"
CHECKOUT_MEASURES = PACKAGE.parents[1] / "measures"
CACHE_VARIABLE = "DISRUPTREF_CACHE_DIR"


def in_checkout() -> bool:
    """True when this package runs from a checkout: no index was built into it."""
    return not SHIPPED_INDEX.is_file() and CHECKOUT_MEASURES.is_dir()


def catalogue() -> Path:
    """Return the folder of the catalogue in use."""
    return CHECKOUT_MEASURES if in_checkout() else SHIPPED_MEASURES


def cache() -> Path:
    """Return the folder for indexes made from a checkout; it need not exist yet."""
    if folder := os.environ.get(CACHE_VARIABLE):
        return Path(folder)
    from platformdirs import user_cache_path

    return user_cache_path("disruptref", appauthor=False)
