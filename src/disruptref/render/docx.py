"""Word: real heading styles, header rows, language and title, editable in Word and LibreOffice."""

import io
import zipfile
from datetime import datetime
from typing import Any

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

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FONT = "Arial"
_LONGEST_TITLE = 255  # of the document's data; the heading is whole


def sheet_docx(sheet: Sheet, printed: str) -> bytes:
    """Return a sheet as a Word file; `printed` (ISO day) is its only time stamp."""
    from docx import Document

    document = Document()
    _prepare(document, sheet, printed)
    if sheet.handling:
        document.add_paragraph(sheet.handling, style="Handling")
    for block in sheet.blocks:
        _add(document, block)
    for line in sheet.foot:
        document.add_paragraph(line, style="Handling")
    raw = io.BytesIO()
    document.save(raw)
    return _same_bytes(raw.getvalue())


def _prepare(document: Any, sheet: Sheet, printed: str) -> None:
    """Set page, styles, language, title and the marking of every page; no author, no path."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(14)
    section.top_margin = section.bottom_margin = Mm(14)
    section.header_distance = section.footer_distance = Mm(6)
    styles = document.styles
    for name, size in (("Normal", 10), ("Heading 1", 15), ("Heading 2", 11), ("Heading 3", 10.5)):
        style = styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:ascii"), _FONT)
        style.element.rPr.rFonts.set(qn("w:hAnsi"), _FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.line_spacing = 1.0
        style.paragraph_format.space_after = Pt(1)
        if name != "Normal":
            style.font.color.rgb = RGBColor(0x14, 0x18, 0x1D)
            style.paragraph_format.space_before = Pt(5)
    for name, size, bold in (("Handling", 9, False), ("Banner", 12, True)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size, style.font.bold = styles["Normal"], Pt(size), bold
    language = styles.element.find(f".//{qn('w:lang')}")
    for key in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{key}"), sheet.language)
    for part in (section.header, section.footer):
        paragraph = part.paragraphs[0]
        paragraph.text, paragraph.alignment = sheet.marking, WD_ALIGN_PARAGRAPH.CENTER
        paragraph.runs[0].bold = True
    _page_numbers(section.footer.paragraphs[0])
    properties = document.core_properties
    properties.title = sheet.title[:_LONGEST_TITLE]
    properties.language, properties.author = sheet.language, ""
    properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime.fromisoformat(printed)
    properties.revision = 1


def _page_numbers(paragraph: Any) -> None:
    """Add ` page x of y` as fields that Word keeps up to date."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for words, code in (("  page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)


def _add(document: Any, block: Any) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(text, level)
        case Banner(text):
            document.add_paragraph(f"WARNING: {text}", style="Banner")
        case Paragraph(line):
            _fill(document.add_paragraph(), line)
        case Facts(lines):
            for line in lines:
                _fill(document.add_paragraph(), line)
        case Bullets(lines, numbered):
            # Word numbers lists through shared state; a written number survives every editor.
            for number, line in enumerate(lines, 1):
                if numbered:
                    _fill(document.add_paragraph(f"{number}. "), line)
                else:
                    _fill(document.add_paragraph(style="List Bullet"), line)
        case Table():
            _table(document, block)
        case Sources(sources):
            for source in sources:
                paragraph = document.add_paragraph(f"[{source.number}] ", style="Handling")
                _link(paragraph, source.title, source.url)
                paragraph.add_run(f" ({source.note})" if source.note else "")


def _link(paragraph: Any, text: str, url: str | None) -> None:
    """Add text that leads to an address, or plain text where there is none."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(text)
    if url:
        run.underline = True
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, True))
        link.append(run._r)
        paragraph._p.append(link)


def _fill(paragraph: Any, line: Line) -> None:
    from docx.shared import Pt

    if line.label:
        paragraph.add_run(f"{line.label}: ").bold = True
    paragraph.add_run(line.text)
    for ref in line.refs:
        paragraph.add_run(f" {ref}").font.size = Pt(8.5)


def _table(document: Any, table: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    grid = document.add_table(rows=1, cols=len(table.header), style="Table Grid")
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "50")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    grid._tbl.tblPr.append(margins)
    described = OxmlElement("w:tblCaption")
    described.set(qn("w:val"), table.caption)
    grid._tbl.tblPr.append(described)
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(header)
    rows = [table.header, *table.rows]
    for _ in table.rows:
        row = grid.add_row()
        if table.blank:
            row.height = Mm(11)  # room to write by hand
    for cells, texts in zip(grid.rows, rows, strict=True):
        keep = OxmlElement("w:cantSplit")
        cells._tr.get_or_add_trPr().append(keep)
        for cell, text in zip(cells.cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.font.size, run.bold = Pt(7.5), texts is table.header
    document.add_paragraph()


def _same_bytes(raw: bytes) -> bytes:
    """Write the archive again with fixed times, so that the same sheet is the same file."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return target.getvalue()
