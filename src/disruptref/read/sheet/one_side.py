"""One measure on one side of A4, in the order of the National Decision Model.

Some pieces must be on the sheet; the others go in by rank while there is room. Where one has a
short form, that is always there. The sheet names what it leaves to the whole record.
"""

from collections.abc import Sequence

from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.blocks import Banner, Block, Bullets, Facts, Heading, Line
from disruptref.read.sheet.measuring import lines_taken
from disruptref.read.sheet.numbering import Numbering, Record
from disruptref.read.sheet.page import Setting, warnings
from disruptref.read.sheet.pieces import MUST, Piece, pieces

# An A4 side in Word, Arial 10 points.
LINES = 58
_NAMED = 8
_HEADING, _GAP, _BANNER, _TITLE, _SOURCE = 1.7, 0.12, 1.2, 1.5, 0.9


def one_side(record: Record, words: Lexicon, setting: Setting, numbers: Numbering) -> list[Block]:
    """Return the blocks of the sheet: everything that must be there, then what fits."""
    every = list(pieces(record, words, setting))
    banners = warnings(record, words, setting)
    warned = [Line(banner.text) for banner in banners if isinstance(banner, Banner)]
    above = sum(lines_taken(line, _BANNER) * _BANNER + _GAP for line in warned)
    above += (lines_taken(Line(record["name"]), _TITLE) - 1) * _TITLE
    chosen = _fitting(every, record, words, LINES - above)
    kept = [chosen[number] for number in sorted(chosen)]
    blocks: list[Block] = [Heading(record["name"], 1), *banners]
    for section in dict.fromkeys(piece.section for piece in kept):
        lines = _told([one for one in kept if one.section == section], numbers)
        blocks += [Heading(label(section))] if section != "head" and lines else []
        blocks += _section(lines, numbered=section == "how")
    if left := _left_out([one for n, one in enumerate(every) if n not in chosen], kept):
        more = ", and more" if len(left) > _NAMED else ""
        text = f"{', '.join(left[:_NAMED])}{more}."
        blocks.append(Facts((Line(text, label("left-out")),)))
    return blocks


def _left_out(left: Sequence[Piece], kept: Sequence[Piece]) -> list[str]:
    """Name what is left out; first what is there in part, as it would pass for the whole."""
    there = {piece.name for piece in kept}
    names = dict.fromkeys(piece.name for piece in left if piece.name)
    in_part = [f"more on {name.lower()}" for name in names if name in there]
    return in_part + [name.lower() for name in names if name not in there]


def _section(lines: Sequence[Line], *, numbered: bool) -> list[Block]:
    """Return steps as a numbered list and everything else as labelled facts."""
    steps = tuple(line for line in lines if numbered and not line.label)
    rest = tuple(line for line in lines if line not in steps)
    return [*([Bullets(steps, numbered=True)] if steps else []), *([Facts(rest)] if rest else [])]


def _fitting(
    every: Sequence[Piece], record: Record, words: Lexicon, side: float
) -> dict[int, Piece]:
    """Return what fits, by its place: all that must be there, then by rank while there is room."""
    chosen: dict[int, Piece] = {}
    for number, piece in enumerate(every):
        if piece.rank == MUST:
            chosen[number] = piece
        elif piece.short:
            chosen[number] = piece._replace(make=piece.short)
    least = _height([chosen[number] for number in sorted(chosen)], record, words)
    room = side if least <= side else side + LINES  # what cannot fit one side may fill two
    ended = False  # steps are done in order: after one that does not fit, none follows
    for rank in sorted({piece.rank for piece in every} - {MUST}):
        for number, piece in enumerate(every):
            is_step = piece.name == label("steps")
            if piece.rank == rank and not (is_step and ended):
                tried = {**chosen, number: piece}
                if _height([tried[n] for n in sorted(tried)], record, words) <= room:
                    chosen = tried
                else:
                    ended = ended or is_step
    return chosen


def _told(some: Sequence[Piece], numbers: Numbering) -> list[Line]:
    """Return the lines of some pieces; neighbours in their short form share one."""
    lines: list[Line] = []
    before: Piece | None = None
    for piece in some:
        made = piece.make(numbers)
        if (
            before
            and made
            and before.section == piece.section
            and _is_short(before)
            and _is_short(piece)
        ):
            made = [_joined([lines.pop(), *made])]
        lines += made
        before = piece
    return lines


def _joined(lines: Sequence[Line]) -> Line:
    """Return one line that says what several say, each under its label."""
    first, *others = lines
    told = [f"{one.label}: {one.text}" if one.label != first.label else one.text for one in others]
    return first._replace(text=" ".join((first.text, *told)))


def _is_short(piece: Piece | None) -> bool:
    return piece is not None and piece.short is not None and piece.make is piece.short


def _height(some: Sequence[Piece], record: Record, words: Lexicon) -> float:
    """Estimate how many lines of Word's page some pieces take, with headings and sources."""
    numbers = Numbering()
    numbers.know([record], words)
    lines = _told(some, numbers)
    sources = [Line(f"[{one.number}] {one.title} ({one.note})") for one in numbers.list().sources]
    sections = len({piece.section for piece in some} - {"head"}) + 1
    return (
        _HEADING * sections
        + sum(lines_taken(line) + _GAP for line in lines)
        + sum(lines_taken(line, _SOURCE) * _SOURCE + _GAP for line in sources)
    )
