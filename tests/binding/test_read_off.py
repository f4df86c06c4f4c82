"""What a reader makes of other words is not written by itself: whoever changes nothing else is told what to change instead."""

from __future__ import annotations

from typing import Any

import pytest

import mzsh_model as mz
from tests.kinds.papers import PAPERS
from tests.reading.marked import Specimen, specimens, stored

MEMBER = (
    "2025年度民主生活会个人对照检查材料\n某某局党组书记、局长　张三\n按照要求，我作如下对照检查。\n一、存在的问题\n"
    "（一）带头固本培元、增强党性方面\n1.学习不够系统。比如，列入计划的4本书只读了2本。\n2.调研不深。比如，全年下乡只有3次。\n"
    "二、整改措施\n1.针对学习不够系统，2026年6月底前读完4本书。\n2.针对调研不深，每月下乡一次。"
)


def _examination(text: str) -> tuple[mz.Document, mz.SelfExamination]:
    doc = mz.open(text.encode())
    value = doc.read().value
    assert isinstance(value, mz.SelfExamination)
    return doc, value


def _without(value: mz.DocumentValue, name: str) -> mz.DocumentValue | None:
    """The value without a list that is read off other words, wherever one stands; None where it holds none."""
    for path, node in mz.walk(value):
        if node.__dict__.get(name):
            at = "/".join(("", *path.parts, name))
            return _put(value, at.split("/")[1:], ())
    return None


def _put(node: Any, steps: list[str], new: object) -> Any:
    if not steps:
        return new
    if isinstance(node, tuple):
        at = int(steps[0])
        return (*node[:at], _put(node[at], steps[1:], new), *node[at + 1 :])
    return node.model_copy(update={steps[0]: _put(node.__dict__[steps[0]], steps[1:], new)})


@pytest.mark.parametrize("one", specimens()[:24], ids=lambda one: one.name)
def test_what_is_read_off_is_refused_by_itself(one: Specimen) -> None:
    doc = mz.open(stored(one))
    value = doc.read().value
    for name in ("links", "aspects", "instances", "channels"):
        if (changed := _without(value, name)) is None:
            continue
        with pytest.raises(mz.BadEdit, match=rf"{name} 不能单独改：.*请改") as raised:
            doc.write(changed)
        assert "\n" not in str(raised.value)


def test_it_follows_the_words_that_it_is_read_off() -> None:
    doc, value = _examination(MEMBER)
    new = mz.replace(value, "/issues/0/text", "学习不够系统。")
    assert (value.issues[0].instances, new.issues[0].instances) != ((), value.issues[0].instances)
    assert doc.write(new).read().value == new


def test_an_instance_is_read_off_its_own_problem() -> None:
    doc, value = _examination(MEMBER)
    value = mz.replace(value, "/issues/1/text", "调研不深。")
    assert value.issues[0].instances
    with pytest.raises(mz.BadEdit, match="/issues/0/instances 不能单独改"):
        doc.write(_put(value, ["issues", "0", "instances"], ()))


@pytest.mark.parametrize(
    "text", [MEMBER, MEMBER.replace("某某局党组书记", "某县教育局党委书记"), PAPERS["SelfExamination"]]
)
def test_a_unit_that_is_renamed_is_renamed_in_the_post_beside_it(text: str) -> None:
    doc, value = _examination(text)
    new = mz.replace(value, "/organisation/name", "某某委员会党组")
    assert isinstance(new.subject, mz.Member)
    assert new.subject.post in (None, "某某委员会党组书记、局长", "某某委员会党组书记")
    assert doc.write(new).read().value == new


def test_a_post_does_not_change_along_unseen() -> None:
    doc, value = _examination(MEMBER)
    with pytest.raises(mz.BadEdit, match="/subject/post 和 /organisation/name 写在同一行"):
        doc.write(value.model_copy(update={"organisation": mz.Organisation(name="某某委员会党组")}))
