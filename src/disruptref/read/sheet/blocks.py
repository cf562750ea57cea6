"""The format-free pieces of a sheet: all that a renderer has to know."""

from typing import NamedTuple


class Line(NamedTuple):
    """A sentence, perhaps under a label, with the marks of what it rests on.

    `refs` are short references such as `[1, s 103A(2)]` or `[practice]`.
    """

    text: str
    label: str = ""
    refs: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The text with its references."""
        return " ".join((self.text, *self.refs)) if self.refs else self.text


class Heading(NamedTuple):
    """A heading; level 1 is the title of the sheet."""

    text: str
    level: int = 2


class Banner(NamedTuple):
    """A full-width warning that no reader may miss."""

    text: str


class Paragraph(NamedTuple):
    """One line on its own."""

    line: Line


class Facts(NamedTuple):
    """Labelled values, read down."""

    lines: tuple[Line, ...]


class Bullets(NamedTuple):
    """A list; `numbered` when the order matters."""

    lines: tuple[Line, ...]
    numbered: bool = False


class Table(NamedTuple):
    """A table with a caption and one header row; cells are plain text."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    blank: bool = False


class Source(NamedTuple):
    """One numbered source: its title, address, and when and how it was read."""

    number: int
    title: str
    url: str | None
    note: str


class Sources(NamedTuple):
    """The numbered list of sources."""

    sources: tuple[Source, ...]


Block = Heading | Banner | Paragraph | Facts | Bullets | Table | Sources


class Sheet(NamedTuple):
    """A whole sheet: what every renderer is given.

    `head` and `foot` are printed at the top and bottom of every page where the format has pages.
    """

    title: str
    marking: str
    handling: str
    blocks: tuple[Block, ...]
    foot: tuple[str, ...]
    language: str = "en-GB"
