"""A vocabulary term as an entry of a listing."""

from typing import Any

from disruptref.read.asof import iso_words
from disruptref.read.nation import label_of
from disruptref.render.terminal import Row


def row(term: dict[str, Any]) -> Row:
    """Return a term's entry: definition, synonyms and, for an offence, its law."""
    lines = [term["definition"]]
    if stands_for := term.get("stands_for"):
        lines.insert(0, f"Stands for: {stands_for}")
    if term.get("outdated"):
        lines.append("Outdated: use the name of the measure it leads to.")
    if nations := term.get("jurisdictions"):
        lines.append(f"In: {label_of(nations)}")
    if see := term.get("see"):
        lines.append(f"See: {', '.join(see)}")
    if cite := term.get("cite"):
        lines.append(f"Provision: {cite}")
    if "maximum" in term:
        most = (
            f"{iso_words(term['maximum'])} imprisonment" if term["maximum"] else "no imprisonment"
        )
        summary = term.get("maximum_summary")
        summarily = f", {iso_words(summary)} summarily" if summary else ""
        lines.append(f"Maximum: {most}{summarily} ({term.get('maximum_cite') or cite})")
    if note := term.get("maximum_note"):
        lines.append(note)
    if since := term.get("from"):
        lines.append(f"From {since}{' until ' + term['until'] if term.get('until') else ''}")
    if synonyms := term.get("synonyms"):
        lines.append(f"Also: {', '.join(synonyms)}")
    return Row(term["id"], term["label"], "", tuple(lines))
