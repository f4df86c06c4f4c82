"""Documents of python-docx, in and out: the same text, the same value, nothing shared, typed errors."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from importlib.resources import files

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import package, packages

EXAMPLES = sorted(str(path) for path in files("mzsh_model.examples").iterdir() if path.name.endswith(".docx"))
TITLE = "2025年度民主生活会个人对照检查材料"


@pytest.mark.parametrize("path", EXAMPLES)
def test_there_and_back_says_the_same(path: str) -> None:
    doc = mz.open(path)
    back = mz.open(doc.to_docx())
    assert back.text == doc.text
    assert back.read().value == doc.read().value


@given(st.data())
def test_dirt_survives_python_docx(data: st.DataObject) -> None:
    doc = mz.open(data.draw(packages(data.draw(drafts())[0])))
    assert mz.open(doc.to_docx()).text == doc.text


def test_what_python_docx_made_is_read() -> None:
    made = docx.Document()
    for line in (TITLE, "一、存在的问题", "一是学习不够系统，4本书只读了2本。", "二是调研不够深入。"):
        made.add_paragraph(line)
    doc = mz.open(made)
    value = doc.read().value
    assert isinstance(value, mz.SelfExamination)
    assert [issue.text for issue in value.issues] == ["学习不够系统，4本书只读了2本。", "调研不够深入。"]
    made.add_paragraph("三是担当不够有力。")
    assert len(doc.lines) == 4
    assert len(mz.open(made).lines) == 5


def test_a_change_there_changes_nothing_here() -> None:
    doc = mz.open(EXAMPLES[0])
    before, there = doc.to_bytes(), doc.to_docx()
    there.paragraphs[0].text = "另一个标题"
    assert doc.to_bytes() == before
    assert mz.open(there).lines[0].text == "另一个标题"


def test_a_written_value_comes_out_edited() -> None:
    doc = mz.open(next(path for path in EXAMPLES if "班子对照" in path))
    edited = doc.write(mz.replace(doc.read().value, "/measures/2/due", "2026-09"))
    there = [paragraph.text for paragraph in edited.to_docx().paragraphs]
    assert sum("2026年9月" in text for text in there) == doc.text.count("2026年9月") + 1


@pytest.mark.parametrize("text", [TITLE, "序号,问题\n1,学习不够"])
def test_what_is_not_word_is_refused(text: str) -> None:
    with pytest.raises(mz.WrongKind) as raised:
        mz.open(text.encode()).to_docx()
    assert raised.value.code == "docx-not-word"


def test_what_python_docx_cannot_open_is_refused() -> None:
    plain = package(f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>")
    template = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(template, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"document.main+xml", b"template.main+xml"))
    with pytest.raises(mz.BadPackage) as raised:
        mz.open(template.getvalue()).to_docx()
    assert raised.value.code == "docx-refused"


def test_what_python_docx_cannot_save_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object) -> None:
        raise KeyError("no such part")

    made = docx.Document()
    monkeypatch.setattr(type(made), "save", full)
    with pytest.raises(mz.BadPackage) as raised:
        mz.open(made)
    assert raised.value.code == "docx-unsaved"


def test_python_docx_is_loaded_for_nobody_else() -> None:
    code = f"import sys, mzsh_model as mz; mz.check(mz.open({EXAMPLES[0]!r})); print('docx' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"
