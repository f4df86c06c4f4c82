"""A listed name goes however it is listed and however it stands in the file; who wrote a file is a name, too."""

from __future__ import annotations

import zipfile
from io import BytesIO
from urllib.parse import quote

import pytest

import mzsh_model as mz
from mzsh_model.testing.word_files import W
from tests.document.test_redaction import INS, body, holds, parts, r

DEL = '<w:del w:id="{}" w:author="甲">{}</w:del>'


def last(content: str, *names: str) -> str:
    return mz.open(body(content)).redact(mz.Redaction(names=names)).lines[5].text


@pytest.mark.parametrize("listed", ["张三", "张 三", "张　三", "张\u00a0三 ", "张·三", "张\u200b三", "张\t三"])
@pytest.mark.parametrize(
    "typed",
    [
        "张三",
        "张 三",
        "张　　三",
        "张·三",
        "张•三",
        "张・三",
        "张‧三",
        "张\ufe00三",
        "张\U000e0100三",
        "张          三",
    ],
)
def test_blanks_and_stops_do_not_matter_in_the_list_nor_in_the_file(listed: str, typed: str) -> None:
    assert last(r(f"由{typed}负责"), listed) == "由人员01负责"


@pytest.mark.parametrize("listed", ["Wang Wu", "WangWu", "wang-wu", "WANG  WU", "Ｗang Wu"])
@pytest.mark.parametrize("typed", ["Wang Wu", "wangwu", "WANG\u00a0WU", "Wang　Wu", "Wáng Wǔ", "Wang-Wu"])
def test_nor_in_latin_names(listed: str, typed: str) -> None:
    assert last(r(f"由{typed}负责"), listed) == "由人员01负责"
    assert last(r(f"由S{typed}负责"), listed) == f"由S{typed}负责"


@pytest.mark.parametrize(
    "line", ["2.李四（女）", "李四科长", "（三）李四-教育局", "张三、李四", "张三 李四", "张三，李四", "张三\t李四"]
)
def test_names_that_are_listed_side_by_side_are_names(line: str) -> None:
    assert not holds(mz.open(body(r("李四和张三"))).redact(mz.Redaction(names=[line])).to_bytes(), "李四")


@pytest.mark.parametrize("word", ["张", "张·", "张\u200b", " 张 ", "·", "\u200b\u200b"])
def test_what_is_one_character_without_its_blanks_is_refused(word: str) -> None:
    with pytest.raises(mz.CallerError) as refused:
        mz.Redaction(names=[word])
    assert refused.value.code == "redact-word"


@pytest.mark.parametrize("word", ["人员", "联系", "单 位"])
def test_words_of_the_codes_themselves_are_refused(word: str) -> None:
    with pytest.raises(mz.CallerError) as refused:
        mz.Redaction(units=[word])
    assert refused.value.code == "redact-word"


@pytest.mark.parametrize("given", ["张三", ["张三", 5], [None], 7])
def test_lists_of_another_type_are_refused(given: object) -> None:
    with pytest.raises(mz.CallerError) as refused:
        mz.Redaction(names=given)  # type: ignore[arg-type]
    assert refused.value.code == "call-type"


CROSSED = {
    "hyphen of Word": r("张") + "<w:r><w:noBreakHyphen/></w:r>" + r("三"),
    "tabs": r("张") + "<w:r><w:tab/><w:tab/><w:tab/><w:tab/><w:tab/><w:tab/></w:r>" + r("三"),
    "hidden on the web": r("张") + r("某", "<w:rPr><w:webHidden/></w:rPr>") + r("三"),
    "hidden in two ways": r("张") + r("某", "<w:rPr><w:vanish/></w:rPr>") + DEL.format(7, r("也", tag="delText")) + r("三"),
    "white": r("张") + r("某", '<w:rPr><w:color w:val="ffffff"/></w:rPr>') + r("三"),
    "a style that may hide": r("张") + r("某", '<w:rPr><w:rStyle w:val="a"/></w:rPr>') + r("三"),
    "too small": r("张") + r("某", '<w:rPr><w:sz w:val="2"/></w:rPr>') + r("三"),
    "one of two insertions": r("张") + INS.format(r("某")) + INS.format(r("三")),
    "one of two deletions": r("张") + DEL.format(7, r("某", tag="delText")) + DEL.format(8, r("三", tag="delText")),
    "one of many": r("张") + "".join(INS.format(r(c)) for c in "甲乙丙丁戊己三"),
    "insertion in part, then deletion": INS.format(r("甲张")) + INS.format(r("丙")) + DEL.format(8, r("三乙", tag="delText")),
    "deletion in an insertion": INS.format(r("甲张") + DEL.format(8, r("某", tag="delText"))) + r("三"),
    "between readings": "".join(
        f"<w:r><w:ruby><w:rt>{r(above)}</w:rt><w:rubyBase>{r(base)}</w:rubyBase></w:ruby></w:r>"
        for above, base in (("张", "甲"), ("三", "乙"))
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", CROSSED)
def test_a_name_that_stands_only_if_some_of_the_text_is_left_out_goes(how: str) -> None:
    made = mz.open(body(r("见") + CROSSED[how])).redact(mz.Redaction(names=["张三"])).to_bytes()
    xml = parts(made)["word/document.xml"].decode()
    assert not ("张" in xml and "三" in xml[xml.index("见") :])
    assert "人员01" in xml
    said = CROSSED[how].replace('w:author="甲"', "")
    assert [kept for kept in "某甲乙丙丁戊己也" if kept in xml] == [kept for kept in "某甲乙丙丁戊己也" if kept in said]
    assert mz.open(made).redact(mz.Redaction(names=["张三"])).to_bytes() == made


def test_names_are_followed_through_many_changes_without_trying_all_choices() -> None:
    many = mz.Redaction(names=["张" + "丽" * 12 + "三"]).substitutes
    text = "张" + "丽" * 90
    units = [(n, n + 1) for n in range(1, 91)]
    assert many.across(text, units) == []
    assert [len(places) for places, _ in many.across(text + "三", units)] == [14]


def test_a_latin_name_in_a_longer_word_is_none_where_changes_are_either() -> None:
    content = r("delivers to Li, ") + INS.format(r("x")) + r("Lin") + DEL.format(8, r("L", tag="delText")) + r("i")
    xml = parts(mz.open(body(content)).redact(mz.Redaction(names=["Li"])).to_bytes())["word/document.xml"].decode()
    assert "delivers to 人员01, " in xml
    assert "Lin" in xml
    assert ">L<" not in xml


def test_a_name_that_the_going_of_another_makes_goes_too() -> None:
    content = r("见李") + DEL.format(7, r("张", tag="delText")) + r("三四")
    made = mz.open(body(content)).redact(mz.Redaction(names=["张三", "李四"]))
    assert "李" not in made.lines[5].text
    assert "四" not in made.lines[5].text


def test_a_name_that_stands_if_a_deleted_mark_of_a_paragraph_goes_is_an_error() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="9" w:author="甲"/></w:rPr></w:pPr>'
    with pytest.raises(mz.BadEdit) as refused:
        mz.open(body(f"{mark}{r('见张')}</w:p><w:p>{r('三说')}")).redact(mz.Redaction(names=["张三"]))
    assert refused.value.code == "redact-left"


def test_what_reads_a_name_out_goes_with_it() -> None:
    def read_out(base: str, above: str) -> str:
        return f"<w:r><w:ruby><w:rt>{r(above)}</w:rt><w:rubyBase>{r(base)}</w:rubyBase></w:ruby></w:r>"

    content = read_out("张", "zhāng") + read_out("三", "sān") + read_out("学", "xué")
    made = parts(mz.open(body(content)).redact(mz.Redaction(names=["张三"])).to_bytes())["word/document.xml"].decode()
    assert "zhāng" not in made
    assert "sān" not in made
    assert "xué" in made
    whole = read_out("张三同志", "Zhāng Sān tóngzhì")
    assert (
        "Sān"
        not in parts(mz.open(body(whole)).redact(mz.Redaction(names=["张三"])).to_bytes())["word/document.xml"].decode()
    )


CODED = [
    quote("张三"),
    quote("张三".encode("gb18030")),
    "张" + quote("三"),
    quote("张 三"),
    r"\u5f20\u4e09",
    "&amp;#24352;三",
]


@pytest.mark.parametrize("code", CODED)
@pytest.mark.parametrize("where", ["text", "code", "simple field", "split code", "link"])
def test_names_in_codes_go_from_texts_fields_and_links(code: str, where: str) -> None:
    cut = 10 if code.startswith("&") else 4
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    content = {
        "text": r(f"见 http://a.cn/{code}.html"),
        "code": mark.format("begin") + r(f' HYPERLINK "http://a.cn/{code}" ', tag="instrText") + mark.format("end"),
        "split code": mark.format("begin") + r(f" HYPERLINK http://a.cn/{code[:cut]}", tag="instrText") + r(code[cut:], tag="instrText") + mark.format("end"),
        "simple field": f'<w:fldSimple w:instr="HYPERLINK http://a.cn/{code}">{r("甲")}</w:fldSimple>',
    }.get(where, r("甲"))  # fmt: skip
    data = body(content)
    if where == "link":
        target = f'<Relationship Id="rId9" Type="x/hyperlink" TargetMode="External" Target="http://a.cn/{code}"/>'
        data = with_member(data, "word/_rels/document.xml.rels", f"<Relationships>{target}</Relationships>")
    made = mz.open(data).redact(mz.Redaction(names=["张三"])).to_bytes()
    told = b"".join(parts(made).values()).decode()
    assert code[-6:] not in told
    assert (quote("人员01") if "%" in code else "人员01") in told


def with_member(data: bytes, name: str, content: str | bytes) -> bytes:
    """The archive with a member in the place of another, or added."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return buffer.getvalue()


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)


@pytest.mark.parametrize("author", ["王小五", "办公室 王小五", "王小五（办公室）", "王 小五"])
@pytest.mark.parametrize(
    "where", ["creator", "lastModifiedBy", "comment", "change", "editor", "people", "manager", "reaction"]
)
def test_who_wrote_a_file_is_hidden_in_its_text_too(where: str, author: str) -> None:
    text = r("据王小五同志、小王反映")
    core = {
        "creator": f"<dc:creator>{author}</dc:creator>",
        "lastModifiedBy": f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>",
    }
    inner = {
        "change": f'<w:ins w:id="2" w:author="{author}">{r("甲")}</w:ins>',
        "editor": f'<w:permStart w:id="2" w:ed="{author}"/><w:permEnd w:id="2"/>',
    }
    more = {
        "comment": {"comments": f'<w:comments xmlns:w="{W}"><w:comment w:id="1" w:author="{author}"><w:p>{r("好")}</w:p></w:comment></w:comments>'},
        "people": {"people": f'<w15:people xmlns:w15="x"><w15:person w15:author="{author}"/></w15:people>'},
        "reaction": {"commentsExtensible": REACTION.format(author)},
    }  # fmt: skip
    data = body(text + inner.get(where, ""), **more.get(where, {}))
    if where in core:
        data = with_member(data, "docProps/core.xml", CORE.format(core[where]))
    if where == "manager":
        data = with_member(data, "docProps/app.xml", f"<Properties><Manager>{author}</Manager></Properties>")
    made = mz.open(data).redact()
    assert not holds(made.to_bytes(), "王小五")
    assert "人员" in made.lines[5].text


REACTION = (
    '<w16cex:commentsExtensible xmlns:w16cex="a" xmlns:cr="b"><cr:reactions><cr:reaction><cr:reactionInfo>'
    '<cr:user userId="S::wangxiaowu@example.cn::1" userProvider="AD" userName="{}"/></cr:reactionInfo></cr:reaction></cr:reactions>'
    "</w16cex:commentsExtensible>"
)


@pytest.mark.parametrize("verb", ["redact", "scrub"])
@pytest.mark.parametrize("author", ["Nick B", "王小五", "Windows 用户"])
def test_who_reacted_to_a_comment_or_was_given_a_task_is_an_author(verb: str, author: str) -> None:
    task = f'<t:Tasks xmlns:t="c"><t:Attribution userId="wangxiaowu" userName="{author}" userProvider="AD"/></t:Tasks>'
    doc = mz.open(body(r("甲"), commentsExtensible=REACTION.format(author), documenttasks=task))
    made = parts((doc.redact() if verb == "redact" else doc.scrub()).to_bytes())
    for name in ("word/commentsExtensible.xml", "word/documenttasks.xml"):
        assert author not in made[name].decode()
        assert "wangxiaowu" not in made[name].decode()
        assert ("人员01" if verb == "redact" else "作者1") in made[name].decode()


def test_an_author_cut_by_a_comment_of_xml_is_one_name() -> None:
    data = with_member(
        body(r("王小五说")), "docProps/core.xml", CORE.format("<dc:creator>王<!-- x -->小<![CDATA[五]]></dc:creator>")
    )
    made = mz.open(data).redact().to_bytes()
    assert not holds(made, "王小五")
    assert "<dc:creator>人员01</dc:creator>" in parts(made)["docProps/core.xml"].decode()
