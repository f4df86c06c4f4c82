"""Watermarks and other letters drawn as shapes: read, and a secrecy mark among them is one."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.testing.word_files import MC, W
from tests.wml.test_story import p, with_parts

V = "urn:schemas-microsoft-com:vml"
BODY = "".join(
    p(text)
    for text in (
        "个人对照检查材料",
        "一、存在的问题",
        "一是学习不够。",
        "二是调研不够。",
        "二、整改措施",
        "一是多读书。",
    )
)


def art(text: str) -> str:
    return f'<w:r><w:pict><v:shape xmlns:v="{V}"><v:textpath string="{text}"/></v:shape></w:pict></w:r>'


def doc(text: str, where: str) -> mz.Document:
    drawn = f"<w:p>{art(text)}</w:p>"
    if where == "fallback":
        choice = (
            f"<w:r><w:drawing/></w:r></mc:Choice><mc:Fallback>{art('别的')}</mc:Fallback></mc:AlternateContent></w:p>"
        )
        drawn = f'<w:p><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">{art(text)}{choice}'
    if where in ("header", "footer"):
        tag = "hdr" if where == "header" else "ftr"
        return mz.open(with_parts(BODY, **{where: f'<w:{tag} xmlns:w="{W}">{drawn}</w:{tag}>'}))
    return mz.open(with_parts(BODY + drawn))


@pytest.mark.parametrize("where", ["header", "footer", "body", "fallback"])
def test_letters_drawn_as_a_shape_are_read_apart_from_the_text(where: str) -> None:
    got = doc("内部资料 注意保存", where)
    assert [line.text for line in got.lines if not line.origin] == ["内部资料 注意保存"]
    assert "内部资料" not in got.text
    value = got.read().value
    result = mz.check(value, got)
    assert not [finding for finding in result.findings if finding.code == "PRI002"]
    assert got.annotate(result).clean().to_bytes() == got.to_bytes()
    assert got.bind(value).finalize().to_bytes() == got.to_bytes()
    assert got.write(mz.replace(value, "/measures/0/text", "多调研。")).read().value != value


@pytest.mark.parametrize("where", ["header", "footer", "body", "fallback"])
def test_a_secrecy_mark_drawn_as_a_shape_is_found_and_nothing_is_written(where: str) -> None:
    got = doc("机密★1年", where)
    result = mz.check(got.read().value, got)
    assert [finding.code for finding in result.findings] == ["PRI002"]
    assert result.verdict is None
    for verb in (lambda: got.annotate(result), lambda: got.write(got.read().value), got.clean, got.finalize):
        with pytest.raises(BadEdit) as caught:
            verb()
        assert caught.value.code == "edit-classified"


@pytest.mark.parametrize("part", ["header", "footer", "footnotes"])
def test_a_secrecy_mark_typed_outside_the_text_is_found(part: str) -> None:
    tag = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}[part]
    inner = p("秘密★长期")
    inner = f'<w:footnote w:id="1">{inner}</w:footnote>' if part == "footnotes" else inner
    got = mz.open(with_parts(BODY, **{part: f'<w:{tag} xmlns:w="{W}">{inner}</w:{tag}>'}))
    assert [finding.code for finding in mz.check(got.read().value, got).findings] == ["PRI002"]
