"""Oddities of what lists and ties the parts: content types, relationships, names and targets, parts that are not there."""

from __future__ import annotations

from collections.abc import Callable

from mzsh_model.testing.word_files import R
from tests.oddities.oddity import Oddity
from tests.oddities.specimen import MAIN, RELS, ROOT, TYPES, Parts, paper, zipped

_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_EMPTY_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def swapped(name: str, old: str, new: str) -> Callable[[], bytes]:
    """The paper with something else in one of its parts."""

    def make() -> bytes:
        files = paper()
        before = files[name].decode()
        assert old in before
        files[name] = before.replace(old, new).encode()
        return zipped(files)

    return make


def without(*names: str) -> Callable[[], bytes]:
    """The paper without some of its parts, to which relationships still lead."""
    return lambda: zipped({name: content for name, content in paper().items() if name not in names})


def moved(old: str, new: str, target: str) -> Callable[[], bytes]:
    """The paper with its main part under another name, to which `target` leads."""

    def make() -> bytes:
        files: Parts = {}
        for name, content in paper().items():
            files[name.replace(old, new)] = content
        files[ROOT] = files[ROOT].replace(b"word/document.xml", target.encode())
        files[TYPES] = files[TYPES].replace(f"/{old}".encode(), f"/{new}".encode())
        return zipped(files)

    return make


def typed(kind: str) -> Callable[[], bytes]:
    """The main part declared as something else."""
    return swapped(TYPES, _MAIN_TYPE, kind)


def _target(target: str) -> Callable[[], bytes]:
    return swapped(ROOT, "word/document.xml", target)


def _more(name: str, addition: str) -> Callable[[], bytes]:
    end = "</Types>" if name == TYPES else "</Relationships>"
    return swapped(name, end, addition + end)


REGISTERS = (
    *(
        Oddity(f"type-{name}", typed(kind))
        for name, kind in {
            "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
            "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
            "with-a-parameter": _MAIN_TYPE + "; charset=utf-8",
            "in-upper-case": _MAIN_TYPE.upper(),
            "with-blanks": f" {_MAIN_TYPE} ",
            "of-any-xml": "application/xml",
            "empty": "",
        }.items()
    ),
    Oddity("type-of-a-spreadsheet", typed(_MAIN_TYPE.replace("wordprocessingml.document", "spreadsheetml.sheet")), refused="package-other-office"),
    Oddity("type-of-a-picture", typed("image/png"), refused="package-no-document"),
    Oddity("types-missing", without(TYPES), refused="part-missing"),
    Oddity("types-empty", lambda: zipped({**paper(), TYPES: _EMPTY_TYPES.encode()})),
    Oddity("types-of-no-bytes", lambda: zipped({**paper(), TYPES: b""}), refused="xml-damaged"),
    Oddity("types-in-no-namespace", swapped(TYPES, ' xmlns="http://schemas.openxmlformats.org/package/2006/content-types"', "")),
    Oddity("types-twice-the-same", _more(TYPES, f'<Override PartName="/word/document.xml" ContentType="{_MAIN_TYPE}"/>')),
    Oddity("types-default-twice", _more(TYPES, '<Default Extension="xml" ContentType="text/xml"/>')),
    Oddity("types-of-unknown-elements", _more(TYPES, '<x:Hint xmlns:x="urn:x">什么</x:Hint><!-- c --><?p i?>')),
    Oddity("types-of-parts-that-are-not-there", _more(TYPES, '<Override PartName="/word/gone.xml" ContentType="text/xml"/>')),
    Oddity("types-name-in-another-case", swapped(TYPES, "/word/document.xml", "/Word/DOCUMENT.XML")),
    Oddity("types-name-without-a-slash", swapped(TYPES, "/word/document.xml", "word/document.xml")),
    Oddity("types-name-percent-encoded", swapped(TYPES, "/word/document.xml", "/word/d%6Fcument.xml")),
    Oddity("types-extension-in-upper-case", swapped(TYPES, 'Extension="rels"', 'Extension="RELS"')),
    Oddity("types-extension-with-a-dot", swapped(TYPES, 'Extension="rels"', 'Extension=".rels"')),
    Oddity("types-without-default-of-relationships", swapped(TYPES, 'Extension="rels"', 'Extension="bin"')),
    Oddity("types-main-by-default", lambda: zipped({**paper(), TYPES: f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="{_MAIN_TYPE}"/></Types>'.encode()})),
    *(
        Oddity(f"target-{name}", _target(target))
        for name, target in {
            "absolute": "/word/document.xml", "dotted": "./word/document.xml", "round-about": "word/../word/document.xml",
            "percent-encoded": "word/d%6Fcument.xml", "percent-slash-lower": "%77ord/document.xml", "in-another-case": "Word/Document.XML",
            "with-backslashes": "word\\document.xml", "with-blanks-around": " word/document.xml ", "above-the-root": "../word/document.xml",
            "with-a-fragment": "word/document.xml#start", "with-two-slashes": "word//document.xml",
        }.items()
    ),
    Oddity("target-nowhere", _target("word/gone.xml"), refused="package-no-document"),
    Oddity("target-empty", _target(""), refused="package-no-document"),
    Oddity("target-of-a-package-in-it", _target("pack://x/word/document.xml"), refused="package-no-document"),
    Oddity("target-outside", swapped(ROOT, 'Target="word/document.xml"', 'Target="http://127.0.0.1:1/a.xml" TargetMode="External"'), refused="package-no-document"),
    Oddity("name-of-the-main-part-other", moved("word/document.xml", "word/document22.xml", "word/document22.xml")),
    Oddity("name-of-the-main-part-in-hanzi", lambda: _hanzi("word/正文.xml", "word/%E6%AD%A3%E6%96%87.xml")),
    Oddity("name-of-the-main-part-in-hanzi-unencoded", lambda: _hanzi("word/正文.xml", "word/正文.xml")),
    Oddity("name-of-the-main-part-with-a-blank", lambda: _hanzi("word/main part.xml", "word/main%20part.xml")),
    Oddity("name-of-the-main-part-percent-itself", lambda: _hanzi("word/a%20b.xml", "word/a%20b.xml")),
    Oddity("name-of-the-main-part-at-the-root", lambda: _hanzi("document.xml", "document.xml", folder="word/")),
    Oddity("relationships-absolute", swapped(RELS, 'Target="', 'Target="/word/')),
    Oddity("relationships-of-strict-types", swapped(RELS, R, "http://purl.oclc.org/ooxml/officeDocument/relationships")),
    Oddity("relationships-in-no-namespace", swapped(RELS, ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"', "")),
    Oddity("relationships-with-a-prefix", lambda: _prefixed()),
    Oddity("relationships-of-one-id", swapped(RELS, 'Id="styles"', 'Id="header"')),
    Oddity("relationships-without-ids", swapped(RELS, 'Id="styles" ', "")),
    Oddity("relationships-to-themselves", _more(RELS, f'<Relationship Id="me" Type="{R}/subDocument" Target="document.xml"/>')),
    Oddity("relationships-of-unknown-mode", _more(RELS, f'<Relationship Id="m" Type="{R}/image" Target="a.png" TargetMode="Somewhere"/>')),
    Oddity("relationships-to-files-and-machines", _more(RELS, f'<Relationship Id="t" Type="{R}/attachedTemplate" Target="file:///C:\\模板\\a.dot" TargetMode="External"/><Relationship Id="h" Type="{R}/hyperlink" Target="\\\\127.0.0.1\\x" TargetMode="External"/>')),
    Oddity("relationships-without-targets", _more(RELS, f'<Relationship Id="n" Type="{R}/image"/>')),
    Oddity("relationships-of-notes-twice", _more(RELS, f'<Relationship Id="s2" Type="{R}/styles" Target="styles.xml"/><Relationship Id="c2" Type="{R}/comments" Target="comments.xml"/>')),
    Oddity("two-main-parts", _more(ROOT, f'<Relationship Id="second" Type="{R}/officeDocument" Target="word/header.xml"/>')),
    Oddity("no-relationships-of-the-main-part", without(RELS)),
    Oddity("no-relationships-of-the-package", without(ROOT), refused="package-no-document"),
    *(Oddity(f"no-{side}", without(f"word/{side}.xml")) for side in ("styles", "numbering", "settings", "footnotes", "header", "comments")),
    Oddity("none-of-the-side-parts", without(*(f"word/{side}.xml" for side in ("styles", "numbering", "settings", "footnotes", "header", "comments")))),
    Oddity("a-theme-of-no-bytes", lambda: zipped({**paper(), "word/theme/theme1.xml": b""})),
    Oddity("parts-of-wps", lambda: _of_wps()),
    Oddity("a-glossary-of-its-own", lambda: _glossary()),
    Oddity("macros-and-their-data", lambda: _macros()),
)  # fmt: skip


def _hanzi(name: str, target: str, folder: str = "") -> bytes:
    files: Parts = {}
    rels = name.rpartition("/")[0] + "/_rels/" + name.rpartition("/")[2] + ".rels"
    for each, content in paper().items():
        files[{MAIN: name, RELS: rels.lstrip("/")}.get(each, each)] = content
    files[ROOT] = files[ROOT].replace(b"word/document.xml", target.encode())
    files[TYPES] = files[TYPES].replace(b"/word/document.xml", f"/{target}".encode())
    if folder:
        files[rels.lstrip("/")] = files[rels.lstrip("/")].replace(b'Target="', f'Target="{folder}'.encode())
    return zipped(files)


def _prefixed() -> bytes:
    files = paper()
    for name in (RELS, ROOT):
        text = (
            files[name]
            .decode()
            .replace("<Relationship ", "<p:Relationship ")
            .replace("Relationships", "p:Relationships", 1)
        )
        files[name] = text.replace("</Relationships", "</p:Relationships").replace("xmlns=", "xmlns:p=").encode()
    text = files[TYPES].decode()
    for tag in ("Types", "Default", "Override"):
        text = text.replace(f"<{tag} ", f"<ct:{tag} ").replace(f"</{tag}>", f"</ct:{tag}>")
    files[TYPES] = text.replace("xmlns=", "xmlns:ct=").encode()
    return zipped(files)


def _of_wps() -> bytes:
    """What WPS Office adds: its own namespaces on the root, ignorable, its data beside Word's, its numbers among properties."""
    files = paper()
    spaces = (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14 wpsCustomData"'
    )
    files[MAIN] = files[MAIN].replace(b"><w:body>", f"{spaces}><w:body>".encode(), 1)
    files[MAIN] = files[MAIN].replace(b"<w:p>", b'<w:p w14:paraId="1A2B3C4D">', 1)
    files["customXml/item1.xml"] = (
        b'<s:customData xmlns="http://www.wps.cn/officeDocument/2013/wpsCustomData" xmlns:s="http://www.wps.cn/officeDocument/2013/wpsCustomData">'
        b"<customSectProps><customSectPr/></customSectProps></s:customData>"
    )
    files["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.1</vt:lpwstr></property>'
        b"</Properties>"
    )
    files[ROOT] = files[ROOT].replace(
        b"</Relationships>",
        f'<Relationship Id="rId4" Type="{R}/custom-properties" Target="docProps/custom.xml"/></Relationships>'.encode(),
    )
    return zipped(files)


def _glossary() -> bytes:
    """Building blocks: a second document with a list of styles of its own, which nobody reads as text."""
    files = paper()
    files["word/glossary/document.xml"] = files[MAIN].replace(b"w:document", b"w:glossaryDocument")
    files["word/glossary/styles.xml"] = files["word/styles.xml"]
    files["word/glossary/_rels/document.xml.rels"] = files[RELS].replace(b"comments", b"gone")
    files[RELS] = files[RELS].replace(
        b"</Relationships>",
        f'<Relationship Id="g" Type="{R}/glossaryDocument" Target="glossary/document.xml"/></Relationships>'.encode(),
    )
    return zipped(files)


def _macros() -> bytes:
    files = paper()
    files[TYPES] = files[TYPES].replace(_MAIN_TYPE.encode(), b"application/vnd.ms-word.document.macroEnabled.main+xml")
    files["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + b"\0" * 64
    files["word/vbaData.xml"] = b'<wne:vbaSuppData xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"/>'
    files[RELS] = files[RELS].replace(
        b"</Relationships>",
        b'<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
    )
    return zipped(files)
