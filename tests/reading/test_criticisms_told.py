"""Criticisms by whatever form a report tells them: slips, what one received, speech, lists; critic and target by what they are called."""

from __future__ import annotations

import pytest

from tests.reading.test_members_in_turn import read


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "（三）相互批评 / 批评人：尉迟川；被批评人：欧阳敏。意见：什么事都要经你手。 / 批评人：和丽；被批评人：尉迟川。意见：说不清有多少账。",
            ["尉迟川>欧阳敏:什么事都要经你手", "和丽>尉迟川:说不清有多少账"],
        ),
        (
            "（三）相互批评（节录，全部6条见会议记录） / 1.批评人：尉迟川 / 被批评人：欧阳敏 / 批评意见：什么事都要经你手。 / 2.批评人：和丽 / 被批评人：尉迟川 / 批评意见：说不清有多少账。",
            ["尉迟川>欧阳敏:什么事都要经你手", "和丽>尉迟川:说不清有多少账"],
        ),
        (
            "相互批评情况： / 被批评人：欧阳敏\u3000批评人：尉迟川\u3000批评意见：什么事都要经你手。",
            ["尉迟川>欧阳敏:什么事都要经你手"],
        ),
        ("相互批评情况： / 提意见人尉迟川，被提意见人欧阳敏：什么事都要经你手。", ["尉迟川>欧阳敏:什么事都要经你手"]),
        (
            "（三）成员收到的意见 / 欧阳敏收到的意见：1.开会布置多；2.脾气急。 / 尉迟川收到的意见：值班迟到。",
            ["None>欧阳敏:开会布置多", "None>欧阳敏:脾气急", "None>尉迟川:值班迟到"],
        ),
        (
            "（三）相互批评 / 欧阳敏收到批评意见2条：一是开会布置多；二是脾气急。尉迟川收到批评意见1条：值班迟到。",
            ["None>欧阳敏:开会布置多", "None>欧阳敏:脾气急", "None>尉迟川:值班迟到"],
        ),
        (
            "大家给欧阳敏提的意见是开会布置多；给尉迟川提的意见是值班迟到；给和丽提的意见是账目公开慢。",
            ["None>欧阳敏:开会布置多", "None>尉迟川:值班迟到", "None>和丽:账目公开慢"],
        ),
        (
            "（三）相互批评 / 和丽当面跟老马讲：“你开会一言堂。”老马回敬和丽：“你报喜不报忧。”",
            ["和丽>老马:你开会一言堂", "老马>和丽:你报喜不报忧"],
        ),
        (
            "尉迟川先开口，对欧阳局长提了一条：“你批条子看人下菜。”欧阳局长当场认了。老马接着批评尉迟副局长：“值班电话打三遍才接。”",
            ["尉迟川>欧阳局长:你批条子看人下菜", "老马>尉迟副局长:值班电话打三遍才接"],
        ),
        (
            "尉迟川批评欧阳敏，说他听不得慢，催得急。和丽批评尉迟川，说他办事拖拉。",
            ["尉迟川>欧阳敏:听不得慢，催得急", "和丽>尉迟川:办事拖拉"],
        ),
        (
            "互相批评时，尉迟川批欧阳敏：点得多推得少。和丽批尉迟川：忘性大。",
            ["尉迟川>欧阳敏:点得多推得少", "和丽>尉迟川:忘性大"],
        ),
        ("尉迟川给欧阳敏提了两条意见，一条是开会长，一条是下乡少。", ["尉迟川>欧阳敏:开会长", "尉迟川>欧阳敏:下乡少"]),
        (
            "尉迟川说欧阳敏开会长，和丽说尉迟川下乡少，欧阳敏说和丽管账太死。",
            ["尉迟川>欧阳敏:开会长", "和丽>尉迟川:下乡少", "欧阳敏>和丽:管账太死"],
        ),
        (
            "（三）批评意见 / 尉迟川→欧阳敏：开会长 / 和丽→尉迟川：下乡少",
            ["尉迟川>欧阳敏:开会长", "和丽>尉迟川:下乡少"],
        ),
        (
            "（三）批评意见（3条） / - 尉迟川批评欧阳敏开会长 / - 和丽批评尉迟川下乡少 / - 欧阳敏批评和丽管账太死",
            ["尉迟川>欧阳敏:开会长", "和丽>尉迟川:下乡少", "欧阳敏>和丽:管账太死"],
        ),
        (
            "（三）相互批评 / 对欧阳敏： / 尉迟川：开会长。 / 和丽：脾气急。 / 对尉迟川： / 欧阳敏：下乡少。",
            ["尉迟川>欧阳敏:开会长", "和丽>欧阳敏:脾气急", "欧阳敏>尉迟川:下乡少"],
        ),
        (
            "尉迟川对欧阳敏的批评意见：一是开会长；二是脾气急。和丽对尉迟川的批评意见：下乡少。",
            ["尉迟川>欧阳敏:开会长", "尉迟川>欧阳敏:脾气急", "和丽>尉迟川:下乡少"],
        ),
        ("尉迟川向欧阳敏同志提出批评：抓学习不够；希望多下基层。", ["尉迟川>欧阳敏:抓学习不够；希望多下基层"]),
    ],
)
def test_who_criticises_whom(said: str, wanted: list[str]) -> None:
    value = read(said).value
    told = [f"{one.critic}>{one.target}:{one.text.strip('“”。；')}" for one in value.criticisms]
    assert told == wanted
    assert not value.member_issues
    assert len(value.team_issues) == 2


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("2.个人。欧阳敏——不敢严管。尉迟川——教材没有换。和丽——记录集中补写。", ["欧阳敏", "尉迟川", "和丽"]),
        ("欧阳敏自我批评：放权不放心。副局长尉迟川自我批评：查岗只查白班。", ["欧阳敏", "尉迟川"]),
    ],
)
def test_own_problems_are_no_criticisms(said: str, wanted: list[str]) -> None:
    value = read(said).value
    assert [one.member for one in value.member_issues] == wanted
    assert not value.criticisms


def test_the_problem_is_told_without_the_word_for_it() -> None:
    value = read("欧阳敏检查了自己开会念稿子的问题，尉迟川检查了自己采购询价走形式的问题。").value
    assert [one.text for one in value.member_issues] == ["开会念稿子", "采购询价走形式"]


def test_the_team_beside_its_members_in_one_sentence() -> None:
    said = "对照党章党规方面，班子认为会议记录不完整，欧阳敏个人认领的是末位表态坚持得不好，副局长尉迟川个人认领的是执行报备不严。"
    value = read(said).value
    assert [one.text for one in value.team_issues[2:]] == ["会议记录不完整"]
    assert [(one.member, one.text) for one in value.member_issues] == [
        ("欧阳敏", "末位表态坚持得不好"),
        ("尉迟川", "执行报备不严"),
    ]
