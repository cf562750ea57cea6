"""One HTML file: no script, no remote asset, readable by a screen reader, prints to A4."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from disruptref.read.sheet.blocks import (
    Banner,
    Bullets,
    Facts,
    Heading,
    Line,
    Paragraph,
    Sheet,
    Sources,
    Table,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def sheet_html(sheet: Sheet) -> str:
    """Return a whole sheet as one HTML page."""
    style = (Path(__file__).parent / "sheet.css").read_text("utf-8")
    foot = "\n".join(f"<p>{escape(line)}</p>" for line in sheet.foot)
    body = "\n".join(_parts(sheet))
    return f"""<!DOCTYPE html>
<html lang="{sheet.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(sheet.title)}</title>
<style>
{style}</style>
</head>
<body>
<header>
<p class="marking">{escape(sheet.marking)}</p>
{f"<p>{escape(sheet.handling)}</p>" if sheet.handling else ""}
</header>
<main>
{body}
</main>
<footer>
{foot}
<p class="marking">{escape(sheet.marking)}</p>
</footer>
</body>
</html>
"""


def _parts(sheet: Sheet) -> Iterator[str]:
    for block in sheet.blocks:
        match block:
            case Heading(text, level):
                yield f"<h{level}>{escape(text)}</h{level}>"
            case Banner(text):
                yield f'<p class="banner"><strong>Warning:</strong> {escape(text)}</p>'
            case Paragraph(line):
                yield f"<p>{_line(line)}</p>"
            case Facts(facts):
                yield f"<dl>\n{''.join(_facts(facts))}</dl>"
            case Bullets(items, numbered):
                tag = "ol" if numbered else "ul"
                inner = "".join(f"<li>{_labelled(line)}</li>\n" for line in items)
                yield f"<{tag}>\n{inner}</{tag}>"
            case Table():
                yield _table(block)
            case Sources():
                yield _sources(block)


def _facts(facts: tuple[Line, ...]) -> Iterator[str]:
    """Group unlabelled lines under the label above them."""
    heads: list[str] = []
    for line in facts:
        heads.append(line.label or (heads[-1] if heads else "Also"))
    for head, group in groupby(zip(heads, facts, strict=True), key=lambda pair: pair[0]):
        values = "".join(f"<dd>{_line(line)}</dd>" for _, line in group)
        yield f"<div><dt>{escape(head)}</dt>{values}</div>\n"


def _line(line: Line) -> str:
    refs = "".join(f' <span class="ref">{escape(ref)}</span>' for ref in line.refs)
    return escape(line.text) + refs


def _labelled(line: Line) -> str:
    return f"<strong>{escape(line.label)}:</strong> {_line(line)}" if line.label else _line(line)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.header)
    rows = ""
    for first, *rest in table.rows:
        cell = "<td></td>" if table.blank else f'<th scope="row">{escape(first)}</th>'
        rows += f"<tr>{cell}{''.join(f'<td>{escape(text)}</td>' for text in rest)}</tr>\n"
    kind = ' class="blank"' if table.blank else ""
    return (
        f'<div class="wide" role="region" aria-label="{escape(table.caption)}" tabindex="0">'
        f"<table{kind}>\n<caption>{escape(table.caption)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>"
    )


def _sources(block: Sources) -> str:
    items = ""
    for source in block.sources:
        title = escape(source.title)
        if source.url:
            title = f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>'
        note = f" ({escape(source.note)})" if source.note else ""
        items += f'<li value="{source.number}">{title}{note}</li>\n'
    return f'<ol class="sources">\n{items}</ol>'
