"""The options weighed, as entries of a listing under one heading for each group of the order."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from disruptref.read.labels import FACTS, OPTION_GROUPS, VERDICTS
from disruptref.read.nation import label_of
from disruptref.read.options.verdicts import Verdict
from disruptref.read.options.weigh import Option
from disruptref.render.terminal import Row


def heading_rows(options: Sequence[Option]) -> Iterator[tuple[str, list[Row]]]:
    """Yield each group's heading with the entries of its measures."""
    for group, found in groupby(options, key=lambda option: option.group):
        yield OPTION_GROUPS[group][1].upper(), [_row(option) for option in found]


def _row(option: Option) -> Row:
    card, decided = option.found.card, option.verdict
    closed = decided.verdict == "not-available"
    route = f" (by: {decided.route})" if decided.route and not closed else ""
    verdict = VERDICTS["unfit" if decided.against else decided.verdict]
    lines = [f"{verdict}{route}"]
    if decided.verdict != "possible":
        for number, (text, rule) in enumerate(zip(option.reasons, decided.reasons, strict=True)):
            unfit = "not so on these facts: " if number < decided.against else ""
            which = _routes(decided.closes[number]) if decided.closes else ""
            lines.append(f"- {which}{unfit}{text} [{rule['cite'] or rule['basis']}{_soft(rule)}]")
    if decided.facts_needed:
        lines.append(f"Settle: {_settle(decided)}")
    lines += [f"Or by: {one.route}{_if(one)}" for one in decided.also]
    if option.restricts_child:
        lines.append("It restricts the child: ask first what would stop the adult instead.")
    lines.append(card["summary"])
    return Row(card["id"], card["name"], label_of(card["jurisdictions"]), tuple(lines))


def _routes(names: Sequence[str]) -> str:
    """Name the routes that a reason closes, where it leaves others to another reason."""
    return f"by {' or by '.join(names)}: " if names else ""


def _settle(decided: Verdict) -> str:
    return ", ".join(f"{FACTS[fact]} (--{fact})" for fact in decided.facts_needed)


def _if(decided: Verdict) -> str:
    return f"; settle: {_settle(decided)}" if decided.facts_needed else ""


def _soft(rule: dict[str, str]) -> str:
    """Say that a rule is not law, where it is not."""
    return f"; {rule['basis']}, not law" if rule["basis"] in ("guidance", "policy") else ""
