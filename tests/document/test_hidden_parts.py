"""Every part and every attribute: what is found is replaced, and what a broken replacement would leave in is an error."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from unittest.mock import patch
from urllib.parse import quote

import pytest

import mzsh_model as mz
from mzsh_model.document.redacting import redaction as module
from mzsh_model.document.redacting.substitutes import Substitutes
from mzsh_model.opc.package import Package
from mzsh_model.testing.word_files import W
from mzsh_model.wml.hiding.replace import Search
from mzsh_model.wml.hiding.words import left_in, with_words
from tests.document.test_hidden_names import with_member
from tests.document.test_redaction import body, parts, r

PHONE, MAIL, CARD, DAY = "13800000000", "zhang@example.com", "110105194912310021", "2026年6月30日"
PHONES = (PHONE, "+8613800000000", "86 138-0000-0000", "1380 000 0000")
CARDS = (CARD, "110105-19491231-0021", "6222-0212-3456-7890")
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
ATTRIBUTES = {
    "simple field": f'<w:fldSimple w:instr=" QUOTE &quot;{{}}&quot; ">{r("甲")}</w:fldSimple>',
    "control": f'<w:sdt><w:sdtPr><w:alias w:val="{{}}"/><w:tag w:val="{{}}"/></w:sdtPr><w:sdtContent>{r("甲")}</w:sdtContent></w:sdt>',
    "list of a control": '<w:sdt><w:sdtPr><w:comboBox w:lastValue="{}"><w:listItem w:displayText="找{}" w:value="{}"/></w:comboBox></w:sdtPr>'
    f"<w:sdtContent>{r('甲')}</w:sdtContent></w:sdt>",
    "form field": '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{}"/><w:helpText w:val="打{}"/>'
    '<w:textInput><w:default w:val="{}"/></w:textInput><w:ddList><w:listEntry w:val="{}"/></w:ddList></w:ffData></w:fldChar></w:r>',
    "picture": f'<w:r><w:drawing><wp:docPr xmlns:wp="{WP}" id="1" name="{{}}" descr="找{{}}" title="{{}}"/></w:drawing></w:r>',
    "bookmark": f'<w:bookmarkStart w:id="1" w:name="电话{{}}"/>{r("甲")}<w:bookmarkEnd w:id="1"/>',
    "link in the text": f'<w:hyperlink w:anchor="见{{}}" w:tooltip="{{}}">{r("甲")}</w:hyperlink>',
    "smart tag": f'<w:smartTag w:uri="urn:x" w:element="tel"><w:smartTagPr><w:attr w:name="a" w:val="{{}}"/></w:smartTagPr>{r("甲")}</w:smartTag>',
    "shape": '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="{}" title="{}"/></w:pict></w:r>',
}  # fmt: skip
VARIABLES = f'<w:settings xmlns:w="{W}"><w:docVars><w:docVar w:name="谁" w:val="{{}}"/></w:docVars></w:settings>'
STYLES = f'<w:styles xmlns:w="{W}"><w:style w:styleId="a"><w:name w:val="{{}}用"/></w:style></w:styles>'


def said(data: bytes) -> str:
    return b"\n".join(parts(data).values()).decode("utf-8", "ignore")


@pytest.mark.parametrize("secret", [*PHONES, MAIL, *CARDS, DAY, "张三", "张 三"])
@pytest.mark.parametrize("where", [*ATTRIBUTES, "variable", "style"])
def test_what_people_wrote_into_attributes_is_replaced(where: str, secret: str) -> None:
    if where in ATTRIBUTES:
        data = body(ATTRIBUTES[where].replace("{}", secret))
    else:
        data = body(
            r("甲"),
            **{"variable": {"settings": VARIABLES.format(secret)}, "style": {"styles": STYLES.format(secret)}}[where],
        )
    assert secret in said(data)
    made = mz.open(data).redact(mz.Redaction(names=["张三"], dates=True))
    assert secret not in said(made.to_bytes())
    assert any(sort in said(made.to_bytes()) for sort in ("联系方式01", "号码01", "日期01", "人员01"))
    kept = mz.open(data).redact(mz.Redaction(names=["张三"]))
    assert (secret in said(kept.to_bytes())) == (secret == DAY)


LINKS = {
    f"mailto:{MAIL}?subject=a": "mailto:联系方式01?subject=a",
    f"mailto:{quote(MAIL, safe='')}": "mailto:联系方式01",
    f"tel:{PHONE}": "tel:联系方式01",
    f"http://a.cn/?id={CARD}": "http://a.cn/?id=号码01",
}


@pytest.mark.parametrize("target", LINKS)
def test_numbers_and_addresses_go_from_links(target: str) -> None:
    link = f'<Relationships><Relationship Id="rId9" Type="x/hyperlink" TargetMode="External" Target="{target}"/></Relationships>'
    made = mz.open(with_member(body(r("甲")), "word/_rels/document.xml.rels", link)).redact()
    told = parts(made.to_bytes())["word/_rels/document.xml.rels"].decode()
    assert LINKS[target] in told or LINKS[target].replace("联系方式", quote("联系方式")) in told


DATED = (
    '<w:sdt><w:sdtPr><w:date w:fullDate="2026-06-30T00:00:00Z"><w:dateFormat w:val="yyyy年M月d日"/></w:date></w:sdtPr>'
    f'<w:sdtContent>{r("2026年6月30日")}</w:sdtContent></w:sdt><w:ins w:id="3" w:author="甲" w:date="2026-06-30T08:00:00Z">{r("乙")}</w:ins>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="a" xmlns:dcterms="b" xmlns:xsi="c"><cp:lastPrinted>2026-06-30T08:00:00Z</cp:lastPrinted>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-06-30T08:00:00Z</dcterms:created></cp:coreProperties>'
)


def test_moments_of_programs_go_with_the_dates_and_nothing_else_stands_there() -> None:
    data = with_member(body(DATED), "docProps/core.xml", CORE)
    made = parts(mz.open(data).redact(mz.Redaction(dates=True)).to_bytes())
    assert b"2026" not in made["word/document.xml"].replace(W.encode(), b"")
    assert "<w:date><w:dateFormat" in made["word/document.xml"].decode()
    assert 'w:author="人员01">' in made["word/document.xml"].decode()
    assert b"2026" not in made["docProps/core.xml"]
    assert b"created" not in made["docProps/core.xml"]
    kept = parts(mz.open(data).redact().to_bytes())
    assert kept["word/document.xml"].count(b"2026") == 3
    assert kept["docProps/core.xml"] == CORE.encode()


OWN = '<w:p w14:paraId="20260630" w:rsidR="00AB12CD" xmlns:w14="urn:2026/06/30"><w:r><a:ext uri="http://a.cn/2026/06/30" id="{AAAAAAAA-2026-4630-2026-A13800000000}"/></w:r></w:p>'


def test_what_programs_know_things_by_is_no_date_and_no_number() -> None:
    search = looked_for("张三", dates=True)
    held = package(body(r("甲"), other=OWN.replace("<w:p ", '<w:p xmlns:w="w" xmlns:a="a" ')))
    made = with_words(held, search)["word/other.xml"].decode()
    for own in ("20260630", "urn:2026/06/30", "http://a.cn/2026/06/30", "{AAAAAAAA-2026-4630-2026-A13800000000}"):
        assert f'"{own}"' in made


def looked_for(*names: str, dates: bool = False) -> Substitutes:
    return mz.Redaction(names=names, dates=dates).substitutes


def package(data: bytes) -> Package:
    held = mz.open(data).package
    assert held is not None
    return held


def test_other_words_than_listed_ones_stay_in_attributes() -> None:
    data = body("".join(ATTRIBUTES.values()).replace("{}", "王某某138"))
    assert said(mz.open(data).redact(mz.Redaction(names=["张三"])).to_bytes()) == said(data)


def chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def png(*inner: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + b"".join(inner) + chunk(b"IEND", b"")


def jpeg(content: bytes, scan: bytes = b"\x12\xff\x00\x34", behind: bytes = b"") -> bytes:
    segment = b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content
    return b"\xff\xd8" + segment + b"\xff\xda\x00\x04ab" + scan + b"\xff\xd9" + behind


def noise(size: int) -> bytes:
    """Bytes in which no two Chinese characters stand."""
    return bytes(range(1, 32)) * (size // 31)


HOLDERS: dict[str, Callable[[bytes], bytes]] = {
    "text of a PNG": lambda word: png(chunk(b"tEXt", b"Author\0" + word), chunk(b"IDAT", noise(400))),
    "pressed text of a PNG": lambda word: png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(word))),
    "behind a PNG": lambda word: png(chunk(b"IDAT", b"x")) + word,
    "a JPEG": lambda word: jpeg(b"Exif\0\0" + word),
    "an odd place of a JPEG": lambda word: jpeg(b"Exif\0\0\0" + word),
    "behind a JPEG": lambda word: jpeg(b"Exif", behind=word),
    "WebP": lambda word: b"RIFF\0\0\0\0WEBP" + b"EXIF" + len(word).to_bytes(4, "little") + word,
    "EMF": lambda word: b"\x01\0\0\0" + noise(300) + b"\0" * (-300 % 4) + word,
    "a big EMF": lambda word: b"\x01\0\0\0" + noise(0x50000) + word + noise(31),
    "EMF, pressed": lambda word: zlib.compress(noise(62) + b"\0\0" + word, wbits=31),
}
WIDTHS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", WIDTHS)
@pytest.mark.parametrize("how", HOLDERS)
def test_a_name_of_two_characters_in_a_picture_is_an_error(how: str, encoding: str) -> None:
    doc = mz.open(with_member(body(r("甲")), "word/media/a.png", HOLDERS[how]("张三".encode(encoding))))
    for listed in ("张三", "张 三"):
        with pytest.raises(mz.BadEdit) as refused:
            doc.redact(mz.Redaction(names=[listed]))
        assert refused.value.code == "redact-left"
        assert "word/media/a.png" in refused.value.message
    assert doc.redact(mz.Redaction(names=["李四"])).to_bytes()


@pytest.mark.parametrize("spelled", ["张　三", "张·三", "&#24352;&#19977;", "\u200b张\u200b三", quote("张三")])
@pytest.mark.parametrize("encoding", WIDTHS)
def test_what_tells_of_a_picture_is_read_as_texts_are(encoding: str, spelled: str) -> None:
    held = package(with_member(body(r("甲")), "word/media/a.jpg", jpeg(b"Exif\0\0" + spelled.encode(encoding))))
    assert list(left_in(held, looked_for("张三"))) == ["word/media/a.jpg"]
    assert list(left_in(held, looked_for("李四"))) == []


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le"])
def test_two_characters_among_dots_or_outlines_are_chance_and_three_are_a_name(encoding: str) -> None:
    def found(name: str, data: bytes, word: str) -> bool:
        return list(left_in(package(with_member(body(r("甲")), name, data)), looked_for(word))) == [name]

    for word, wanted in (("张三", False), ("张三丰", True)):
        code = word.encode(encoding)
        assert found("word/media/a.png", png(chunk(b"IDAT", b"\x07" + code + b"\x07")), word) == wanted
        assert found("word/media/a.jpg", jpeg(b"Exif", scan=b"\x07" + code + b"\x07"), word) == wanted
        assert found("word/media/a.bmp", b"BM" + code, word) == wanted
        assert found("word/fonts/a.odttf", b"\x07" + code, word) == wanted


def test_latin_words_too_short_are_not_looked_for_in_pictures() -> None:
    held = package(with_member(body(r("甲")), "word/media/a.png", png(chunk(b"tEXt", b"Author\0Li An"))))
    assert list(left_in(held, looked_for("Li"))) == []
    assert list(left_in(held, looked_for("Li An"))) == ["word/media/a.png"]


LEFT = {
    "seen in one view only": (
        f"<w:p>{r('电话138')}<w:del>{r('6', tag='delText')}</w:del>{r('00000000')}</w:p>",
        "张三",
    ),
    "two changes of which one is taken": (
        f"<w:p>{r('张')}<w:ins>{r('某')}</w:ins><w:ins>{r('三')}</w:ins></w:p>",
        "张三",
    ),
    "a number in an attribute": (f'<w:tag w:val="{PHONE}"/>', "张三"),
    "an element": ("<张三/>", "张三"),
    "a namespace": ('<a xmlns:b="urn:%E5%BC%A0%E4%B8%89"/>', "张三"),
    "an instruction": ("<a/><?x 张三?>", "张三"),
    "symbols": ('<w:p><w:r><w:sym w:font="宋体" w:char="5F20"/><w:sym w:char="4E09"/></w:r></w:p>', "张三"),
    "two elements": ("<a><姓>张</姓><名>三</名></a>", "张三"),
    "an element within a word": (f"<w:p>{r('张')}<a>三</a></w:p>", "张三"),
}


@pytest.mark.parametrize("how", LEFT)
def test_what_is_left_in_a_part_is_noticed(how: str) -> None:
    content, word = LEFT[how]
    held = package(body(r("甲"), other=f'<x xmlns:w="{W}">{content}</x>'))
    assert list(left_in(held, looked_for(word))) == ["word/other.xml"]
    assert list(left_in(held, looked_for("李四"))) == (["word/other.xml"] if "138" in content else [])


@pytest.mark.parametrize(
    "name", ["word/media/张三.png", "word/媒体 张·三.png", quote("word/media/张三.png"), "word/张三/a.png"]
)
def test_the_name_of_a_part_is_looked_at(name: str) -> None:
    held = package(with_member(body(r("甲")), name, png()))
    assert list(left_in(held, looked_for("张三"))) == [name]


NOT_LEFT = ("一张</w:t></w:r></w:p><w:p><w:r><w:t>三是", "紧张，三天", "张</w:t></w:r></w:p><w:p><w:pPr/><w:r><w:t>三")


@pytest.mark.parametrize("text", NOT_LEFT)
def test_two_paragraphs_are_no_name(text: str) -> None:
    made = mz.open(body(r(text))).redact(mz.Redaction(names=["张三"])).to_bytes()
    assert text in said(made)


def _as_it_was(package: Package, search: Search) -> dict[str, bytes]:
    return {name: package.read(name) for name in package.names}


def _nothing(package: Package, search: Search) -> Iterator[str]:
    yield from ()


def test_the_text_is_read_again_whatever_the_search_in_the_parts_says() -> None:
    doc = mz.open(body(r("张三")))
    with (
        patch.object(module, "with_words", _as_it_was),
        patch.object(module, "left_in", _nothing),
        pytest.raises(mz.BadEdit) as refused,
    ):
        doc.redact(mz.Redaction(names=["张三"]))
    assert (refused.value.code, "正文" in refused.value.message) == ("redact-left", True)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_name_broken_over_two_lines_of_a_text_is_an_error_that_says_where(end: str) -> None:
    text = end.join(("个人对照检查材料", "一、存在的问题", "一是由张", "三负责。", "二是张三学习不够。"))
    with pytest.raises(mz.BadEdit) as refused:
        mz.open(text.encode()).redact(mz.Redaction(names=["张三"]))
    assert refused.value.code == "redact-left"
    assert "第 3 行" in refused.value.message
    assert "张三" not in refused.value.message


@pytest.mark.parametrize("number", ["三、整改措施", "三是调研不够。", "三．整改"])
def test_the_number_of_the_next_line_ends_no_name(number: str) -> None:
    text = f"个人对照检查材料\n一、存在的问题\n一是关系紧张\n{number}"
    assert mz.open(text.encode()).redact(mz.Redaction(names=["张三"])).text == text


LOCK = f'<w:settings xmlns:w="{W}"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'


@pytest.mark.parametrize("verb", ["redact", "scrub"])
def test_protected_and_signed_files_are_refused(verb: str) -> None:
    signed = '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="x/digital-signature/origin" Target="word/other.xml"/></Relationships>'
    for data, code in (
        (body(r("张三"), settings=LOCK), "edit-protected"),
        (with_member(body(r("张三"), other="<a/>"), "_rels/.rels", signed), "edit-signed"),
    ):
        with pytest.raises(mz.BadEdit) as refused:
            getattr(mz.open(data), verb)()
        assert refused.value.code == code


def test_addresses_of_the_web_stay_in_fields_when_traces_go() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = r(' HYPERLINK "http://a.cn/b/c.html" ', tag="instrText")
    data = body(mark.format("begin") + code + mark.format("end"))
    assert "http://a.cn/b/c.html" in said(mz.open(data).scrub().to_bytes())
