"""What a protected file still allows, as Word would, and the true reason where it allows nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.testing.word_files import W, package
from tests.wml.test_autonum import field
from tests.wml.test_story import p, with_parts

BODY = "".join(
    p(text)
    for text in (
        "个人对照检查材料", "一、存在的问题", "一是学习不够系统。", "二是调研不够。", "二、整改措施", "一是多读书，年底前见效。"
    )
)  # fmt: skip
PROTECTION = '<w:documentProtection w:edit="{}" w:enforcement="{}"/>'


def protected(settings: str, prefix: str = "w") -> mz.Document:
    xml = f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>{settings}</w:settings>'
    return mz.open(with_parts(BODY, settings=xml.replace("w:", f"{prefix}:").replace("xmlns:w", f"xmlns:{prefix}")))


def plainly(doc: mz.Document) -> object:
    return doc.write(mz.replace(doc.read().value, "/measures/0/due", "2026-06"))


def tracked(doc: mz.Document) -> object:
    return doc.write(mz.replace(doc.read().value, "/measures/0/due", "2026-06"), tracked="办公室")


def commented(doc: mz.Document) -> object:
    written = doc.annotate(mz.check(doc.read().value, doc))
    assert written.to_bytes() != doc.to_bytes()
    assert written.clean().to_bytes() == doc.to_bytes()
    return written


def bound(doc: mz.Document) -> object:
    return doc.bind(doc.read().value)


VERBS: dict[str, Callable[[mz.Document], object]] = {
    "plain": plainly, "tracked": tracked, "comment": commented, "bind": bound
}  # fmt: skip
ALLOWED = {
    "readOnly": "", "forms": "", "某种新的": "", "comments": "comment", "trackedChanges": "comment tracked",
    "none": "plain comment tracked bind", "": "plain comment tracked bind",
}  # fmt: skip


@pytest.mark.parametrize("kind", ALLOWED)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("prefix", ["w", "x"])
def test_a_protected_file_allows_what_word_would(kind: str, verb: str, prefix: str) -> None:
    doc = protected(PROTECTION.format(kind, "on"), prefix)
    if verb in ALLOWED[kind].split():
        VERBS[verb](doc)
        return
    with pytest.raises(BadEdit) as caught:
        VERBS[verb](doc)
    assert caught.value.code == "edit-protected"
    assert ("修订" in caught.value.message) == (kind == "trackedChanges")


@pytest.mark.parametrize(
    "settings",
    [
        PROTECTION.format("readOnly", "0"), PROTECTION.format("readOnly", "false"), "<w:documentProtection w:edit='readOnly'/>",
        "<!--" + PROTECTION.format("readOnly", "1") + "-->", "<w:compat>" + PROTECTION.format("readOnly", "1") + "</w:compat>",
    ],
)  # fmt: skip
def test_protection_that_is_not_enforced_forbids_nothing(settings: str) -> None:
    for verb in VERBS.values():
        assert verb(protected(settings)) is not None


def test_settings_in_utf_16_or_damaged_do_not_open_a_protected_file() -> None:
    xml = f'<w:settings xmlns:w="{W}">{PROTECTION.format("readOnly", "1")}</w:settings>'
    for content in (xml.encode("utf-16"), xml.encode()[:-3]):
        made = with_parts(BODY, settings="x")
        doc = mz.open(made)
        assert doc.package is not None
        doc = mz.open(doc.package.with_parts({"word/settings.xml": content}).to_bytes())
        for verb in VERBS.values():
            with pytest.raises(BadEdit):
                verb(doc)


TYPED = field("FORMTEXT", result="三月底前")
OTHERS = [
    field("REF x", result="三月底前"),
    field("FORMDROPDOWN", result="三月底前"),
    TYPED.replace(
        '"begin"/>', '"begin"><w:ffData><w:textInput><w:type w:val="calculated"/></w:textInput></w:ffData></w:fldChar>'
    ),
    field("IF x", result="{}").replace("<w:r><w:t>{}</w:t></w:r>", TYPED),
]


def with_field(form: str) -> mz.Document:
    return mz.open(package(BODY + f"<w:p><w:r><w:t>二是多调研，</w:t></w:r>{form}<w:r><w:t>见效。</w:t></w:r></w:p>"))


@pytest.mark.parametrize("author", [None, "办公室"])
def test_what_a_person_typed_into_a_form_field_can_be_edited(author: str | None) -> None:
    doc = with_field(TYPED)
    value = mz.replace(doc.read().value, "/measures/1/due", "2026-06")
    written = doc.write(value, tracked=author)
    assert written.read().value == value
    assert written.package is not None
    assert written.package.read("word/document.xml").count(b"FORMTEXT") == 1
    after = with_field(TYPED + "<w:r><w:t>早日</w:t></w:r>")
    new = mz.replace(after.read().value, "/measures/1/text", "多调研，三月底前尽快见效。")
    assert after.write(new, tracked=author).read().value == new


@pytest.mark.parametrize("form", OTHERS)
@pytest.mark.parametrize("author", [None, "办公室"])
def test_what_a_field_computes_cannot(form: str, author: str | None) -> None:
    doc = with_field(form)
    with pytest.raises(BadEdit) as caught:
        doc.write(mz.replace(doc.read().value, "/measures/1/due", "2026-06"), tracked=author)
    assert caught.value.code == "edit-field"
