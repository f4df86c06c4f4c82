"""Oddities of tables, tried on a ledger, and of tables that hold more than is told of them."""

from __future__ import annotations

from collections.abc import Callable

from mzsh_model.testing.word_files import MC
from tests.oddities.oddity import Oddity
from tests.oddities.specimen import ROWS, TITLE, cell, line, paragraph, parts, row, run, table, zipped
from tests.oddities.wordings import choice, code, control, mark

_SPACES = (
    f' xmlns:mc="{MC}" xmlns:zz="urn:zz" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_WHO = 'w:id="7" w:author="李四" w:date="2026-01-01T00:00:00Z"'
_CELLS = tuple(text for cells in ROWS for text in cells)
SHOWN = (TITLE, *_CELLS, "")
_WIDTH = len(ROWS[0])


def rows(change: Callable[[list[str]], str]) -> Callable[[], bytes]:
    """The ledger with its rows written another way."""
    return lambda: zipped(parts(line(TITLE) + change(list(map(row, ROWS))) + "<w:p/>", _SPACES))


def one(at: int, change: Callable[[str], str]) -> Callable[[], bytes]:
    """The ledger with one row written another way."""
    return rows(lambda made: table(*(change(xml) if n == at else xml for n, xml in enumerate(made))))


def first_cell(properties: str, at: int = 1) -> Callable[[], bytes]:
    """The ledger with properties of the first cell of a row."""
    return one(at, lambda xml: xml.replace("<w:tcPr></w:tcPr>", f"<w:tcPr>{properties}</w:tcPr>", 1))


def _grid(name: str, make: Callable[[], bytes], shows: tuple[str, ...] = SHOWN, told: str | None = None) -> Oddity:
    return Oddity(name, make, shows=shows, told=told)


_TALL = tuple(
    (str(n), f"第{n}项工作推进不够有力，有{n}件没有办结", f"逐件办结第{n}项", "张三", "2026年6月底前")
    for n in range(1, 301)
)
_EXTRA = ("2之一", "补充的问题不够实", "逐条补上", "赵六", "2026年8月底前")


def _nested(levels: int) -> str:
    inner = line("最里面的字。")
    for _ in range(levels):
        inner = f"<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>{inner}</w:tc></w:tr></w:tbl><w:p/>"
    return inner


GRIDS = (
    *(_grid(f"grid-span-{name}", first_cell(f'<w:gridSpan w:val="{value}"/>')) for name, value in {"zero": "0", "minus": "-4", "huge": "2147483647", "of-letters": "abc", "of-a-fraction": "1.5", "empty": ""}.items()),
    *(_grid(f"merge-{name}", first_cell(f"<w:vMerge{value}/>", 2)) for name, value in {"continued-from-nothing": "", "of-an-unknown-kind": ' w:val="middle"', "begun-and-left": ' w:val="restart"'}.items()),
    _grid("merge-sideways", one(1, lambda xml: xml.replace("<w:tcPr></w:tcPr>", '<w:tcPr><w:hMerge w:val="restart"/></w:tcPr>', 1))),
    _grid("grid-before-huge", one(1, lambda xml: xml.replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>'))),
    _grid("grid-missing", rows(lambda made: f'<w:tbl>{"".join(made)}</w:tbl>')),
    _grid("grid-of-three-thousand-columns", rows(lambda made: f'<w:tbl><w:tblGrid>{"<w:gridCol/>" * 3000}</w:tblGrid>{"".join(made)}</w:tbl>')),
    _grid("row-without-cells", rows(lambda made: table(*made, "<w:tr/>"))),
    _grid("cell-without-paragraphs", one(3, lambda xml: xml.replace("</w:tr>", "<w:tc/></w:tr>"))),
    _grid("table-without-rows", rows(lambda made: table(*made) + "<w:tbl/>")),
    _grid("runs-in-a-cell-without-a-paragraph", one(1, lambda xml: xml.replace(line("张三"), run("张三"))), shows=SHOWN[:9] + SHOWN[10:], told="unread-object"),
    _grid("paragraph-in-a-row", one(1, lambda xml: xml.replace("</w:tr>", line("格外的字。") + "</w:tr>")), told="unread-object"),
    _grid("paragraph-in-a-table", rows(lambda made: table(*made, line("行外的字。"))), told="unread-object"),
    _grid("cell-in-a-table", rows(lambda made: table(*made, cell("行外的格。"))), told="unread-object"),
    _grid("row-in-a-row", one(2, lambda xml: xml.replace("</w:tr>", row(("里面的行",)) + "</w:tr>")), told="unread-object"),
    _grid("rows-in-controls", rows(lambda made: table(made[0], *map(control, made[1:])))),
    _grid("rows-in-one-control", rows(lambda made: table(made[0], control("".join(made[1:]))))),
    _grid("cells-in-controls", one(1, lambda xml: xml.replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>").replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>"))),
    _grid("paragraphs-of-cells-in-controls", one(1, lambda xml: xml.replace("<w:p>", "<w:sdt><w:sdtContent><w:p>").replace("</w:p>", "</w:p></w:sdtContent></w:sdt>"))),
    _grid("rows-in-custom-xml", rows(lambda made: table(made[0], f'<w:customXml w:element="a">{"".join(made[1:])}</w:customXml>'))),
    _grid("row-in-a-choice", rows(lambda made: table(*made[:2], choice("wps", made[2], row(("别的",) * _WIDTH)), made[3]))),
    _grid("row-in-a-fallback", rows(lambda made: table(*made[:2], choice("zz", row(("别的",) * _WIDTH), made[2]), made[3]))),
    _grid("cell-in-a-fallback", one(1, lambda xml: xml.replace(cell("张三"), choice("zz", cell("别的"), cell("张三"))))),
    _grid("table-in-a-choice", rows(lambda made: choice("zz", table(row(("别的",) * _WIDTH)), table(*made)))),
    _grid("rows-in-an-unknown-element", rows(lambda made: table(*made[:3], f"<zz:a>{made[3]}</zz:a>")), shows=(*SHOWN[:16], ""), told="unread-object"),
    _grid("row-inserted", rows(lambda made: table(*made[:3], made[3].replace("<w:tr>", f"<w:tr><w:trPr><w:ins {_WHO}/></w:trPr>")))),
    _grid("row-deleted", rows(lambda made: table(*made, row(_EXTRA).replace("<w:tr>", f"<w:tr><w:trPr><w:del {_WHO}/></w:trPr>")))),
    _grid("row-inserted-and-deleted", rows(lambda made: table(*made, row(_EXTRA).replace("<w:tr>", f"<w:tr><w:trPr><w:ins {_WHO}/><w:del {_WHO}/></w:trPr>")))),
    _grid("rows-in-an-insertion", rows(lambda made: table(*made[:3], f"<w:ins {_WHO}>{made[3]}</w:ins>"))),
    _grid("cells-inserted-deleted-merged", one(1, lambda xml: xml.replace("<w:tcPr></w:tcPr>", f'<w:tcPr><w:cellIns {_WHO}/></w:tcPr>', 1).replace("</w:tr>", f'<w:tc><w:tcPr><w:cellDel {_WHO}/></w:tcPr>{line("删去的格")}</w:tc></w:tr>'))),
    _grid("cell-merge-tracked", first_cell(f'<w:cellMerge {_WHO} w:vMerge="rest"/>')),
    _grid("properties-of-tables-tracked", rows(lambda made: table(*made).replace("<w:tblPr/>", f"<w:tblPr><w:tblPrChange {_WHO}><w:tblPr/></w:tblPrChange></w:tblPr>", 1).replace("<w:tr>", f"<w:tr><w:trPr><w:trPrChange {_WHO}><w:trPr/></w:trPrChange></w:trPr>"))),
    _grid("field-from-cell-to-cell", one(1, lambda xml: xml.replace(line("张三"), paragraph(mark("begin") + code("REF x") + mark("separate") + run("张三"))).replace(line("2026年6月底前"), paragraph(run("2026年6月底前") + mark("end"))))),
    _grid("field-never-ended-in-a-cell", one(1, lambda xml: xml.replace(line("张三"), paragraph(mark("begin") + code("REF x") + mark("separate") + run("张三")))), told="field-unended"),
    _grid("bookmarks-from-cell-to-cell", one(1, lambda xml: xml.replace(run("张三"), '<w:bookmarkStart w:id="5" w:name="c"/>' + run("张三")).replace(run("2026年6月底前"), run("2026年6月底前") + '<w:bookmarkEnd w:id="5"/>'))),
    _grid("bookmark-of-columns", one(1, lambda xml: xml.replace(run("张三"), '<w:bookmarkStart w:id="5" w:name="c" w:colFirst="0" w:colLast="9"/>' + run("张三") + '<w:bookmarkEnd w:id="5"/>'))),
    _grid("heading-row-last", rows(lambda made: table(made[0], *made[1:3], made[3].replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>")))),
    _grid("table-nested-40-deep", rows(lambda made: table(*made) + _nested(40)), shows=(*SHOWN[:-1], "最里面的字。", *[""] * 41)),
    _grid("table-of-300-rows", rows(lambda made: table(made[0], *map(row, _TALL))), shows=(TITLE, *ROWS[0], *(text for cells in _TALL for text in cells), "")),
    _grid("rows-of-unlike-lengths", one(2, lambda xml: xml.replace(cell("李四"), "").replace(cell("2026年12月底前"), "")), shows=tuple(text for text in SHOWN if text not in ("李四", "2026年12月底前"))),
    _grid("floating-table", rows(lambda made: table(*made).replace("<w:tblPr/>", '<w:tblPr><w:tblpPr w:tblpX="1"/><w:bidiVisual/></w:tblPr>', 1))),
)  # fmt: skip
