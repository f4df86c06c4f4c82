"""Drafts of many shapes: every skeleton, every way of numbering, remarks and facts in every place."""

from __future__ import annotations

from hypothesis import strategies as st

from mzsh_model.testing.wording import CAUSES, FAULTS, HEADS, MEASURES, NUMBERS

ASPECTS = [
    "带头强化政治忠诚、提高政治能力方面",
    "在带头固本培元、增强党性方面",
    "带头敬畏人民、敬畏组织、敬畏法纪方面",
    "理论学习方面",
    "思想作风",
]
FORMS = ["{h}是", "{d}.", "{d}、", "第{h}，", "（{d}）", "{c}", "{h}要", "（{h}）"]
REMARKS = ["能够坚持学习，取得一定成效。", "全年召开会议12次。", "经过努力，有所改进。"]
LEADS = [*REMARKS, "注重抓好日常管理，但也存在差距：", "我能够坚持到窗口坐班，但", "在肯定成绩的同时，也要看到，"]
MORE = ["比如，去年有1项工作没有落实。", "对此，我深感不安。", "这项工作取得成效。"]
STEPS = [
    "加强理论学习。组织集中学习4次",
    "广泛征求意见。召开座谈会3场，发放征求意见表80份，收到意见建议26条，对班子12条、对成员14条",
    "开展谈心谈话64人次",
    "撰写检查材料。书记张三同志主持撰写班子材料",
    "严格审核把关",
]
PEOPLE = [
    "",
    "会议由党组书记张三同志主持，应到7人，实到6人。",
    "局党组书记张三主持会议，班子成员李四、王小五、赵小六参加会议。上级督导组组长钱小七到会指导。",
    "由党组书记xxx同志主持，班子成员xx、xx参加会议。",
]
PRIOR = ["", "上年度民主生活会查摆的12个问题，已完成11个。"]
CRITICISM = [
    "",
    "班子成员之间提出批评意见36条。",
    "李四同志对张三同志提出，抓督办不够；张三同志对李四同志提出，调研不深。",
]
one_of = st.sampled_from


def number(form: str, n: int) -> str:
    return form.format(h=NUMBERS[n], d=n + 1, c="①②③④⑤⑥⑦⑧⑨"[n])


def some(pool: list[str], least: int = 2, most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(one_of(pool), min_size=least, max_size=most, unique=True)


@st.composite
def lists(draw: st.DrawFn, pool: list[str], *, running: bool | None = None, deep: bool = False) -> list[str]:
    """A list: in one paragraph of running text, or a paragraph for each item, now and then with another behind it.

    Below a heading （一） no paragraph of its own begins with （一）: that would be the next heading.
    """
    if running is None:
        running = draw(st.booleans())
    texts = draw(some(pool, 2 if running else 1))
    form = draw(one_of(FORMS if running or not deep else FORMS[:-1]))
    close = draw(one_of(["。", "；", "。具体表现为办法不多。"]))
    out: list[str] = []
    for n, text in enumerate(texts):
        out.append(number(form, n) + text + (close if n < len(texts) - 1 else "。"))
        if not running and draw(st.integers(0, 9)) == 0:
            out.append(draw(one_of(MORE)))
    return ["".join(out)] if running else out


@st.composite
def parts(draw: st.DrawFn, pool: list[str], *, deep: bool = False) -> list[str]:
    """What stands under a heading: something said, then a list or plain statements, then perhaps something more."""
    out = [draw(one_of(LEADS))] if draw(st.integers(0, 2)) == 0 else []
    if draw(st.integers(0, 4)):
        out += draw(lists(pool, deep=deep))
    else:
        texts = draw(some(pool, 1))
        out += [f"{'；'.join(texts)}。"] if draw(st.booleans()) else [f"{text}。" for text in texts]
    return [*out, draw(one_of(REMARKS))] if draw(st.integers(0, 4)) == 0 else out


@st.composite
def by_aspects(draw: st.DrawFn, pool: list[str]) -> list[str]:
    """The aspects of a chapter, each with its list."""
    out: list[str] = []
    for n, aspect in enumerate(draw(some(ASPECTS, 1))):
        out += [f"（{NUMBERS[n]}）{aspect}", *draw(parts(pool, deep=True))]
    return out


@st.composite
def by_chapters(draw: st.DrawFn, first: int) -> list[str]:
    """A chapter for each aspect, with its problems, causes and measures under headings or behind their names."""
    out: list[str] = []
    for n, aspect in enumerate(draw(some(ASPECTS[:4], 1, 3))):
        out.append(f"{NUMBERS[first + n]}、{aspect}")
        headed = draw(st.booleans())
        for k, (name, pool) in enumerate((("主要问题", FAULTS), ("产生原因", CAUSES), ("整改措施", MEASURES))):
            if headed:
                out += [f"（{NUMBERS[k]}）{name}", *draw(parts(pool, deep=True))]
            else:
                out += [f"{name}：{line}" for line in draw(lists(pool, running=True))]
    return out


@st.composite
def examinations(draw: st.DrawFn) -> list[str]:
    """A self-examination, a team's or a member's, in any of the usual skeletons."""
    lines = draw(
        one_of(
            [
                [],
                ["对照检查材料"],
                ["2025年度民主生活会个人对照检查材料", "某局党组成员、副局长　张三"],
                ["个人发言提纲", "李  四", "（2026年1月）"],
                ["某局党组领导班子", "2025年度民主生活会对照检查材料", "2026年1月5日"],
                ["中共某某县自然资源和规划局党组关于2025年度民主生活会的对照检查材料", "各位领导："],
            ]
        )
    )
    lines = [*lines, *draw(one_of([[], ["根据安排，我认真参加学习，收到意见建议7条，谈心谈话12人次。现汇报如下。"]]))]
    chapters: list[tuple[str, list[str]]] = []
    if draw(st.integers(0, 3)) == 0:
        told = [
            ["上年度查摆的8个问题，已完成7个。"],
            ["一是修订制度3项；二是调研11次。"],
            ["1.修订制度3项。", "2.调研11次。"],
        ]
        chapters.append(("上年度查摆问题整改落实情况", draw(one_of(told))))
    if draw(st.integers(0, 4)) == 0:
        done = [["一是召开会议3次；二是调研2次。"], ["（一）政治建设加强。召开会议。", "（二）组织基础牢固。"]]
        chapters.append(("主要工作成效", draw(one_of(done))))
    if draw(st.integers(0, 3)):
        chapters.append((draw(one_of(HEADS["issues"])), draw(st.one_of(by_aspects(FAULTS), parts(FAULTS)))))
        if draw(st.integers(0, 4)) == 0:
            case = [["某市案例令人警醒。", "我深受教育。"], ["一是小节不能放任；二是制度不能挂在墙上。"]]
            chapters.append(("典型案例剖析", draw(one_of(case))))
        chapters.append((draw(one_of(HEADS["causes"])), draw(parts(CAUSES))))
        chapters.append((draw(one_of(HEADS["measures"])), draw(st.one_of(by_aspects(MEASURES), parts(MEASURES)))))
    for n, (heading, below) in enumerate(chapters):
        lines += [f"{NUMBERS[n]}、{heading}", *below]
    if len(chapters) < 3:
        lines += draw(by_chapters(len(chapters)))
    lines += draw(one_of([[], ["以上发言，请同志们批评指正。"], ["总之，我将努力工作。", "以上发言，请批评指正。"]]))
    return lines + draw(signatures())


def signatures() -> st.SearchStrategy[list[str]]:
    return one_of(
        [
            [],
            ["某局党组", "2026年1月10日"],
            ["2026年1月xx日"],
            ["附件：1.整改清单", "2.会议记录", "某局党组", "2026年1月10日"],
            ["某局党组", "2026年1月10日", "附件：整改清单"],
        ]
    )


@st.composite
def prepared(draw: st.DrawFn) -> list[str]:
    """The chapter about the preparation."""
    lead = draw(one_of(["", "班子做了认真准备。", "会前召开座谈会2场，收到意见建议31条，谈心谈话50人次。"]))
    said = [lead] if lead else []
    steps = draw(some(STEPS))
    match draw(st.integers(0, 3)):
        case 0:
            return [lead + draw(lists(steps, running=True))[0]]
        case 1:
            return said + [f"（{NUMBERS[n]}）{step}。" for n, step in enumerate(steps)]
        case 2:
            out: list[str] = []
            for n, step in enumerate(steps):
                out += [f"（{NUMBERS[n]}）做好准备", f"1.{step}。", "2.做好其他工作。"]
            return out
        case _:
            return said + [f"{NUMBERS[n]}是{step}。" for n, step in enumerate(steps)]


@st.composite
def held(draw: st.DrawFn, people: str) -> list[str]:
    """The chapter about the meeting; `people` is what it says of who was there."""
    team = draw(some(FAULTS))
    if draw(st.booleans()):
        team = [f"{aspect}，还存在{fault}的问题" for aspect, fault in zip(ASPECTS[:3], team, strict=False)]
    count = draw(one_of([f"{len(team)}个方面的问题", "主要问题", "5个问题"]))
    lead = draw(one_of([f"会上，党组书记代表班子作对照检查，查摆出{count}：", f"领导班子重点查找出{count}："]))
    others = draw(one_of(["班子成员查摆的共性问题主要有：", "班子成员存在的问题主要集中在3个方面："]))
    inside, prior = draw(st.booleans()), draw(one_of(PRIOR))
    said = [] if inside or not people else [people]
    problems = (people if inside else "") + prior + lead + draw(lists(team, running=True))[0]
    common = others + draw(lists(FAULTS, running=True))[0]
    criticism = "会上，大家逐一发言。" + draw(one_of(CRITICISM))
    ends = "督导组组长进行了点评，对会议给予肯定。"
    if draw(st.booleans()):
        numbered = [f"{n + 1}.{fault}。" for n, fault in enumerate(team)]
        of_team = [lead, *numbered] if not prior and not inside and draw(st.booleans()) else [problems]
        out = [*said, "（一）班子查摆见思想", *of_team, "（二）个人检查见自身", common]
        out += ["（三）相互批评见真情", criticism] if draw(st.booleans()) else []
        return [*out, "（四）督导点评指方向", ends] if draw(st.booleans()) else out
    out = [*said, *([criticism] if draw(st.booleans()) else []), problems]
    out += [common] if draw(st.booleans()) else []
    out += ["原因主要有：" + draw(lists(CAUSES, running=True))[0]] if draw(st.booleans()) else []
    return [*out, ends] if draw(st.booleans()) else out


@st.composite
def decided(draw: st.DrawFn) -> list[str]:
    """The chapter about what shall be done."""
    said = draw(one_of([[], ["会后，党组列出问题清单9项。"]]))
    measures = draw(some(MEASURES))
    match draw(st.integers(0, 2)):
        case 0:
            return said + [f"（{NUMBERS[n]}）{measure}。" for n, measure in enumerate(measures)]
        case 1:
            return said + draw(lists(measures, running=True))
        case _:
            out: list[str] = []
            for n, measure in enumerate(measures):
                out += [f"（{NUMBERS[n]}）抓好落实", f"1.{measure}。", "2.做好其他工作。"]
            return said + out


@st.composite
def reports(draw: st.DrawFn) -> list[str]:
    """A report on the meeting, its facts in any of the places where units put them."""
    lines = draw(
        one_of(
            [
                ["某局党组关于2025年度民主生活会情况的报告", "市委组织部："],
                ["中共某局党组", "关于召开2025年度民主生活会情况的报告"],
                ["某党组〔2026〕4号", "某县自然资源局党组2025年度民主生活会情况报告"],
                ["民主生活会情况报告"],
            ]
        )
    )
    opening = draw(
        one_of(["按照《关于开好2025年度民主生活会的通知》要求，局党组于2026年1月12日召开2025年度民主生活会。", ""])
    )
    people, first = draw(one_of(PEOPLE)), draw(st.booleans())
    if opening or first:
        lines = [*lines, opening + (people if first else "") + "现将有关情况报告如下。"]
    lines += ["一、" + draw(one_of(["精心组织准备", "聚焦主题抓筹备，夯实会议基础"])), *draw(prepared())]
    lines += [
        "二、" + draw(one_of(["直面问题动真格，严肃思想交锋", "会议召开情况"])),
        *draw(held("" if first else people)),
    ]
    causes = draw(lists(CAUSES)) if draw(st.integers(0, 4)) == 0 else []
    lines += ["三、原因剖析", *causes] if causes else []
    lines += [f"{'四' if causes else '三'}、" + draw(one_of(["压实责任抓整改，务求实效", "下一步工作打算"]))]
    return lines + draw(decided()) + draw(one_of([[], ["特此报告。"]])) + draw(signatures())
