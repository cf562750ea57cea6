"""How many lines of Word's A4 page a sentence takes, by the widths of Arial's letters."""

from collections.abc import Iterator

from disruptref.read.sheet.blocks import Line

# Widths in thousandths of the letter's size, as Arial's own tables give them.
_WIDTHS = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[]ft", 333: "()-`r", 355: '"', 500: "Jcksvxyz",
    584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%",
    944: "W",
}  # fmt: skip
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHERS = 556
_PAGE = 51_600  # 182 mm, set in 10 points
_SPACE = _WIDTH[" "]
_PLAIN, _BOLD, _SMALL = 1.0, 1.07, 0.85


def lines_taken(line: Line, size: float = 1.0) -> int:
    """Return the lines that a labelled sentence with its references fills, broken between words.

    `size` is that of its letters, in tens of points.
    """
    taken, filled = 1, 0.0
    for width in (size * width for width in _words(line)):
        if filled and filled + width > _PAGE:
            taken, filled = taken + 1, 0.0
        taken += int(width // _PAGE)  # a word longer than a line is broken
        filled += width % _PAGE + size * _SPACE
    return taken


def _words(line: Line) -> Iterator[float]:
    """Yield the width of each word: label bold, text plain, references small."""
    references = f"[{', '.join(line.refs)}]" if line.refs else ""
    parts = ((f"{line.label}:" if line.label else "", _BOLD), (line.text, _PLAIN))
    for text, size in (*parts, (references, _SMALL)):
        for word in text.split():
            yield size * sum(_WIDTH.get(letter, _OTHERS) for letter in word)
