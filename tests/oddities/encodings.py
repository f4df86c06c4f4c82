"""Oddities of XML as such: encodings, line ends, forms of writing the same, what may stand between."""

from __future__ import annotations

import re
from collections.abc import Callable

from mzsh_model.testing.word_files import MC, R, W
from tests.oddities.oddity import Oddity
from tests.oddities.specimen import MAIN, MEASURE, PAPER, RELS, ROOT, TYPES, paper, zipped

STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PARTS = (MAIN, "word/styles.xml", "word/comments.xml", "word/header.xml", "word/settings.xml")


def recoded(encoding: str, *names: str, said: str | None = None) -> Callable[[], bytes]:
    """Parts in another encoding; `said` in the declaration where that is not its own name, '' for none."""

    def make() -> bytes:
        files = paper()
        for name in names or (MAIN,):
            text = re.sub(r"^<\?xml[^>]*\?>\s*", "", files[name].decode())
            told = encoding if said is None else said
            declared = f' encoding="{told}"' if told else ""
            head = f'<?xml version="1.0"{declared}?>'
            files[name] = (head + text).encode(encoding, "xmlcharrefreplace")
        return zipped(files)

    return make


def rewritten(change: Callable[[str], str], *names: str) -> Callable[[], bytes]:
    """The text of parts written another way."""

    def make() -> bytes:
        files = paper()
        for name in names or (MAIN,):
            files[name] = change(files[name].decode()).encode()
        return zipped(files)

    return make


def _strict() -> bytes:
    files = {
        name: content.replace(W.encode(), STRICT_W.encode()).replace(R.encode(), STRICT_R.encode())
        for name, content in paper().items()
    }
    files[MAIN] = files[MAIN].replace(b"<w:document ", b'<w:document w:conformance="strict" ')
    return zipped(files)


def _referenced(text: str) -> str:
    """Each hanzi of a text as a reference to its number."""
    return re.sub(r"[^\x00-\x7f]", lambda c: f"&#x{ord(c[0]):x};", text)


def _between(noise: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=>)(?=<(?!\?))", lambda _: noise, text)


_PI = "<?mso-application progid='Word.Document'?>"

ENCODINGS = (
    Oddity("strict", _strict),
    Oddity("strict-main-part-alone", rewritten(lambda text: text.replace(W, STRICT_W))),
    Oddity("encoding-bom", recoded("utf-8-sig", said="utf-8")),
    Oddity("encoding-utf-16", recoded("utf-16")),
    Oddity("encoding-utf-16-of-all-parts", recoded("utf-16", *_PARTS)),
    Oddity("encoding-utf-16-of-registers", recoded("utf-16", TYPES, ROOT, RELS)),
    Oddity("encoding-utf-16-of-comments", recoded("utf-16", "word/comments.xml")),
    Oddity("encoding-utf-16-without-a-mark", recoded("utf-16-le", said="utf-16")),
    Oddity("encoding-bom-in-all-parts", recoded("utf-8-sig", *_PARTS, TYPES, ROOT, RELS, said="utf-8")),
    Oddity("encoding-gb18030", recoded("gb18030"), refused="xml-encoding"),
    Oddity("encoding-ascii", recoded("ascii")),
    Oddity("encoding-latin-1", recoded("iso-8859-1"), refused="xml-encoding"),
    Oddity("encoding-utf8-misspelt", recoded("utf-8", said="utf8")),
    Oddity("encoding-unknown", recoded("utf-8", said="x-chinese"), refused="xml-encoding"),
    Oddity("encoding-not-what-it-says", recoded("gb18030", said="utf-8"), refused="xml-damaged"),
    Oddity("encoding-undeclared", recoded("utf-8", said="")),
    Oddity("version-1.1", rewritten(lambda text: text.replace('version="1.0"', 'version="1.1"'))),
    Oddity("all-in-references", rewritten(_referenced)),
    Oddity("references-to-signs", rewritten(lambda text: text.replace("4本书", "&#52;本&#x4E66;"))),
    Oddity("reference-to-nothing", rewritten(lambda text: text.replace("4本书", "&nothing;本书")), refused="xml-damaged"),
    Oddity("reference-to-zero", rewritten(lambda text: text.replace("4本书", "&#0;本书")), refused="xml-damaged"),
    Oddity("reference-to-half-a-pair", rewritten(lambda text: text.replace("4本书", "&#xD83D;本书")), refused="xml-damaged"),
    Oddity("line-ends-of-windows", rewritten(_between("\r\n"))),
    Oddity("line-ends-of-old-macs", rewritten(_between("\r"))),
    Oddity("indented", rewritten(_between("\n    "))),
    Oddity("instructions-between", rewritten(_between(_PI))),
    Oddity("remarks-between", rewritten(_between("<!-- <w:p> -->"))),
    Oddity("remarks-in-texts", rewritten(lambda text: text.replace("4本书", "4<!-- </w:t> -->本书"))),
    Oddity("instructions-in-texts", rewritten(lambda text: text.replace("4本书", "4<?a </w:t>?>本书"))),
    Oddity("cdata-in-texts", rewritten(lambda text: text.replace("4本书", "<![CDATA[4本]]>书"))),
    Oddity("cdata-around-texts", rewritten(lambda text: re.sub(r"(<w:t [^>]*>)([^<]*)", r"\1<![CDATA[\2]]>", text))),
    Oddity("attributes-in-single-quotes", rewritten(lambda text: re.sub(r'="([^"]*)"', r"='\1'", text))),
    Oddity("attributes-over-lines", rewritten(lambda text: re.sub(r"(?<=[\w:]) (?=[\w:]+=)", "\n\t ", text))),
    Oddity("blanks-before-ends-of-tags", rewritten(lambda text: re.sub(r"(/?>)", r" \1", text.replace("?>", "\0")).replace("\0", "?>"))),
    Oddity("another-prefix", rewritten(lambda text: text.replace("w:", "ns0:").replace("xmlns:w", "xmlns:ns0"))),
    Oddity("no-prefix-for-elements", rewritten(lambda text: re.sub(r"(</?)w:", r"\1", text).replace("xmlns:w=", f'xmlns="{W}" xmlns:w='))),
    Oddity("the-prefix-declared-in-each-paragraph", rewritten(lambda text: text.replace("<w:p>", f'<w:p xmlns:w="{W}">'))),
    Oddity("another-prefix-for-one-paragraph", rewritten(lambda text: text.replace(f"<w:p><w:r><w:t xml:space=\"preserve\">{PAPER[MEASURE]}</w:t></w:r></w:p>", f"<q:p xmlns:q=\"{W}\"><q:r><q:t>{PAPER[MEASURE]}</q:t></q:r></q:p>"))),
    Oddity("the-prefix-taken-by-others-within", rewritten(lambda text: text.replace("<w:sectPr>", '<x:a xmlns:x="urn:x" xmlns:w="urn:y"><w:p/></x:a><w:sectPr>'))),
    Oddity("empty-elements-written-out", rewritten(lambda text: re.sub(r"<(w:\w+)([^>]*)/>", r"<\1\2></\1>", text))),
    Oddity("a-remark-before-the-root", rewritten(lambda text: text.replace("?>\r\n", "?>\r\n<!-- made by hand -->\r\n"))),
    Oddity("a-remark-after-the-root", rewritten(lambda text: text + "\n<!-- end -->\n<?end?>\n")),
    Oddity("text-after-the-root", rewritten(lambda text: text + "x"), refused="xml-damaged"),
    Oddity("blanks-before-the-declaration", rewritten(lambda text: "\n" + text), refused="xml-damaged"),
    Oddity("zeros-after-the-root", rewritten(lambda text: text + "\0\0"), refused="xml-damaged"),
    Oddity("a-tag-that-is-not-closed", rewritten(lambda text: text.replace("</w:p>", "", 1)), refused="xml-damaged"),
    Oddity("an-attribute-twice", rewritten(lambda text: text.replace("<w:sectPr>", '<w:sectPr w:a="1" w:a="2">')), refused="xml-damaged"),
    Oddity("a-prefix-without-a-namespace", rewritten(lambda text: text.replace("<w:p>", "<w:p><q:r/>", 1)), refused="xml-damaged"),
    Oddity("ignorable-prefix-without-a-namespace", rewritten(lambda text: text.replace("><w:body>", f' xmlns:mc="{MC}" mc:Ignorable="w14 wp14 zz"><w:body>', 1))),
    Oddity("must-understand-a-stranger", rewritten(lambda text: text.replace("><w:body>", f' xmlns:mc="{MC}" xmlns:zz="urn:zz" mc:MustUnderstand="zz"><w:body>', 1))),
    Oddity("another-root", rewritten(lambda text: text.replace("w:document", "w:glossaryDocument")), refused="part-not-word"),
    Oddity("a-root-of-nobody", rewritten(lambda text: text.replace(W, "urn:nobody")), refused="part-not-word"),
)  # fmt: skip
