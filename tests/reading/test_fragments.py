"""Parts of papers as they are passed on: no title, one part only, half-width marks; read, and not judged as a whole paper."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.documents import SelfExamination
from mzsh_model.opc.source import Source


def opened(text: str) -> Document:
    return Document(Source(text.encode(), "片段.txt"), None)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "一、“四风”存在的主要问题\n1、形式主义突出。开会发文了事,说过就算干过。\n2、官僚主义严重。听不进下属意见。",
            2,
        ),
        (
            "更新时间:2020-09-09 作者:某老师\n一、存在的问题\n1、思想上觉悟不高,认识不够。\n2.对教研不热心,态度消极。\n3.家访不及时。",
            3,
        ),
        ("二、存在的不足\n（一）学习不深入。\n（二）调研不扎实。\n（三）担当不够。", 3),
    ],
)
def test_a_part_without_a_title_is_read_and_gets_no_verdict(text: str, count: int) -> None:
    document = opened(text)
    value = document.read().value
    assert isinstance(value, SelfExamination)
    assert len(value.issues) == count
    assert mz.check(value, document).verdict is None


@pytest.mark.parametrize(
    "text",
    [
        "关于某项工作的报告\n一、存在的问题\n1、进度慢。\n2、协调不够。",
        "一是学习不深入。有时浅尝辄止。\n二是宗旨意识不强。",
        "一、工作回顾\n1、完成了任务。\n2、取得了成绩。",
    ],
)
def test_what_is_no_part_of_such_a_paper_is_not_taken_for_one(text: str) -> None:
    assert not isinstance(opened(text).read().value, SelfExamination)


def test_a_numbered_sentence_about_an_aspect_is_one_problem_however_many_sentences_follow() -> None:
    text = (
        "一、存在的问题\n1、在依法执教方面,尽管能够遵守规定,但学习不够深入。有时候放松了要求。\n"
        "2、在爱岗敬业方面,基本做到热爱工作。但有时不够尽职,偶尔敷衍。\n3、在联系群众方面,下去得少。"
    )
    value = opened(text).read().value
    assert isinstance(value, SelfExamination)
    assert [issue.text[:6] for issue in value.issues] == ["在依法执教方", "在爱岗敬业方", "在联系群众方"]
