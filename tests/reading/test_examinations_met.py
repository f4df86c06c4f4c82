"""Self-examinations of other hands: numbers before figures, tables apart, causes told alike, aspects that siblings tell."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.items import LinkBasis
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

TEAM = "某局党组领导班子2025年度民主生活会对照检查材料"
ISSUES = "一、存在的问题\n1.学习不够系统。\n2.调研不深入。\n"


def read(text: str | bytes) -> tuple[mz.Document, SelfExamination]:
    doc = mz.open(text if isinstance(text, bytes) else text.encode())
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return doc, value


@pytest.mark.parametrize(
    "rows",
    [
        ("1、每月学习一次。", "2、2号高炉二月底前拆除。", "3、每周走访一次。"),
        ("1、每月学习一次。", "2、每周走访一次。", "3、1号楼电梯三月底前换好。"),
        ("1、5号码头停用。", "2、每月学习一次。"),
        ("1.每月学习一次。", "2.11件积案逐件办结。"),
        ("1.每月学习一次。", "2.3名缺岗人员补齐。", "3.每周走访一次。"),
    ],
)
def test_a_number_before_a_figure_counts(rows: tuple[str, ...]) -> None:
    doc, value = read(f"{TEAM}\n{ISSUES}二、整改措施\n" + "\n".join(rows))
    assert [one.label for one in value.measures] == [row[:2] for row in rows]
    assert "NUM002" not in [one.code for one in mz.check(value, doc).findings]


@pytest.mark.parametrize(
    "rows", [("3、4个月内走访一遍。",), ("1、2号高炉停产。",), ("1.每月学习一次。", "2.5万元拨付到位。")]
)
def test_two_numbers_may_be_one_figure(rows: tuple[str, ...]) -> None:
    _, value = read(f"{TEAM}\n{ISSUES}二、整改措施\n" + "\n".join(rows))
    assert value.measures[-1].label is None or value.measures[-1].text != rows[-1][2:]


@pytest.mark.parametrize("second", ["2.11件积案逐件办结", "2、8号楼电梯换新"])
def test_a_number_before_a_figure_counts_in_a_cell(second: str) -> None:
    head = "某局2025年度民主生活会整改台账"
    mark = second[1]
    rows = (head, "|序号|问题|整改措施|责任人|完成时限|", f"|1|积案多|1{mark}每月通报⏎{second}|张三|2026年3月底前|")
    value = mz.open(word(rows)).read().value
    assert isinstance(value, mz.Ledger)
    assert [one.text for one in value.entries[0].measures] == ["每月通报", second[2:]]


PROBLEMS = ("|方面|编号|问题|证据|", "|理论学习|1|学用两张皮|纪要12份|", "|担当作为|2|改革停了半年|目标四成|")
ANSWERS = {
    "numbers of the problems": ("|问题编号|措施|责任人|时限|", "|2|重启改革|张三|2026年3月底前|", "|1|学一次议一件|李四|2026年6月底前|"),
    "numbers they answer": ("|对应问题|整改措施|责任领导|完成时间|", "|2|重启改革|张三|2026年3月底前|", "|1|学一次议一件|李四|2026年6月底前|"),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_problems_and_measures_in_tables_of_their_own(name: str) -> None:
    text = (TEAM, "一、问题", *PROBLEMS, "二、原因", "1.软的让硬的。", "三、措施", *ANSWERS[name])
    _, value = read(word(text))
    assert [(one.aspect, one.text) for one in value.issues] == [
        ("理论学习", "学用两张皮"),
        ("担当作为", "改革停了半年"),
    ]
    assert [(one.text, one.owner, one.due) for one in value.measures] == [
        ("重启改革", "张三", "2026年3月底前"),
        ("学一次议一件", "李四", "2026年6月底前"),
    ]
    told = [(link.issue, link.measure) for link in value.links if link.basis is LinkBasis.LABEL]
    assert told == [("i2", "m1"), ("i1", "m2")]


def test_a_table_of_causes_stands_by_itself() -> None:
    causes = ("|序号|根源|", "|1|政绩观有偏差|", "|2|怕担责任|")
    _, value = read(
        word((TEAM, "一、问题", *PROBLEMS, "二、原因", *causes, "三、措施", *ANSWERS["numbers they answer"]))
    )
    assert [one.text for one in value.causes] == ["政绩观有偏差", "怕担责任"]


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("政治站位不高，存在过关思想。为民情怀不深，办事图省力。规矩意识不强，程序能省就省。", 3),
        ("宗旨意识淡了。斗争精神弱了。规矩观念松了。", 3),
        ("学习与业务结合不紧；以客户为中心的理念不牢；考核没有真正兑现。", 3),
        ("理想信念教育抓得不常，群众观念随着任务加重而淡化，风险意识跟不上形势，是问题产生的主要根源。", 3),
        ("政绩观有偏差，责任心没有压实到岗，党性锻炼不够经常，是造成上述问题的根本原因。", 3),
        ("理想信念不够坚定。学习抓得不紧，满足于完成任务。自我要求不严，放松了改造。", 1),
        ("宗旨意识淡了。总觉得自己下去得够多了。没有真正蹲下来听。", 1),
        ("党性锻炼不够，组织生活有时应付。这几年忙于事务，放松了学习。特别是对自己要求不严，得过且过。", 1),
    ],
)
def test_causes_told_alike_stand_side_by_side(text: str, causes: int) -> None:
    _, value = read(f"{TEAM}\n{ISSUES}二、原因分析\n{text}\n三、整改措施\n1.每月学习一次。")
    assert len(value.causes) == causes


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("保供责任还有短板。有的同志认为保供是调度的事；迎峰度夏期间，应急预案上的电话还是老主任的。", 1),
        ("减负不实。每月报表47张，有的抬头不同；班组长说，白天跑线路，晚上跑表格。", 1),
        ("学习不够系统；调研不够深入；批评不敢较真。", 3),
    ],
)
def test_what_stands_beside_a_detail_is_one_too(text: str, issues: int) -> None:
    aspects = f"（一）政治素质方面\n{text}\n（二）能力本领方面\n本领恐慌，懂行的人少。\n"
    _, value = read(f"{TEAM}\n一、检视问题\n{aspects}二、整改措施\n1.每月学习一次。")
    assert len(value.issues) == issues + 1


def test_aspects_that_siblings_tell() -> None:
    rows = ("理想信念：士气低了", "政治纪律和政治规矩：讲条件", "担当作为：主意不定", "组织生活：请假成习惯")
    text = "\n".join(f"（{n}）{row}，一年里有两次。" for n, row in zip("一二三四", rows, strict=True))
    _, value = read(f"{TEAM}\n一、主要问题\n{text}\n二、整改措施\n1.每月学习一次。")
    assert [one.aspect for one in value.issues] == [row.split("：")[0] for row in rows]


MEMBER = "某镇党委委员张三2023年度民主生活会发言材料"
MIRRORS = "我想立起三面镜子。\n第一面镜子：理论学习。讲义用的还是十年前的。\n第二面镜子：能力本领。方案拖了三年。\n第三面镜子：工作作风。接待日有牌子没有人。\n"
ESSAY_CAUSES = {
    "asked in a sentence": "照完镜子，再问一句为什么。想来想去，无非两层：把学问当成了护身符；把惯例当成了规矩。",
    "asked in a question": "为什么会这样？说到底是两层：把学问当成了护身符；把惯例当成了规矩。",
    "named": "根子在哪里，我看有两个：把学问当成了护身符；把惯例当成了规矩。",
}


@pytest.mark.parametrize("name", ESSAY_CAUSES)
def test_things_that_the_paper_calls_by_a_word_of_its_own(name: str) -> None:
    plans = "知病还须下药，我开了几味：\n重写讲义，2024年6月底前完成。\n方案2024年3月底前拿出来。\n每周三坐在办公室，长期坚持。\n"
    doc, value = read(f"{MEMBER}\n{MIRRORS}{ESSAY_CAUSES[name]}\n{plans}愿与诸位同志共勉。")
    assert [(one.aspect, one.label) for one in value.issues] == [
        ("理论学习", None),
        ("能力本领", None),
        ("工作作风", None),
    ]
    assert [one.text.rstrip("。") for one in value.causes] == ["把学问当成了护身符", "把惯例当成了规矩"]
    assert [one.due for one in value.measures] == ["2024年6月底前", "2024年3月底前", "长期坚持"]
    assert value.closing == ("愿与诸位同志共勉。",)
    assert not [one for one in mz.check(value, doc).findings if one.level is mz.Level.MUST]


@pytest.mark.parametrize("word_of_its_own", ["记警钟", "道坎", "本账"])
def test_other_words_of_its_own(word_of_its_own: str) -> None:
    text = MIRRORS.replace("面镜子：", f"{word_of_its_own}，").replace("三面镜子", "三样")
    _, value = read(f"{MEMBER}\n{text}为什么会这样？两层：把学问当成了护身符；把惯例当成了规矩。")
    assert len(value.issues) == 3


def test_paragraphs_behind_the_last_thing_may_be_another_part() -> None:
    doc, value = read(f"{MEMBER}\n{MIRRORS}镜子照得人脸红。\n回头看这些年，心气散了，劲头没了。\n往事不可追。")
    assert "reading-unsure" in [one.code for one in doc.read().notices]
    assert not [one for one in mz.check(value, doc).findings if one.level is mz.Level.MUST]


SPOKEN = {
    "counted": "我对着查了，实打实说有三条。头一条，报告讲得跟村里的事挂不上钩。第二条，村里的事我一个人定得多。第三条，服务站挂牌三年，电脑上落了灰。",
    "looked for": "对照要求查了查问题：一是报告讲得跟村里的事挂不上钩；二是村里的事我一个人定得多；三是服务站挂牌三年，电脑上落了灰。",
}


@pytest.mark.parametrize("name", SPOKEN)
def test_a_spoken_paper_lists_its_problems_in_one_paragraph(name: str) -> None:
    roots = "要问根子，我当家当惯了；再就是，不肯学新东西。"
    plans = "往后我这样办：每月学一回，明年三月底前讲明白；花钱的事一律上会，从今天起就这么定；监测户一星期跑一趟，一直坚持。"
    doc, value = read(f"{MEMBER}\n各位同志，我文化不高。\n{SPOKEN[name]}\n{roots}\n{plans}\n就这些，请大家批评。")
    assert [one.text.rstrip("。；") for one in value.issues] == [
        "报告讲得跟村里的事挂不上钩", "村里的事我一个人定得多", "服务站挂牌三年，电脑上落了灰",
    ]  # fmt: skip
    assert [one.text for one in value.causes] == ["我当家当惯了", "不肯学新东西。"]
    assert [one.due for one in value.measures] == ["明年三月底前", "从今天起就这么定", "一直坚持"]
    assert not [one for one in mz.check(value, doc).findings if one.level is mz.Level.MUST]


def test_a_list_of_what_was_done_is_none_of_problems() -> None:
    done = "今年抓了三件事。第一件，修了两条路。第二件，建了一个文化广场。第三件，开了三次大会。"
    _, value = read(f"{MEMBER}\n各位同志，我文化不高。\n{done}\n往后我这样办：每月学一回；每周跑一趟，一直坚持。")
    assert value.issues == ()


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("窗口的空调立行立改。", "立行立改"),
        ("每月坐班一天，二楼的灯立查立改。", "立查立改"),
        ("对查摆的问题要立行立改。", None),
        ("坚持立行立改。", None),
        ("凡花钱的事上会，从现在起就照此办。", "从现在起就照此办"),
        ("稿子互相查重，2026年度民主生活会前落实。", "2026年度民主生活会前"),
        ("台账逐条销号，下次民主生活会前办结。", "下次民主生活会前"),
    ],
)
def test_by_when_as_people_say_it(said: str, due: str | None) -> None:
    _, value = read(f"{TEAM}\n{ISSUES}二、整改措施\n1.每月学习一次。\n2.{said}")
    assert value.measures[-1].due == due


CHAPTERS = "一、思想政治方面\n1.学习不够系统。\n二、精神状态方面\n1.进取心不强。\n三、工作作风方面\n1.审批多，一张单子七个人签。\n2.下基层少。\n"


@pytest.mark.parametrize("plans", ["今后努力的方向和措施：", "下一步整改措施：", "整改打算："])
@pytest.mark.parametrize(
    "roots", ["上述问题的原因，概括起来有三条：", "以上问题产生的根源，归纳起来看，主要有三个方面：", "究其原因，"]
)
def test_parts_without_numbers_behind_chapters_of_aspects(plans: str, roots: str) -> None:
    causes = "一是理论没有入脑入心；二是守成思想重；三是管理靠审批。"
    text = f"{TEAM}\n{CHAPTERS}{roots}{causes}\n{plans}\n1.固定设置思想政治议题，2026年2月底前。\n2.签字减到三个，2026年4月底前。"
    _, value = read(text)
    assert [one.aspect for one in value.issues] == ["思想政治方面", "精神状态方面", "工作作风方面", "工作作风方面"]
    assert [one.text.rstrip("。") for one in value.causes] == ["理论没有入脑入心", "守成思想重", "管理靠审批"]
    assert [one.due for one in value.measures] == ["2026年2月底前", "2026年4月底前"]


def test_parts_named_in_each_chapter_stand_below_it() -> None:
    chapter = "{n}、{name}方面\n主要问题：\n1.学习不够系统。\n整改措施：\n1.每月学习一次。\n"
    text = "".join(
        chapter.format(n=n, name=name) for n, name in zip("一二三", ("思想政治", "精神状态", "工作作风"), strict=True)
    )
    _, value = read(f"{TEAM}\n{text}")
    assert [one.aspect for one in value.measures] == ["思想政治方面", "精神状态方面", "工作作风方面"]


@pytest.mark.parametrize(
    "title", ["以案促改“半篇文章”", "典型案例通报了事", "上年度整改落实打折扣", "重大事项报告走样"]
)
def test_a_number_within_an_aspect_counts_a_problem(title: str) -> None:
    text = (
        "一、存在的问题\n（一）带头增强党性方面\n1.学习不深\n一年只学了三次。\n（二）带头履行责任方面\n"
        f"1.协助职责履行不充分\n一年没有发出一份建议。\n2.{title}\n发出建议书33份，回访5份。\n"
    )
    _, value = read(f"{TEAM}\n{text}二、原因分析\n1.宗旨意识不强。\n三、整改措施\n1.逐份回访。")
    assert [one.text.split("\n")[0] for one in value.issues] == ["学习不深", "协助职责履行不充分", title]


def test_a_case_told_beside_the_aspects_is_none_of_their_problems() -> None:
    text = "一、存在的问题\n（一）带头增强党性方面\n1.学习不深。\n2.调研不多。\n（二）典型案例剖析\n对照某案，本人深受警醒。\n"
    _, value = read(f"{TEAM}\n{text}二、原因分析\n1.宗旨意识不强。\n三、整改措施\n1.逐份回访。")
    assert len(value.issues) == 2
    assert len(value.case_reflections) == 1


@pytest.mark.parametrize(
    ("said", "owner", "department"),
    [
        ("退回重写，由县委组织部负责，3月底前落实到位。", "县委组织部", None),
        ("改造20处，由常务副县长负总责，3月底前完成。", "常务副县长", None),
        ("完成首批登记，由镇党委书记、镇长负责，3月底前完成。", "镇党委书记、镇长", None),
        ("出台办法，由分管农业的副县长牵头，县自然资源局负责落实，3月底前印发。", "分管农业的副县长", "县自然资源局"),
        ("由党组书记负总责，机关党支部具体落实，3月底前补完欠账。", "党组书记", "机关党支部"),
        ("撂荒地由农业站逐块定人，3月底前验收，由韦立春牵头。", "韦立春", "农业站"),
        ("报表由数字化部统一出口。责任人：季红梅，完成时限：3月31日。", "季红梅", "数字化部"),
        ("办好三件事，由张三牵头，审计科抽查，3月底前完成。", "张三", None),
        ("由我分管的会议今后每月不超过两次，从即日起执行。", None, None),
        ("六个小区的筹备组2026年4月底前补充人选。", None, None),
    ],
)
def test_who_answers_and_which_unit_does_it(said: str, owner: str | None, department: str | None) -> None:
    _, value = read(f"{TEAM}\n{ISSUES}二、整改措施\n1.每月学习一次。\n2.{said}")
    assert (value.measures[-1].owner, value.measures[-1].department) == (owner, department)


OWN_NAMES = {
    "one character each": "\n{}症：{}\n因：{}\n方：{}",
    "two of which one is known": "\n{}病象：{}\n病根：{}\n药方：{}",
    "in one paragraph": "\n{}病：{}根：{}治：{}",
    "bracketed": "\n{}【亮丑】：{}\n【寻根】：{}\n【亮剑】：{}",
    "numbered": "\n{}1.照见：{}\n2.挖出：{}\n3.去做：{}",
}


@pytest.mark.parametrize("form", OWN_NAMES)
def test_names_that_recur_in_one_order_name_the_parts(form: str) -> None:
    told = (
        ("一、带头强化政治忠诚、提高政治能力", "\n", "排班会上学习排在最后，全年划掉七次。", "心里生产是硬的。", "学习排第一项，2026年全年。"),
        ("二、带头固本培元、增强党性", "\n", "党课照着稿子念。", "嘴到心没到。", "2026年3月底前到班组讲一次。"),
        ("三、带头敬畏人民、敬畏组织、敬畏法纪", "\n", "浴室排队，我批了两年统筹。", "忘了夜班的滋味。", "2026年5月1日前加装喷头。"),
    )  # fmt: skip
    form = OWN_NAMES[form].replace("\n{}", "{}{}", 1)
    _, value = read("2025年度民主生活会个人对照检查材料\n" + "\n".join(form.format(*one) for one in told))
    assert [one.text for one in value.issues] == [one[2] for one in told]
    assert [one.text for one in value.causes] == [one[3] for one in told]
    assert [one.text for one in value.measures] == [one[4] for one in told]
    assert [one.aspect for one in value.causes] == [one[0][2:] for one in told]


@pytest.mark.parametrize("second", ["例：{}次没有去。", "比：兄弟单位去了{}次。", "后果：群众{}个月没有等到回话。"])
def test_a_name_before_cases_is_none_of_a_part(second: str) -> None:
    told = "".join(f"\n{n}、{name}\n问题：下乡少。\n{second.format(n + 3)}\n措施：2026年{n + 3}月底前下乡。" for n, name in enumerate(("学习", "作风"), 1))  # fmt: skip
    _, value = read("2025年度民主生活会个人对照检查材料" + told)
    assert len(value.issues) == 2
    assert not value.causes


@pytest.mark.parametrize("names", [("松", "竹", "梅"), ("红", "黄", "绿"), ("早", "中", "晚")])
def test_names_that_recur_and_say_nothing_are_a_doubt(names: tuple[str, ...]) -> None:
    told = (("学习抓得不紧。", "下乡少。", "开会多。"), ("酒局没有推掉。", "文件不改就发。", "说过的话没有兑现。"))
    aspects = ("一、带头强化政治忠诚、提高政治能力", "二、带头固本培元、增强党性")
    lines = [f"{name}：{said}" for some in told for name, said in zip(names, some, strict=True)]
    doc, value = read("\n".join(("2025年度民主生活会个人对照检查材料", aspects[0], *lines[:3], aspects[1], *lines[3:])))
    result = mz.check(value, doc)
    assert result.verdict is not mz.Verdict.PASS
    assert not [one for one in result.findings if one.level is mz.Level.MUST and one.code in ("CAU001", "MEA001")]
    assert any("看不出哪个写的是问题" in one.reason for one in result.unchecked)


IN_SPEECH = f"{MEMBER}\n一、问题在哪\n一是夜校停了半年。二是账目不公开。三是水渠没有人清。\n二、根在哪\n{{}}\n三、往后的措施\n{{}}"


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("夜校一月一次，长期坚持。账目贴到组里，马上就办。水渠2026年5月前清完。", 3),
        ("往后咋弄，也定了。夜校一月一次，小何叫人。账贴到组里，老周管。水渠2026年5月前清完。", 3),
        ("打算这么办：夜校下月开起来，2026年3月底前。欠的账自己去公开，立行立改。", 2),
        ("针对问题1，夜校一月一次，2026年3月起。针对问题2，账目公开。先贴到组里。针对问题3，水渠2026年5月前清完。", 3),
        ("今后，我从三件事改起。夜校一月一次。账目每季公开。水渠开春就清。", 3),
        ("夜校一月一次。2026年3月底前先把人叫齐。", 1),
        ("夜校2026年3月底前开起来。先生2026年4月底前请来。课本2026年5月底前印好。上完课记一笔。", 1),
        ("夜校一月一次，2026年3月底前开起来。请来的先生由乡里定。课本自己带。上完课记一笔。", 1),
    ],
)
def test_sentences_of_a_paragraph_answer_the_problems_in_turn(text: str, measures: int) -> None:
    _, value = read(IN_SPEECH.format("一是怕麻烦。", text))
    assert len(value.measures) == measures


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("觉悟在退步。干劲在退潮。", ["觉悟在退步。", "干劲在退潮。"]),
        ("找找根子。没有人说的时候干久了，劲头松了。再就是没人盯着，自己放松。", ["没有人说的时候干久了，劲头松了。", "没人盯着，自己放松。"]),
        ("想来根子有两条。政治上不够清醒，把村里当生意。责任上不够到位，链条中间断了。", ["政治上不够清醒，把村里当生意。", "责任上不够到位，链条中间断了。"]),
        ("宗旨意识淡了。总觉得下去得够多了。", ["宗旨意识淡了。总觉得下去得够多了。"]),
    ],
)  # fmt: skip
def test_what_leads_in_causes_is_none(text: str, causes: list[str]) -> None:
    _, value = read(IN_SPEECH.format(text, "一是夜校一月一次。"))
    assert [one.text for one in value.causes] == causes


@pytest.mark.parametrize("names", [("问题", "原因", "措施"), ("存在问题", "根源", "整改措施")])
def test_three_paragraphs_correspond_sentence_by_sentence(names: tuple[str, str, str]) -> None:
    said = ("书只看了前三章。劳保鞋拖了半年没发。投票弃权两次。", "业务至上。好人思想。", "四月底前读完。鞋本月内发到人。投票必须写理由。")  # fmt: skip
    lines = [f"{name}：{text}" for name, text in zip(names, said, strict=True)]
    _, value = read("\n".join(("2021年度民主生活会个人对照检查材料", *lines)))
    assert [len(one) for one in (value.issues, value.causes, value.measures)] == [3, 2, 3]


def test_paragraphs_that_do_not_correspond_stay_whole() -> None:
    said = "问题：书只看了前三章。笔记也没有记。\n措施：四月底前读完。"
    _, value = read(f"2021年度民主生活会个人对照检查材料\n{said}")
    assert len(value.issues) == 1


DASHED = (
    "2024年度民主生活会个人对照检查材料\n一、查摆与剖析\n（一）理论学习方面。一台节目没看出问题{}\n（二）作风方面。住村少，三次当天回{}\n"
    "（三）担当方面。方案躺了一年{}\n二、今后打算\n一是节目三审，2025年2月底前。二是每季住村三天。"
)


@pytest.mark.parametrize(
    "causes",
    [
        ("我把审看当签字。", "我怕吃苦。", "我怕舆情。"),
        ("是把审看当成了签字。", "是怕吃苦。", "因为怕担责任。"),
        ("自己没有上心。", "怕吃苦。", "我嫌麻烦。"),
    ],
)
def test_causes_stand_behind_dashes(causes: tuple[str, str, str]) -> None:
    doc, value = read(DASHED.format(*(f"——{one}" for one in causes)))
    assert [one.text for one in value.causes] == list(causes)
    assert [one.aspect for one in value.causes] == [one.aspect for one in value.issues]
    assert not any("——" in one.text for one in value.issues)
    assert "CAU001" not in [one.code for one in mz.check(value, doc).findings]


@pytest.mark.parametrize("tail", ["值班的人都看过。", "群众有意见。"])
def test_what_may_be_a_cause_behind_a_dash_is_a_doubt(tail: str) -> None:
    doc, value = read(DASHED.format(*[f"——{tail}"] * 3))
    result = mz.check(value, doc)
    assert not value.causes
    assert "CAU001" not in [one.code for one in result.findings if one.level is mz.Level.MUST]
    assert any("破折号" in one.reason for one in result.unchecked)


def test_a_figure_behind_a_dash_is_no_cause() -> None:
    doc, value = read(DASHED.format(*["——全年只有3次。"] * 3))
    assert not value.causes
    assert [one.level for one in mz.check(value, doc).findings if one.code == "CAU001"] == [mz.Level.MUST]


@pytest.mark.parametrize("lead", ["党委检视到：", "主要查摆出：", "支部查找到的问题：", "我梳理发现："])
def test_who_looked_for_problems_is_none(lead: str) -> None:
    aspects = ("带头严守政治纪律和政治规矩，维护党的团结统一", "带头增强党性、严守纪律、砥砺作风")
    said = ("方案还是前年的。", "夜查平均9次，规定24次。")
    lines = [f"对照“{aspect}”，{lead}{text}" for aspect, text in zip(aspects, said, strict=True)]
    _, value = read("\n".join(("某农场党委班子2024年度民主生活会对照检查材料", "会前征求意见37条。", *lines)))
    assert [one.text for one in value.issues] == list(said)


def test_names_of_fields_are_none_of_parts() -> None:
    lines = ("一、学习方面", "事项：夜校停了。", "责任人：张三。", "时限：2026年3月底前开起来。")
    more = ("二、作风方面", "事项：水渠没有人清。", "责任人：李四。", "时限：2026年5月底前清完它。")
    _, value = read("\n".join(("2025年度民主生活会个人对照检查材料", *lines, *more)))
    assert not value.causes


def test_names_below_measures_are_none_of_problems() -> None:
    steps = ("头步：先请先生。", "二步：再叫人来。", "末步：2026年3月底前把课开起来。")
    text = "\n".join(("（一）学习方面", *steps, "（二）作风方面", *steps))
    _, value = read(f"{TEAM}\n{ISSUES}二、原因\n1.怕麻烦。\n三、整改措施\n{text}")
    assert len(value.issues) == 2
    assert len(value.causes) == 1
