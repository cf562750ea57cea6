"""How text is folded so that spelling in capitals, hyphens and marks does not matter."""

import re


def name_key(name: str) -> str:
    """Fold a name so that case, hyphens, spacing and marks beside its words do not matter."""
    plain = re.sub(r"[-,;:?!()]", " ", name.replace("\u2019", "'"))
    return " ".join(plain.casefold().split())


def value_key(value: str) -> str:
    """Fold a closed value as typed to its id: any case, and spaces for hyphens."""
    return value.strip().lower().replace(" ", "-")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, in order; an apostrophe joins, a hyphen parts."""
    plain = text.lower().replace("\u2019", "").replace("'", "")
    return re.findall(r"[0-9a-z\u00df-\u024f]+", plain)
