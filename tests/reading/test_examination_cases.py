"""Self-examinations in the shapes that clerks give them: each kind of fault once met, with relatives of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination

ISSUES = "一、存在的问题 / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。"
CAUSES = "二、原因分析 / 一是理想信念不坚定。 / 二是宗旨意识淡薄。"
MEASURES = "三、整改措施 / 一是加强理论学习，每周读书2小时。 / 二是深入一线调研，每月不少于2次。"
READ = {"issues": ["学习不够", "调研不够"], "causes": ["理想信念", "宗旨意识"], "measures": ["加强理论", "深入一线"]}


class Case(NamedTuple):
    """Chapters in place of the frame's, and how what is read from them begins."""

    name: str
    issues: str = ISSUES
    causes: str = CAUSES
    measures: str = MEASURES
    begins: Mapping[str, list[str]] = MappingProxyType({})
    aspects: list[str | None] | None = None


CASES = [
    Case(
        "a6-one-short-measure",
        measures="三、整改措施 / 针对学习方面的问题，2026年6月底前读完4本书。",
        begins={"measures": ["针对学习"]},
    ),
    Case(
        "a6-for-a-lack",
        measures="三、努力方向 / 针对调研不深的不足，每月下基层两次。",
        begins={"measures": ["针对调研"]},
    ),
    Case("a6-from-now-on", measures="三、整改措施 / 今后，每季度下基层一次。", begins={"measures": ["今后"]}),
    Case("a6-next", measures="三、下步打算 / 下一步，建立督办台账。", begins={"measures": ["下一步"]}),
    Case(
        "a7-measures",
        measures="三、整改措施 / 下一步我将从三个方面改进。一是加强学习。每周读书两小时。 / 二是加强督办。每月通报一次。",
        begins={"measures": ["加强学习", "加强督办"]},
    ),
    Case(
        "a7-issues",
        issues="一、存在的问题 / 对照检查，主要有两个方面。一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。",
    ),
    Case("a7-causes", causes="二、原因分析 / 究其原因，主要有以下几点：一是理想信念不坚定。 / 二是宗旨意识淡薄。"),
    Case("a7-points", causes="二、原因分析 / 剖析起来，原因有两点。一是理想信念不坚定。 / 二是宗旨意识淡薄。"),
    Case(
        "a7-digits",
        measures="三、整改措施 / 今后重点做好两件事：1.加强理论学习，每周读书2小时。 / 2.深入一线调研，每月不少于2次。",
    ),
    Case(
        "a10-make-up",
        measures="三、立说立行，补齐短板 / 一是加强理论学习，每周读书2小时。 / 二是深入一线调研，每月不少于2次。",
    ),
    Case(
        "a10-right-medicine",
        measures="三、对症下药，从严从实改 / 一是加强理论学习，每周读书2小时。 / 二是深入一线调研，每月不少于2次。",
    ),
    Case(
        "a10-mirror",
        issues="一、揭短亮丑，画准自画像 / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。",
        causes="二、刨根究底，把准病脉 / 一是理想信念不坚定。 / 二是宗旨意识淡薄。",
        measures="三、立说立行，补齐短板 / 一是加强理论学习，每周读书2小时。 / 二是深入一线调研，每月不少于2次。",
    ),
    Case(
        "a10-couplets",
        issues="一、照镜子，把自己摆进去 / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。",
        causes="二、挖思想，在灵魂深处找 / 一是理想信念不坚定。 / 二是宗旨意识淡薄。",
        measures="三、开药方，在落细落实上见真章 / 一是加强理论学习，每周读书2小时。 / 二是深入一线调研，每月不少于2次。",
    ),
    Case(
        "a10-short-boards",
        measures="三、靶向发力，补短板强弱项 / 一是加强理论学习，每周读书2小时。 / 二是深入一线调研，每月不少于2次。",
    ),
    Case(
        "a10-idioms",
        issues="一、揭短亮丑，画准自画像 / 一是以会议落实会议、以文件落实文件。 / 二是吃老本，锐气减了。",
        causes="二、追根溯源，号准病脉 / 一是理想信念不坚定。 / 二是宗旨意识淡薄。",
        begins={"issues": ["以会议", "吃老本"]},
    ),
    Case(
        "a11-labels",
        issues="一、问题、成因及措施 / 问题1：学习不够系统，4本书只读了2本。 / 成因：理想信念不坚定。 / 措施：加强理论学习，每周读书2小时。"
        " / 问题2：调研不够深入，全年下基层3次。 / 成因：宗旨意识淡薄。 / 措施：深入一线调研，每月不少于2次。",
        causes="",
        measures="",
    ),
    Case(
        "a11-root",
        issues="一、存在的问题 / 问题一：学习不够系统，4本书只读了2本。 / 根源：理想信念不坚定。 / 整改措施：加强理论学习，每周读书2小时。"
        " / 问题二：调研不够深入，全年下基层3次。 / 症结所在：宗旨意识淡薄。 / 整改措施：深入一线调研，每月不少于2次。",
        causes="",
        measures="",
    ),
    Case(
        "a11-run-in",
        issues="一、存在的问题 / 1.学习不够系统，4本书只读了2本。症结：理想信念不坚定。整改举措：加强理论学习，每周读书2小时。"
        " / 2.调研不够深入，全年下基层3次。症结：宗旨意识淡薄。整改举措：深入一线调研，每月不少于2次。",
        causes="",
        measures="",
    ),
    Case(
        "a11-analysis",
        issues="一、存在的问题 / （一）学习不够系统，4本书只读了2本。 / 成因分析：理想信念不坚定。 / 改进措施：加强理论学习，每周读书2小时。"
        " / （二）调研不够深入，全年下基层3次。 / 思想根源：宗旨意识淡薄。 / 改进措施：深入一线调研，每月不少于2次。",
        causes="",
        measures="",
    ),
    Case(
        "a12-at-root",
        issues="一、存在的问题及原因 / 1.学习不够系统，4本书只读了2本。究其原因，理想信念不坚定。 / 2.调研不够深入，全年下基层3次。究其根源，宗旨意识淡薄。",
        causes="",
        measures=MEASURES.replace("三、", "二、"),
    ),
    Case(
        "a12-own-paragraph",
        issues="一、存在的问题 / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。"
        " / 产生上述问题的原因，主要有以下几个方面： / 一是理想信念不坚定。 / 二是宗旨意识淡薄。",
        causes="",
        measures=MEASURES.replace("三、", "二、"),
    ),
    Case(
        "a12-why",
        issues="一、存在的问题 / 1.学习不够系统，4本书只读了2本。 / 2.调研不够深入，全年下基层3次。"
        " / 剖析以上问题产生的根源，主要在于： / 1.理想信念不坚定。 / 2.宗旨意识淡薄。",
        causes="",
        measures=MEASURES.replace("三、", "二、"),
    ),
    Case(
        "a12-dig",
        issues="一、检视问题与剖析原因 / （一）学习不够系统，4本书只读了2本。深挖根源，理想信念不坚定。 / （二）调研不够深入，全年下基层3次。分析原因，主要是宗旨意识淡薄。",
        causes="",
        measures=MEASURES.replace("三、", "二、"),
        begins={"causes": ["理想信念", "宗旨意识"]},
    ),
    Case(
        "a13-brackets",
        issues="【问题表现】①学习不够系统，4本书只读了2本。②调研不够深入，全年下基层3次。",
        causes="【原因分析】①理想信念不坚定。②宗旨意识淡薄。",
        measures="【整改措施】①加强理论学习，每周读书2小时。②深入一线调研，每月不少于2次。",
    ),
    Case(
        "a13-clauses",
        issues="【存在问题】1.学习不够系统，4本书只读了2本。2.调研不够深入，全年下基层3次。",
        causes="【产生原因】一是理想信念不坚定。二是宗旨意识淡薄。",
        measures="【整改措施】1.加强理论学习，每周读书2小时。2.深入一线调研，每月不少于2次。",
    ),
    Case(
        "a13-below-an-item",
        issues="一、查摆的问题 / （一）政治忠诚方面 / 【问题表现】学习不够系统，4本书只读了2本。 / 【原因分析】理想信念不坚定。 / 【整改措施】加强理论学习，每周读书2小时。"
        " / （二）为民服务方面 / 【问题表现】调研不够深入，全年下基层3次。 / 【原因分析】宗旨意识淡薄。 / 【整改措施】深入一线调研，每月不少于2次。",
        causes="",
        measures="",
    ),
    Case(
        "a13-square",
        issues="[问题表现]一是学习不够系统，4本书只读了2本。二是调研不够深入，全年下基层3次。",
        causes="[原因分析]一是理想信念不坚定。二是宗旨意识淡薄。",
        measures="[整改措施]一是加强理论学习，每周读书2小时。二是深入一线调研，每月不少于2次。",
    ),
    Case(
        "a14-two-lists",
        issues="一、存在的问题 / 班子存在的问题主要有： / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。"
        " / 班子成员存在的问题主要集中在2个方面： / 一是担当不够。 / 二是批评不够。",
        begins={"issues": ["学习不够", "调研不够", "担当不够", "批评不够"]},
    ),
    Case(
        "a14-idioms",
        issues="一、存在的问题 / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。"
        " / 班子成员存在的问题主要集中在2个方面： / 一是以会议落实会议。 / 二是吃老本，锐气减了。",
        begins={"issues": ["学习不够", "调研不够", "以会议", "吃老本"]},
    ),
    Case(
        "a18-aspect-chapter",
        issues="一、带头深刻感悟“两个确立”的决定性意义 / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。",
        aspects=["带头深刻感悟“两个确立”的决定性意义"] * 2,
    ),
    Case(
        "a25-contents",
        issues="目  录 / 一、存在的问题\t1 / 二、原因分析\t2 / 三、整改措施\t3 / " + ISSUES,
    ),
    Case(
        "a25-dots",
        issues="目录 / 一、存在的问题……1 / 二、原因分析……2 / 三、整改措施……3 / " + ISSUES,
    ),
    Case(
        "b5-one-paragraph",
        measures="三、整改措施 / 1、加强理论学习，每月1次。2、深入一线调研，改进作风。3、从严管理，每季通报。",
        begins={"measures": ["加强理论", "深入一线", "从严管理"]},
    ),
    Case("b6-clauses", causes="二、原因分析 / 主要原因是：理想信念不坚定；宗旨意识淡薄。"),
    Case("b6-sides", causes="二、原因分析 / 一方面，理想信念不坚定。另一方面，宗旨意识淡薄。"),
    Case(
        "b6-three",
        causes="二、原因分析 / 究其根源，在于：理想信念不坚定；宗旨意识淡薄；党性锻炼松懈。",
        begins={"causes": ["理想信念", "宗旨意识", "党性锻炼"]},
    ),
    Case("b6-sides-clause", causes="二、原因分析 / 一方面是理想信念不坚定；另一方面是宗旨意识淡薄。"),
    Case(
        "b7-label-sentence",
        issues="一、存在的问题 / 落实上级部署存在等靠现象。接到文件后先看别人怎么做，推进起来劲头不足。",
        begins={"issues": ["落实上级"]},
    ),
    Case(
        "b7-two-paragraphs",
        issues="一、存在的问题 / 理论学习抓得不紧。平时忙于事务，读原著的时间不多。 / 调查研究浮于表面。下去次数少，带回来的问题不多。",
        begins={"issues": ["理论学习", "调查研究"]},
    ),
    Case(
        "b8-gaps",
        issues="一、存在的问题 / （一）严守政治纪律和政治规矩。还存在以下差距：学习不够系统；调研不够深入",
        begins={"issues": ["学习不够", "调研不够"]},
        aspects=["严守政治纪律和政治规矩"] * 2,
    ),
    Case(
        "b9-heading",
        measures="三、整改措施 / （一）针对理论学习方面的问题 / 加强理论学习，每周读书2小时。 / （二）针对调查研究方面的问题 / 深入一线调研，每月不少于2次。",
    ),
    Case(
        "b9-about",
        measures="三、整改措施 / （一）关于理论学习方面的问题 / 1.加强理论学习，每周读书2小时。 / （二）关于调研方面的问题 / 1.深入一线调研，每月不少于2次。",
    ),
    Case(
        "b11-none",
        issues="一、存在的问题 / （一）政治忠诚方面：学习不够系统，4本书只读了2本。 / （二）担当作为方面：调研不够深入，全年下基层3次。 / （三）廉洁自律方面：无",
    ),
    Case(
        "b11-no-such",
        issues="一、存在的问题 / （一）政治忠诚方面：学习不够系统，4本书只读了2本。 / （二）担当作为方面：调研不够深入，全年下基层3次。 / （三）廉洁自律方面：未发现问题。",
    ),
    Case(
        "f1-lone-item",
        issues="一、存在的问题 / （一）带头固本培元、增强党性 / 执行财务管理制度时紧时松。检查期间抓得严，平时对票据审核放得宽，全年提醒20次没有一次记录。",
        begins={"issues": ["执行财务"]},
    ),
    Case(
        "f1-two-aspects",
        issues="一、存在的问题 / （一）带头固本培元、增强党性 / 组织生活不严格。谈问题避重就轻，批评不够直接。"
        " / （二）带头敬畏人民、敬畏组织、敬畏法纪 / 联系群众不紧密。全年走访少，帮扶户不满意。",
        begins={"issues": ["组织生活", "联系群众"]},
    ),
    Case(
        "f2-claim",
        issues="一、存在的问题 / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。"
        " / 对班子查摆的“请示报告不够及时规范”“学习方式比较单一”问题，我作为副主任负有责任，主动认领。",
    ),
    Case(
        "f2-claim-first",
        issues="一、存在的问题 / 对班子存在的“以会议落实会议”问题，我主动认领、带头整改。"
        " / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。",
    ),
    Case(
        "f2-claim-under-an-aspect",
        issues="一、存在的问题 / （一）政治忠诚方面 / 学习不够系统，4本书只读了2本。 / （二）担当作为方面 / 调研不够深入，全年下基层3次。"
        " / 对班子查摆的“请示报告不够及时规范”“学习方式比较单一”问题，我作为副主任负有责任，主动认领。",
    ),
    Case(
        "f2-claim-numbered",
        issues="一、存在的问题 / 一是学习不够系统，4本书只读了2本。 / 二是调研不够深入，全年下基层3次。"
        " / 三是认领班子问题。班子查摆的“文风不实”问题，我作为分管领导认领。",
    ),
]


def text_of(case: Case) -> str:
    """The draft of a case, one paragraph a line."""
    parts = ["张三个人对照检查材料", "2025年度民主生活会", case.issues, case.causes, case.measures]
    return "\n".join(" / ".join(part for part in parts if part).split(" / "))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_item_is_read_as_what_it_is(case: Case) -> None:
    value = mz.read_text(text_of(case)).value
    assert isinstance(value, SelfExamination)
    want = {**READ, **case.begins}
    read = {part: [item.text for item in getattr(value, part)] for part in want}
    cut = {p: [t[: len(w)] for t, w in zip(ts, want[p], strict=False)] + ts[len(want[p]) :] for p, ts in read.items()}
    assert cut == want
    if case.aspects is not None:
        assert [issue.aspect for issue in value.issues] == case.aspects


TRUE_OF_THE_FRAME = {"SLF001", "ISS001"}
"""What is missing in the drafts themselves: last year's account, and aspects of the year where some are named."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_shape_of_a_draft_must_be_mended(case: Case) -> None:
    doc = mz.open(text_of(case).encode())
    findings = mz.check(doc.read().value, doc).findings
    assert {finding.code for finding in findings if str(finding.level) == "必改"} <= TRUE_OF_THE_FRAME
