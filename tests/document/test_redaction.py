"""Names taken out of every part: an independent look at all parts finds none, and the paper reads as it read before."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote, unquote

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import mzsh_model as mz
from mzsh_model.document.redacting import redaction as module
from mzsh_model.opc.package import Package
from mzsh_model.opc.properties import with_custom_properties
from mzsh_model.testing.word_files import R, W, documents, package
from mzsh_model.wml.hiding.replace import Search
from mzsh_model.wml.hiding.words import left_in
from tests.audit import new_findings
from tests.cli.running import EXAMPLES, MEMBER, TEAM, mzsh
from tests.wml.test_story import with_parts

NAMES = ("张三", "李四", "欧阳小七")
PAPER = (
    "个人对照检查材料",
    "一、存在的问题",
    "一是学习不够系统。",
    "二是调研不够深入。",
    "二、整改措施",
    "一是加强学习，责任人：张三。",
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def said(data: bytes) -> Iterator[str]:
    """Every reading of every part: as it stands, without its tags, paragraph by paragraph by lxml, and its attributes."""
    yield data.decode("latin-1").encode("latin-1").decode("utf-8", "ignore")
    for name, content in parts(data).items():
        yield name
        text = content.decode("utf-8", "ignore")
        yield unescape(text)
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(content)
        for paragraph in root.iter(f"{{{W}}}p"):
            for gone in ((), ("del", "moveFrom"), ("ins", "moveTo"), ("del", "instrText")):
                skipped = {f"{{{W}}}{one}" for one in gone}
                yield "".join(
                    t.text or ""
                    for t in paragraph.iter(*(f"{{{W}}}{one}" for one in ("t", "delText", "instrText")))
                    if not any(a.tag in skipped for a in (t, *t.iterancestors()))
                )
        for element in root.iter():
            yield from map(str, element.attrib.values())


def holds(data: bytes, word: str) -> bool:
    return any(word in "".join(text.split()) for text in said(data))


def body(content: str, **more: str) -> bytes:
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in PAPER[:-1])
    return with_parts(f"{lines}<w:p>{content}</w:p>", **more)


def r(text: str, props: str = "", tag: str = "t") -> str:
    return f"<w:r>{props}<w:{tag}>{text}</w:{tag}></w:r>"


INS = '<w:ins w:id="2" w:author="甲">{}</w:ins>'
HIDING = {
    "split": r("一是请张") + r("三") + r("负责"),
    "deleted": f'<w:del w:id="1" w:author="李四">{r("张三原来说", tag="delText")}</w:del>',
    "half deleted": r("张") + f'<w:del w:id="1" w:author="甲">{r("三", tag="delText")}</w:del>' + INS.format(r("四")),
    "spaced": r("责任人：张　 三"),
    "invisible": r("责任人：张\u200b三"),
    "compatibility": r("责任人：欧阳⼩七"),
    "hidden": r("张三", "<w:rPr><w:vanish/></w:rPr>"),
    "hidden between": r("张") + r("某", "<w:rPr><w:vanish/></w:rPr>") + r("三"),
    "tab": r("张") + "<w:r><w:tab/></w:r>" + r("三"),
    "ruby": f"{r('张')}<w:r><w:ruby><w:rt>{r('san')}</w:rt><w:rubyBase>{r('三')}</w:rubyBase></w:ruby></w:r>",
    "code": f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{r(" HYPERLINK &quot;a/张三.docx&quot; ", tag="instrText")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "split code": f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{r(" REF 张", tag="instrText")}{r("三 ", tag="instrText")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "bookmark": '<w:bookmarkStart w:id="1" w:name="张三的问题"/><w:bookmarkEnd w:id="1"/>' + r("x"),
    "alt text": '<w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" id="1" name="图" descr="张三在会上"/></w:drawing></w:r>',
    "text box": f'<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p>{r("联系人张")}{r("三")}</w:p></w:txbxContent></v:textbox></w:pict></w:r>',
    "watermark": '<w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="张三专用"/></w:pict></w:r>',
    "control": f'<w:sdt><w:sdtPr><w:alias w:val="张三填"/></w:sdtPr><w:sdtContent>{r("请填")}</w:sdtContent></w:sdt>',
    "entity": r("&#24352;&#x4e09;"),
    "cdata": r("<![CDATA[张三]]>"),
    "comment of XML": r("<!-- 张三 -->甲"),
    "author": f'<w:ins w:id="3" w:author="张三">{r("甲")}</w:ins>',
}


@pytest.mark.parametrize("how", HIDING)
def test_a_name_goes_wherever_and_however_it_stands(how: str) -> None:
    doc = mz.open(body(HIDING[how]))
    made = doc.redact(mz.Redaction(names=NAMES)).to_bytes()
    assert not any(holds(made, name) for name in (*NAMES, "欧阳⼩七")), how
    assert mz.open(made).redact(mz.Redaction(names=NAMES)).to_bytes() == made


@pytest.mark.parametrize(
    "part", ["comments", "footnotes", "endnotes", "header", "footer", "glossaryDocument", "people"]
)
def test_a_name_goes_from_every_part(part: str) -> None:
    inner = f"<w:p>{r('张')}{r('三')}</w:p>"
    wrapped = {"comments": f'<w:comment w:id="1" w:author="李四" w:initials="李">{inner}</w:comment>'}.get(part, inner)
    xml = f'<w:{part} xmlns:w="{W}">{wrapped}</w:{part}>'
    made = mz.open(body(r("甲"), **{part: xml})).redact(mz.Redaction(names=["张三"])).to_bytes()
    assert not holds(made, "张三")
    assert not holds(made, "李四")


def test_what_lies_between_the_members_of_the_archive_does_not_go_along() -> None:
    data = body(r("张三"))
    made = mz.open(data + b"").redact(mz.Redaction(names=["张三"])).to_bytes()
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = "张三的文件".encode()
    assert mz.open(buffer.getvalue()).redact(mz.Redaction(names=["张三"])).to_bytes() == made


def test_numbers_telephones_and_calls_by_surname_go_too() -> None:
    text = "张三（党组书记，电话：１３８００００００００，身份证110105194912310021）和李书记，张书记，zhang@example.com"
    redaction = mz.Redaction(names=["张三"], posts=["党组书记"])
    made = mz.open(body(r(text))).redact(redaction)
    last = made.lines[len(PAPER) - 1].text
    assert last == "人员01（职务01，电话：联系方式01，身份证号码01）和李书记，人员01，联系方式02"


def test_the_same_person_has_the_same_placeholder_in_all_files_and_dates_go_when_asked() -> None:
    one, other = mz.open(body(r("李四、张三，2026年6月底前"))), mz.open(body(r("张三，2026年6月底前，7月1日")))
    redaction = mz.Redaction(names=["张三", "李四"], dates=True)
    for doc in (one, other):
        redaction.learn(doc)
    assert one.redact(redaction).lines[-1].text == "人员02、人员01，日期01底前"
    assert other.redact(redaction).lines[-1].text == "人员01，日期01底前，日期02"


def _structure(value: mz.DocumentValue) -> Iterator[tuple[str, type]]:
    """What a paper holds and where, but for what its words alone tell: which texts are alike, the unit in an author's post."""
    for at, one in mz.walk(value):
        alike = isinstance(one, mz.Link) and one.basis is mz.LinkBasis.LIKENESS
        if not alike and at != "/organisation":
            yield at.parent if isinstance(one, mz.Link) else at, type(one)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.docx")), ids=lambda path: path.name)
def test_a_redacted_paper_reads_as_it_read_before(path: Path) -> None:
    doc = mz.open(path)
    redaction = mz.Redaction()
    made = doc.redact(redaction)
    before, after = doc.read().value, made.read().value
    assert after.kind == before.kind
    assert list(_structure(after)) == list(_structure(before))
    found = [Counter(f.code for f in mz.check(value, of).findings) for value, of in ((before, doc), (after, made))]
    assert found[0] == found[1]
    assert redaction.substitutes.words
    assert not any(holds(made.to_bytes(), word) for word in redaction.substitutes.words)
    assert new_findings(doc.to_bytes(), made.to_bytes()) == []


@given(documents(), st.sampled_from(["责任人", "问题", "李四", "删去的字"]))
def test_any_words_of_any_document_go(doc: mz.Document, word: str) -> None:
    try:
        made = doc.redact(mz.Redaction(names=[word])).to_bytes()
    except mz.BadEdit as error:
        assert error.code in ("redact-left", "edit-classified")
        return
    assert not holds(made, word)


def test_embedded_files_are_refused_or_dropped_with_what_shows_them() -> None:
    shown = (
        '<w:r><w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rIdMzsh2"/></v:shape>'
        '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" r:id="rIdMzsh1"/></w:object></w:r>'
    )
    data = body(r("见下表") + shown.replace("<w:object>", f'<w:object xmlns:r="{R}">'))
    held = mz.open(data).package
    assert held is not None
    main, kinds = held.main_part, ("application/x-ole", "image/x-emf")
    for name, kind, how in zip(("embeddings/a.xlsx", "media/a.emf"), kinds, ("package", "image"), strict=True):
        held, _ = held.add_part(f"word/{name}", b"PK", kind, source=main, relationship=f"{R}/{how}")
    doc = mz.open(held.to_bytes())
    with pytest.raises(mz.BadEdit) as refused:
        doc.redact()
    assert refused.value.code == "redact-embedded"
    made = parts(doc.redact(drop_embedded=True).to_bytes())
    assert not any("embeddings" in name or "media" in name for name in made)
    assert b"object" not in made["word/document.xml"]
    assert b"a.emf" not in b"".join(made.values())
    assert "见下表" in made["word/document.xml"].decode()


def _as_it_was(package: Package, search: Search) -> dict[str, bytes]:
    return {name: package.read(name) for name in package.names}


def test_a_word_that_is_left_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    source, target = tmp_path / "稿.docx", tmp_path / "出.docx"
    source.write_bytes(body(r("张三")))
    with patch.object(module, "with_words", _as_it_was):
        run = mzsh("redact", source, "--name", "张三", "-o", target)
    assert run.code == 2
    assert "redact-left" in run.err
    assert "张三" not in run.err
    assert not target.exists()


def test_names_in_pictures_and_in_names_of_parts_are_noticed() -> None:
    doc = mz.open(body(r("甲")))
    assert doc.package is not None
    redaction = mz.Redaction(names=["张三"])
    held = doc.package.with_parts({"word/media/a.png": b"\x89PNG" + "张三".encode(), "word/media/张三.png": b"\x89PNG"})
    assert list(left_in(held, redaction.substitutes)) == ["word/media/a.png", "word/media/张三.png"]


def test_plain_text_is_redacted_in_its_encoding() -> None:
    text = "\n".join(PAPER).replace("\n", "\r\n")
    doc = mz.open(text.encode("gb18030"))
    made = doc.redact().to_bytes().decode("gb18030")
    assert made == text.replace("张三", "人员01")


def test_masks_stay_and_a_redacted_paper_stays() -> None:
    doc = mz.open("\n".join(PAPER).replace("张三", "张某某").encode())
    assert doc.redact().to_bytes() == doc.to_bytes()
    made = mz.open("\n".join(PAPER).encode()).redact()
    assert made.redact().to_bytes() == made.to_bytes()


def test_codes_that_stand_in_a_paper_are_not_given_again() -> None:
    text = "\n".join((*PAPER, "二是由人员01督办。"))
    assert "张三" not in (made := mz.open(text.encode()).redact().text)
    assert "责任人：人员02" in made


def test_wrong_words_are_refused() -> None:
    with pytest.raises(mz.CallerError) as one:
        mz.Redaction(names=["张"])
    with pytest.raises(mz.CallerError) as other:
        mz.Redaction(keep=["姓氏"])
    assert (one.value.code, other.value.code) == ("redact-word", "redact-sort")


def test_a_folder_is_redacted_with_clear_names_of_files(tmp_path: Path) -> None:
    drafts, out, listed = tmp_path / "稿", tmp_path / "出", tmp_path / "名单.txt"
    drafts.mkdir()
    (drafts / "张三对照检查.docx").write_bytes(MEMBER.read_bytes())
    (drafts / "班子.docx").write_bytes(TEAM.read_bytes())
    (drafts / "说明.txt").write_text("王五说。", encoding="utf-8")
    listed.write_text("王五\n单位：说\n", encoding="utf-8")
    assert mzsh("redact", drafts, "-o", out, "--names", listed).code == 2
    listed.write_text("王五\n单位：某某科\n", encoding="utf-8")
    run = mzsh("redact", drafts, "-o", out, "--names", listed)
    assert run.code == 0, run.err
    assert sorted(path.name for path in out.iterdir()) == ["人员02对照检查.docx", "班子.docx", "说明.txt"]
    assert (out / "说明.txt").read_text(encoding="utf-8") == "人员01说。"
    assert not any(holds(path.read_bytes(), "张三") for path in out.glob("*.docx"))


def test_scrub_takes_the_traces_and_leaves_the_text(tmp_path: Path) -> None:
    content = (
        f'<w:ins w:id="1" w:author="张三" w:date="2026-01-01T00:00:00Z"><w:r w:rsidR="00AB12CD"><w:t>张三说</w:t></w:r></w:ins>'
        f'<w:ins w:id="2" w:author="李四">{r("乙")}</w:ins><w:ins w:id="3" w:author="张三">{r("丙")}</w:ins>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + r(r' INCLUDEPICTURE "C:\\Users\\张三\\图\\a.png" \* MERGEFORMAT ', tag="instrText")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    settings = (
        f'<w:settings xmlns:w="{W}" xmlns:r="x"><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/>'
        '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids></w:settings>'
    )
    doc = mz.open(body(content, settings=settings))
    made = doc.scrub()
    xml = parts(made.to_bytes())["word/document.xml"].decode()
    assert re.findall('w:author="(.*?)"', xml) == ["作者1", "作者2", "作者1"]
    assert "rsid" not in xml
    assert 'INCLUDEPICTURE "a.png" \\* MERGEFORMAT' in xml
    assert parts(made.to_bytes())["word/settings.xml"].decode() == (
        f'<w:settings xmlns:w="{W}" xmlns:r="x"><w:zoom w:percent="100"/></w:settings>'
    )
    assert [line.text for line in made.lines] == [line.text for line in doc.lines]
    assert made.scrub().to_bytes() == made.to_bytes()


def test_scrub_takes_properties_and_the_picture_of_the_first_page(tmp_path: Path) -> None:
    made, source, target = docx.Document(), tmp_path / "稿.docx", tmp_path / "出.docx"
    made.add_paragraph("一是学习不够系统。")
    core = made.core_properties
    core.author, core.last_modified_by, core.revision, core.title = "张三", "李四", 17, "对照检查"
    made.save(str(source))
    held = mz.open(source).package
    assert held is not None
    source.write_bytes(with_custom_properties(held, {"KSOProductBuildVer": "2052-1"}).to_bytes())
    assert any("thumbnail" in name for name in parts(source.read_bytes()))
    assert mzsh("scrub", source, "-o", target).code == 0
    again = docx.Document(str(target)).core_properties
    assert (again.author, again.last_modified_by, again.revision, again.title) == ("作者1", "作者2", 1, "对照检查")
    left = parts(target.read_bytes())
    assert not any("thumbnail" in name or "docProps/custom" in name for name in left)
    assert b"rsid" not in left["word/settings.xml"]
    assert new_findings(source.read_bytes(), target.read_bytes()) == []
    assert mz.open(target).read() == mz.open(source).read()


def test_the_independent_look_can_see() -> None:
    for how, content in HIDING.items():
        if how not in ("hidden between", "ruby", "half deleted", "compatibility", "invisible", "tab"):
            assert holds(package(f"<w:p>{content}</w:p>"), "张三"), how


def test_properties_are_redacted(tmp_path: Path) -> None:
    made, source = docx.Document(), tmp_path / "稿.docx"
    made.add_paragraph("一是学习不够系统。")
    made.core_properties.title, made.core_properties.author = "张　三对照检查", "李四"
    made.core_properties.keywords = "电话13800000000"
    made.save(str(source))
    target = tmp_path / "出.docx"
    assert mzsh("redact", source, "--name", "张三", "-o", target).code == 0
    core = docx.Document(str(target)).core_properties
    assert (core.title, core.keywords) == ("人员01对照检查", "电话联系方式01")
    assert core.author == "人员02"
    assert not holds(target.read_bytes(), "李四")


def test_links_that_spell_a_name_by_its_bytes_are_redacted() -> None:
    target = "file:///D:/" + quote("材料/张三.docx")
    relations = f'<Relationships><Relationship Id="rId9" Type="{R}/hyperlink" TargetMode="External" Target="{target}"/></Relationships>'
    doc = mz.open(body(r("甲")))
    assert doc.package is not None
    held = doc.package.with_parts({"word/_rels/document.xml.rels": relations.encode()})
    made = mz.open(held.to_bytes()).redact(mz.Redaction(names=["张三"]))
    told = parts(made.to_bytes())["word/_rels/document.xml.rels"].decode()
    assert unquote(re.findall('Target="(.*?)"', told)[0]) == "人员01.docx"
