"""Oddities of the parts beside the text: styles, lists, settings, headers, notes, and data carried along."""

from __future__ import annotations

from collections.abc import Callable

from mzsh_model.testing.word_files import R, W
from tests.oddities.oddity import Oddity
from tests.oddities.specimen import MEASURE, PAPER, RELS, ROOT, Parts, line, lines_of, paragraph, parts, run, zipped
from tests.oddities.wordings import SAID, box

_NUM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def side(name: str, inner: str, root: str = "") -> Callable[[], bytes]:
    """The paper with another styles, numbering, settings … part."""
    tag = {"header": "hdr"}.get(name, name)
    return lambda: zipped(
        {**parts("".join(lines_of())), f"word/{name}.xml": f'<w:{tag} xmlns:w="{W}"{root}>{inner}</w:{tag}>'.encode()}
    )


def numbered(inner: str) -> Callable[[], bytes]:
    """The paper with its first measure in a list that `inner` tells of."""

    def make() -> bytes:
        made = lines_of()
        made[MEASURE] = paragraph(run(SAID[2:]), _NUM)
        files = parts("".join(made))
        files["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{inner}</w:numbering>'.encode()
        return zipped(files)

    return make


def _level(text: str = "%1.", more: str = "", start: str = "1") -> str:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/>{more}<w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    return f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{_TIED}'


def _shown(label: str) -> tuple[str, ...]:
    return (*PAPER[:MEASURE], label + SAID[2:], *PAPER[MEASURE + 1 :])


_TIED = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
_CIRCLE = "".join(
    f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/><w:link w:val="{b}"/></w:style>'
    for a, b in ("ab", "bc", "ca")
)

SIDES = (
    Oddity("styles-in-a-circle", side("styles", _CIRCLE)),
    Oddity("styles-of-one-id", side("styles", '<w:style w:styleId="a"/><w:style w:type="paragraph" w:styleId="a" w:default="1"/>')),
    Oddity("styles-without-ids-and-names", side("styles", "<w:style/><w:style w:type='x'><w:name/></w:style>")),
    Oddity("styles-default-that-hides", side("styles", '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>')),
    Oddity("styles-of-another-root", lambda: zipped({**parts("".join(lines_of())), "word/styles.xml": b"<a/>"})),
    Oddity("styles-damaged", lambda: zipped({**parts("".join(lines_of(), ).replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>', 1)), "word/styles.xml": b"<w:sty"}), told="side-part"),
    Oddity("list-without-its-abstract", numbered(_TIED), shows=_shown("")),
    Oddity("list-in-a-circle", numbered('<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum>' + _TIED), shows=_shown("")),
    Oddity("list-text-of-signs", numbered(_level("%9%0%%1")), shows=_shown("%0%1")),
    Oddity("list-starts-high", numbered(_level(start="30000")), shows=_shown("30000.")),
    Oddity("list-starts-below-nothing", numbered(_level(start="-7")), shows=_shown("0.")),
    Oddity("list-of-a-picture", numbered(_level("", '<w:lvlPicBulletId w:val="3"/>')), shows=_shown("")),
    Oddity("list-restarted-oddly", numbered(_level(more='<w:lvlRestart w:val="77"/><w:isLgl/><w:suff w:val="nothing"/>'))),
    Oddity("lists-of-one-id", numbered(_level() + _level("%1、"))),
    Oddity("settings-of-revisions-and-variables", side("settings", '<w:trackRevisions/><w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars><w:documentProtection w:edit="none"/>')),
    Oddity("settings-damaged", lambda: zipped({**parts("".join(lines_of())), "word/settings.xml": b"<w:set"})),
    Oddity("settings-of-another-root", lambda: zipped({**parts("".join(lines_of())), "word/settings.xml": b"<a/>"})),
    Oddity("header-with-a-box", side("header", paragraph(run("某局") + box(line("框里的页眉。"))), ' xmlns:wp="urn:wp" xmlns:wps="urn:wps" xmlns:a="urn:a"')),
    Oddity("header-of-another-root", lambda: zipped({**parts("".join(lines_of())), "word/header.xml": b"<a/>"})),
    Oddity("header-damaged", lambda: zipped({**parts("".join(lines_of())), "word/header.xml": b"<w:h"}), told="side-part"),
    Oddity("footnotes-of-one-number", side("footnotes", f'<w:footnote w:id="1">{line("一")}</w:footnote><w:footnote w:id="1">{line("二")}</w:footnote>')),
    Oddity("footnotes-with-a-table", side("footnotes", f'<w:footnote w:id="1"><w:tbl><w:tr><w:tc>{line("格")}</w:tc></w:tr></w:tbl></w:footnote>')),
    Oddity("data-of-other-programs", lambda: _data(b"<a><b>1</b></a>")),
    Oddity("data-of-other-programs-damaged", lambda: _data(b"<a")),
    Oddity("data-with-a-dtd", lambda: _data(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')),
    Oddity("properties-damaged", lambda: _properties(b"<cp:core")),
    Oddity("properties-of-another-root", lambda: _properties(b"<a/>")),
    Oddity("properties-of-no-bytes", lambda: _properties(b"")),
    Oddity("a-part-with-a-dtd", lambda: zipped({**parts("".join(lines_of())), "word/footer9.xml": b"<!DOCTYPE a><a/>"}), refused="xml-dtd"),
)  # fmt: skip


def _data(content: bytes) -> bytes:
    files: Parts = parts("".join(lines_of()))
    files["customXml/item1.xml"] = content
    files["customXml/itemProps1.xml"] = (
        b'<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{1}"/>'
    )
    files["customXml/_rels/item1.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/customXmlProps" Target="itemProps1.xml"/></Relationships>'.encode()
    )
    files[RELS] = files[RELS].replace(
        b"</Relationships>",
        f'<Relationship Id="x" Type="{R}/customXml" Target="../customXml/item1.xml"/></Relationships>'.encode(),
    )
    return zipped(files)


def _properties(content: bytes) -> bytes:
    files: Parts = parts("".join(lines_of()))
    files["docProps/core.xml"] = files["docProps/app.xml"] = files["docProps/custom.xml"] = content
    files[ROOT] = files[ROOT].replace(
        b"</Relationships>",
        f'<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="a" Type="{R}/extended-properties" Target="docProps/app.xml"/><Relationship Id="k" Type="{R}/custom-properties" Target="docProps/custom.xml"/></Relationships>'.encode(),
    )
    return zipped(files)
