"""The forms that are filled in by hand before a meeting, blank, for a roster: opinions, talks between members, criticisms."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from mzsh_model.kernel.errors import BadModel, expect
from mzsh_model.kinds.criticism_sheet.value import CriticismRow, CriticismSheet
from mzsh_model.kinds.opinion_form.value import OpinionForm
from mzsh_model.kinds.talk_record.value import TalkRecord
from mzsh_model.model.documents import DocumentValue

_CRITICISMS = ("序号", "批评人", "被批评人", "批评意见", "是否接受", "整改打算")


def blank_forms(roster: Sequence[str], *, organisation: str = "", year: int | None = None) -> dict[str, DocumentValue]:
    """Return the blank forms of a team by the path of their files, without suffix: `mz.write` makes a Word file of each.

    One 征求意见表, which asks for no name; a 谈心谈话记录 for every two members; a 批评意见表 for every member, with a row for each
    of the others. Nothing stands in them but names, unit and year: whoever fills one in gets it read as what it is.

    Raises:
        BadModel: the roster has fewer than two members, or one of them twice.
    """
    expect(roster, (list, tuple), "blank_forms 的第一个参数", "成员的姓名")
    names = ["".join(name.split()) for name in roster]
    if len(names) < 2 or len(set(names)) < len(names) or not all(names):
        raise BadModel(
            "blank-roster",
            "班子名单要有两名以上成员，每人写一次。请在 mzsh.toml 的 roster 里写明，或放进写有成员的材料",
        )
    meeting = f"{organisation}{f'{year}年度' if year else ''}民主生活会"
    made: dict[str, DocumentValue] = {"征求意见表": _opinion_form(meeting, names, year)}
    for talker, talked in combinations(names, 2):
        record = TalkRecord(title=f"{meeting}谈心谈话记录", year=year, talker=talker, talked=talked)
        made[f"谈心谈话记录/{talker}—{talked}"] = record
    for critic in names:
        made[f"批评意见表/{critic}"] = _criticism_sheet(meeting, critic, [one for one in names if one != critic], year)
    return made


def _opinion_form(meeting: str, names: Sequence[str], year: int | None) -> OpinionForm:
    asked = f"对班子成员的意见建议，请写明对哪一位：{'、'.join(names)}。"
    return OpinionForm(title=f"{meeting}征求意见表", year=year, remarks=(asked,))


def _criticism_sheet(meeting: str, critic: str, others: Sequence[str], year: int | None) -> CriticismSheet:
    rows = tuple(CriticismRow(number=str(n), critic=critic, target=one) for n, one in enumerate(others, 1))
    return CriticismSheet(title=f"{meeting}批评意见表", year=year, columns=_CRITICISMS, criticisms=rows)
