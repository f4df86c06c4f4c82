"""An item that is given another aspect goes to the items that stand under it: in place, or with one reason why not."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

import pytest

import mzsh_model as mz
from tests.kinds.papers import PAPERS
from tests.reading.marked import specimens, stored

TEAM = (
    "某局党组2025年度民主生活会对照检查材料\n按照要求，现作如下对照检查。\n一、存在的问题\n"
    "（一）带头固本培元、增强党性方面\n1.学习不够系统。列入计划的4本书只读了2本。\n2.调研不深。全年下乡只有3次。\n"
    "（二）带头敬畏人民、敬畏组织、敬畏法纪方面\n1.联系群众不够。走访20户没有一户回访。\n2.请示报告不及时。有2项工作先办后报。\n"
    "（三）带头干事创业、担当作为方面\n二、原因剖析\n1.理论武装抓得不紧。\n三、整改措施\n1.针对学习不够系统，2026年6月底前读完4本书。"
)
FIRST, SECOND, THIRD = (
    "带头固本培元、增强党性方面",
    "带头敬畏人民、敬畏组织、敬畏法纪方面",
    "带头干事创业、担当作为方面",
)


def _word(text: str) -> mz.Document:
    return mz.open(mz.write(mz.open(text.encode()).read().value))


def _told(value: mz.SelfExamination) -> list[tuple[str, str | None, str | None]]:
    return [(one.text, one.aspect, one.aspect_id) for one in value.issues]


def _examination(doc: mz.Document) -> mz.SelfExamination:
    value = doc.read().value
    assert isinstance(value, mz.SelfExamination)
    return value


def _members(doc: mz.Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(doc.to_bytes())) as held:
        return {name: held.read(name) for name in held.namelist()}


@pytest.mark.parametrize(
    ("index", "aspect", "wanted"),
    [
        (2, FIRST, ["学习不够系统", "调研不深", "联系群众不够", "请示报告不及时"]),
        (3, FIRST, ["学习不够系统", "调研不深", "请示报告不及时", "联系群众不够"]),
        (1, SECOND, ["学习不够系统", "联系群众不够", "请示报告不及时", "调研不深"]),
        (0, SECOND, ["调研不深", "联系群众不够", "请示报告不及时", "学习不够系统"]),
    ],
)
def test_it_stands_behind_those_of_its_new_aspect(index: int, aspect: str, wanted: list[str]) -> None:
    doc = _word(TEAM)
    value = _examination(doc)
    new = mz.replace(value, f"/issues/{index}/aspect", aspect)
    moved = value.issues[index].text
    assert [one.statement for one in new.issues] == wanted
    assert next(one for one in new.issues if one.text == moved).aspect == aspect
    for tracked in (None, "办公室"):
        written = doc.write(new, tracked=tracked)
        read = _examination(written)
        assert _told(read) == _told(new)
        kinds = [(one.aspect, one.label) for one in read.issues]
        assert kinds == sorted(kinds, key=lambda pair: [FIRST, SECOND].index(pair[0] or "")), "numbers run on"
        before, after = _members(doc), _members(written)
        assert {name for name in before if before[name] != after[name]} <= {"word/document.xml", "word/settings.xml"}
    back = mz.replace(_examination(doc.write(new)), f"/issues/{wanted.index(moved[: moved.index('。')])}/aspect", FIRST)
    assert sorted(_told(back)) == sorted(_told(mz.replace(value, f"/issues/{index}/aspect", FIRST)))


@pytest.mark.parametrize(
    ("path", "aspect", "why"),
    [
        ("/issues/0/aspect", "带头开拓创新方面", "写材料里已有的方面"),
        ("/issues/0/aspect", THIRD, "还没有同类的条目"),
        ("/issues/0/aspect", None, "不能改"),
        ("/causes/0/aspect", FIRST, "不能改"),
    ],
)
def test_what_has_no_place_is_refused_in_one_line(path: str, aspect: str | None, why: str) -> None:
    with pytest.raises(mz.BadEdit, match=why) as raised:
        mz.replace(_examination(_word(TEAM)), path, aspect)
    assert "\n" not in str(raised.value)


def test_a_report_says_its_aspects_in_its_texts() -> None:
    value = mz.open(PAPERS["MeetingReport"].encode()).read().value
    with pytest.raises(mz.BadEdit, match="方面由标题或正文里的话得出"):
        mz.replace(value, "/team_issues/0/aspect", FIRST)


def test_an_item_given_whole_crosses_with_its_other_fields() -> None:
    doc = _word(TEAM)
    value = _examination(doc)
    whole = value.issues[0].model_copy(
        update={"text": "学习不够深入。全年研讨2次。", "statement": "学习不够深入", "aspect": SECOND}
    )
    new = mz.replace(value, "/issues/0", whole)
    assert [one.statement for one in new.issues][-1] == "学习不够深入"
    assert new.issues[-1].aspect == SECOND
    assert _told(_examination(doc.write(new))) == _told(new)


def test_a_list_given_whole_says_where_each_stands() -> None:
    doc = _word(TEAM)
    value = _examination(doc)
    first, second, third, fourth = value.issues
    across = third.model_copy(update={"aspect": FIRST})
    new = mz.replace(value, "/issues", (first, second, across, fourth))
    assert [one.aspect for one in new.issues] == [FIRST, FIRST, FIRST, SECOND]
    assert _told(_examination(doc.write(new))) == _told(new)
    with pytest.raises(mz.BadEdit, match="与前后各项都不同"):
        mz.replace(value, "/issues", (first.model_copy(update={"aspect": SECOND}), second, third, fourth))


def _crossings() -> Iterator[tuple[mz.Document, mz.SelfExamination]]:
    for one in specimens():
        doc = mz.open(stored(one))
        value = doc.read().value
        if not isinstance(value, mz.SelfExamination):
            continue
        for index in range(0, len(value.issues), 3):
            for aspect in dict.fromkeys(issue.aspect for issue in value.issues if issue.aspect):
                if value.issues[index].aspect in (None, aspect):
                    continue
                try:
                    yield doc, mz.replace(value, f"/issues/{index}/aspect", aspect)
                except mz.BadEdit as error:
                    assert "\n" not in str(error)


def test_in_the_drafts_of_many_hands_it_is_in_place_or_refused() -> None:
    became: Counter[str] = Counter()
    for doc, new in _crossings():
        before = doc.to_bytes()
        try:
            written = doc.write(new)
        except mz.BadEdit as error:
            assert "\n" not in str(error)
            assert doc.to_bytes() == before
            became[error.code] += 1
            continue
        became["written"] += 1
        assert _told(_examination(written)) == _told(new)
        assert _words(written) == _words(doc), "words came or went"
    assert became["written"] > 3 * (became.total() - became["written"]), became


def _words(doc: mz.Document) -> Counter[str]:
    """The characters of a document but for those that number its items."""
    numbers = "一二三四五六七八九十第是其首先次再最后"
    return Counter(
        c for line in doc.lines for c in line.text[line.auto :] if "\u4e00" <= c <= "\u9fff" and c not in numbers
    )
