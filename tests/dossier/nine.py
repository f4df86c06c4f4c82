"""A consistent meeting of nine members, generated: every paper that can be written, as values and as files."""

from __future__ import annotations

from dataclasses import dataclass

import mzsh_model as mz

UNIT = "某县教育局"
HELD = "2026-01-20"
ASPECTS = (
    "带头强化政治忠诚、提高政治能力",
    "带头固本培元、增强党性",
    "带头敬畏人民、敬畏组织、敬畏法纪",
    "带头干事创业、担当作为",
    "带头坚决扛起管党治党责任",
)


@dataclass(frozen=True)
class Post:
    """A member, what he is in charge of, and the things there that his instances are about."""

    name: str
    post: str
    work: str
    unit: str
    thing: str


MEMBERS = (
    Post("张三", "某县教育局党组书记、局长", "全县教育", "办公室", "学位缺口"),
    Post("李四", "某县教育局党组成员、副局长", "信访", "信访科", "重复来信"),
    Post("王五", "某县教育局党组成员、副局长", "基建", "基建科", "停工的工地"),
    Post("赵六", "某县教育局党组成员、副局长", "财务", "计财科", "挂账的往来款"),
    Post("孙七", "某县教育局党组成员、副局长", "教研", "教研室", "空置的实验室"),
    Post("周八", "某县教育局党组成员、副局长", "安全", "安全科", "过期的灭火器"),
    Post("吴九", "某县教育局党组成员、督导办主任", "督导", "督导室", "没有销号的通知书"),
    Post("郑十", "某县教育局党组成员、机关党委书记", "机关党建", "机关党委", "缺页的记录本"),
    Post("钱一", "某县教育局党组成员、人事科长", "人事", "人事科", "积压的职称材料"),
)
# by aspect: five ways each to fall short, with what is to be done about it; {w} the work, {u} the unit, {t} the thing
FAULTS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        (
            "对{w}工作的政治属性想得少。{n}次研究{w}，{m}次只谈了业务，{t}背后的民心没有谈到。",
            "研究{w}先学一遍有关要求，{d}前在{u}形成一张对照清单",
        ),
        (
            "用党的创新理论指导{w}的本领不强。全年列了{n}本书，读完{m}本，笔记里没有一处写到{t}。",
            "每月读1本书，{d}前结合{t}写出{m}篇调研",
        ),
        (
            "落实上级关于{w}的部署打了折扣。文件下来{n}天后，{u}才开会，{t}一项拖到年底。",
            "{w}的文件3个工作日内传达，{d}前由{u}报一次进度",
        ),
        (
            "在{w}上防风险的弦绷得不紧。{t}冒出来{n}起，自己才头一回听汇报。",
            "每季度对{w}排查1次，{d}前处理完现有的{m}起",
        ),
        (
            "谋划{w}站位不高。年初的{n}项计划里，有{m}项照抄去年，{t}只字未提。",
            "{d}前重订{w}计划，把{t}列为第1项，由{u}按月对账",
        ),
    ),
    (
        (
            "参加{u}支部活动不经常。应到{n}次，到了{m}次，谈{t}那回还中途离开。",
            "每月到{u}支部参加1次活动，{d}前补上{m}次",
        ),
        (
            "同志之间拉不下脸。{u}两名同志为{t}闹意见，我{n}个月没有找他们谈。",
            "{d}前与{u}同志逐一谈话，每人不少于{m}次",
        ),
        (
            "过紧日子的习惯没养成。{w}条线印了{n}本册子，{m}本至今堆在{u}，与{t}放在一处。",
            "{w}的材料改发电子版，{d}前压减印刷费{m}成",
        ),
        (
            "自我改造抓得不紧。写了{n}篇心得，{m}篇是{u}代拟的初稿改的，说到{t}都是空话。",
            "心得自己动手写，{d}前就{t}写出{m}篇，交{u}传阅",
        ),
        (
            "党性锻炼有松劲。红色教育报了{n}次名，{m}次因为{w}的会没有去，事后也没有到{u}补课。",
            "{d}前补上{m}次教育，并向{u}讲1次党课",
        ),
    ),
    (
        (
            "听群众的话听得少。为{t}来反映的{n}人，我当面见的只有{m}人，其余都推给{u}。",
            "每月到{u}接待1次群众，{d}前回访{n}人",
        ),
        (
            "执行程序图省事。{w}的{n}份材料，有{m}份先办后补签，{u}提醒过也没有当回事。",
            "{w}事项先签后办，{d}前由{u}补齐{m}份手续",
        ),
        ("请示报告不规范。{t}的处理拖了{n}天才报告，还是{u}催了{m}遍。", "{w}的重要情况当天报告，{d}前由{u}建好登记簿"),
        (
            "学法用法跟不上。{u}拟的{n}份文书里有{m}处引错条文，我签字时没有看出来。",
            "{d}前通读{w}有关法规{m}部，{u}的文书先作合法性审核",
        ),
        (
            "对学校的难处体会不深。{n}所村小为{t}打过报告，最久的等了{m}个月。",
            "{d}前到{n}所村小走一遍，{t}的报告由{u}限期答复",
        ),
    ),
    (
        (
            "碰硬的劲头不足。{t}研究过{n}回，回回都说再等等，{u}至今没有方案。",
            "{d}前对{t}逐个拿出处理意见，由{u}挂图办理",
        ),
        (
            "抓{w}的落实虎头蛇尾。部署了{n}件事，年底回头看，{u}办结的有{m}件。",
            "{w}的事项建台账，{u}每半月报1次，{d}前办结{n}件",
        ),
        (
            "跨科室协调不主动。{w}与两个科室意见不一，僵了{n}个月，{t}多出{m}处。",
            "每月由{u}牵头开1次协调会，{d}前消掉{t}{m}处",
        ),
        (
            "创新办法不多。{w}还用五年前的老流程，办一件要跑{n}趟，{u}收到{m}次埋怨。",
            "{d}前由{u}把{w}流程减到{m}个环节",
        ),
        ("对年轻干部压担子不够。{u}{n}名同志，独立办过{t}一类事的只有{m}名。", "{d}前给{u}年轻同志每人派{m}项任务"),
    ),
    (
        (
            "一岗双责停在纸上。与{u}的责任书签了{n}年，检查过{m}次，{t}从来没有写进去。",
            "每半年检查1次{u}的责任落实，{d}前把{t}列入责任书",
        ),
        (
            "廉政提醒走过场。给{u}谈了{n}次，都是念稿子，没有点到{t}和{m}名经办人。",
            "{d}前结合{t}与{u}经办人逐个谈话{m}次",
        ),
        (
            "对{w}的权力监督有盲区。抽查{n}笔，{m}笔找不到复核人，{u}也说不清。",
            "{d}前给{w}设双人复核，{u}每季度抽查{n}笔",
        ),
        (
            "管干部失之于宽。{u}有{m}人次迟到，还有人为{t}瞒报，我只在会上笼统说了{n}分钟。",
            "{u}的考勤按月公示，{d}前对{m}人次作出处理",
        ),
        ("抓作风不够常态。{w}检查扎堆，{n}天里{u}去同一所学校{m}次。", "{w}检查并入{u}的季度安排，{d}前压减{m}成"),
    ),
)
CAUSES = (
    ("学用两张皮。", "{w}上的事急，学习就往后排，觉得{u}的同志懂就行"),
    ("宗旨意识淡了。", "坐在办公室看{t}的报表多，站到群众那一边想得少"),
    ("担当精神减了。", "怕{t}牵出旧账，宁可让{u}慢慢磨"),
    ("党性磨炼松了。", "当了领导以后，{u}没人敢提醒，自己也不愿听"),
    ("责任压得不实。", "总以为{w}有分管科室，{t}轮不到自己操心"),
    ("规矩意识有缺口。", "{w}任务一重，就默许{u}变通"),
    ("政绩观有偏差。", "{w}里看得见的抢着做，{t}这类不显眼的放一边"),
    ("斗争本领不强。", "遇到{t}的矛盾，先想的是别在{u}闹大"),
    ("纪律学习不系统。", "{w}方面的条文零敲碎打，用到{t}才去翻"),
)
DUES = ("2026年3月底", "2026年6月底", "2026年9月底", "2026年12月底")
TEAM = (
    (
        "理论学习与办学难题结合不紧。集中学习14次，围绕学位缺口和重复来信的专题研讨只有2次。",
        "每季度围绕办学难题专题研讨1次，2026年12月底前形成4份对策",
        "张三",
        "用党的创新理论指导",
    ),
    (
        "班子成员之间交心不够。全年互相谈心24人次，谈到停工的工地、挂账的往来款这些难事的只有5人次。",
        "每季度班子成员互相谈心1轮，2026年6月底前谈完",
        "郑十",
        "",
    ),
    (
        "服务村小不够主动。村小反映空置的实验室、过期的灭火器等事项31件，办结19件。",
        "2026年6月底前逐件答复余下12件",
        "李四",
        "",
    ),
    ("破解历史遗留问题办法不多。没有销号的通知书还有17份，最早的一份是前年的。", "2026年9月底前逐份销号", "吴九", ""),
    (
        "压力传导到科室不够。缺页的记录本、积压的职称材料先后查出8处，只约谈过1个科室。",
        "2026年3月底前约谈有关科室，每半年检查1次责任书",
        "钱一",
        "",
    ),
)


OPENINGS = (
    "按照党组安排，我对照检查如下。",
    "现将本人的对照检查情况汇报如下。",
    "根据会议要求，我先作自我检查。",
    "会前我找分管科室谈了一轮，下面作对照检查。",
    "结合征求到的意见，我把自己摆进去查。",
    "下面，我作对照检查。",
    "我对照五个方面逐条作了检查。",
    "把群众的意见读了三遍，我作如下检查。",
    "现在汇报我的对照检查情况。",
)


def _filled(text: str, who: Post, n: int) -> str:
    i = MEMBERS.index(who)
    values = {
        "w": who.work,
        "u": who.unit,
        "t": who.thing,
        "n": str(7 + (i * 5 + n * 3) % 17),
        "m": str(2 + (i + n) % 4),
    }
    return text.format(**values, d=DUES[(i + n) % 4])


def faults(who: Post) -> list[tuple[str, str, str]]:
    """A member's problems: aspect, text, and the measure for it."""
    i = MEMBERS.index(who)
    chosen = [(aspect, FAULTS[n][(i + n) % 5]) for n, aspect in enumerate(ASPECTS)]
    return [
        (aspect, _filled(fault, who, n), _filled(measure, who, n))
        for n, (aspect, (fault, measure)) in enumerate(chosen)
    ]


def member_paper(who: Post) -> mz.SelfExamination:
    i = MEMBERS.index(who)
    told = faults(who)
    causes = [CAUSES[(i + k * 3) % len(CAUSES)] for k in range(3)]
    return mz.SelfExamination(
        title="2025年度民主生活会个人对照检查材料",
        year=2025,
        scope="member",
        subject=mz.Member(name=who.name, post=who.post),
        preamble=[f"{OPENINGS[i]}上年度民主生活会查摆的5个问题，已整改{3 + i % 2}个。"],
        issues=[mz.Issue(aspect=aspect, text=fault) for aspect, fault, _ in told],
        causes=[mz.Cause(text=head + _filled(rest, who, k) + "。") for k, (head, rest) in enumerate(causes)],
        measures=[mz.Measure(aspect=aspect, text=measure + "。") for aspect, _, measure in told],
    )


def team_paper() -> mz.SelfExamination:
    return mz.SelfExamination(
        title=f"{UNIT}党组领导班子2025年度民主生活会对照检查材料",
        year=2025,
        scope="team",
        organisation=mz.Organisation(name=f"{UNIT}党组"),
        subject=mz.Team(name=f"{UNIT}党组领导班子"),
        preamble=[
            "会前，党组召开座谈会3场，发放征求意见表60份，征求意见建议31条，谈心谈话54人次。上年度民主生活会查摆的5个问题，已完成整改4个，1个正在推进。现将对照检查情况报告如下。"
        ],
        issues=[mz.Issue(aspect=aspect, text=fault) for aspect, (fault, _, _, _) in zip(ASPECTS, TEAM, strict=True)],
        causes=[
            mz.Cause(text="理论武装抓得不深。满足于完成学习次数，没有盯着难题学。"),
            mz.Cause(text="群众立场站得不稳。习惯等学校上门，走下去的少。"),
            mz.Cause(text="管党治党责任压得不实。以为布置了就是落实了。"),
        ],
        measures=[
            mz.Measure(aspect=aspect, text=f"{measure}（责任人：{owner}）。")
            for aspect, (_, measure, owner, _) in zip(ASPECTS, TEAM, strict=True)
        ],
    )


def report() -> mz.MeetingReport:
    return mz.MeetingReport(
        title=f"{UNIT}党组关于2025年度民主生活会情况的报告",
        year=2025,
        addressee="县委组织部",
        organisation=mz.Organisation(name=f"{UNIT}党组"),
        preamble=[
            f"按照《关于开好2025年度民主生活会的通知》要求，{UNIT}党组于2026年1月20日召开2025年度民主生活会，由党组书记张三同志主持，"
            f"党组成员{'、'.join(who.name for who in MEMBERS[1:])}参加，应到9人，实到9人，县委第2督导组到会指导。现将有关情况报告如下。"
        ],
        preparation=[
            mz.Step(text="组织学习研讨。开展专题学习3次。"),
            mz.Step(text="征求意见建议。召开座谈会3场，发放征求意见表60份，征求意见建议31条。"),
            mz.Step(text="开展谈心谈话。谈心谈话54人次。"),
        ],
        meeting=mz.Meeting(
            year=2025,
            held_on=HELD,
            chair=mz.Member(name="张三", post="党组书记"),
            attendees=[mz.Member(name=who.name) for who in MEMBERS[1:]],
            expected=9,
            present=9,
        ),
        sections=[
            mz.Section(heading=heading, level=1, role=role)
            for heading, role in (
                ("会前准备情况", mz.Role.PREPARATION),
                ("会议召开情况", mz.Role.MEETING),
                ("领导班子查摆的主要问题", mz.Role.ISSUES),
                ("原因剖析", mz.Role.CAUSES),
                ("下一步整改措施", mz.Role.MEASURES),
            )
        ],
        team_issues=[
            mz.Issue(text=f"{fault.partition('。')[0]}。", aspect=f"在{aspect}方面")
            for aspect, (fault, *_) in zip(ASPECTS, TEAM, strict=True)
        ],
        prior=mz.PriorSummary(issues=5, done=4),
        stated_criticisms=72,
        causes=[
            mz.Cause(text="理论武装抓得不深。满足于完成学习次数，没有盯着难题学。"),
            mz.Cause(text="群众立场站得不稳。习惯等学校上门，走下去的少。"),
        ],
        measures=[mz.Measure(text=f"{measure}（责任人：{owner}）。") for _, measure, owner, _ in TEAM],
        signature=mz.Signature(name=f"{UNIT}党组", on="2026-01-28"),
    )


def _entry(n: int, fault: str, measure: str, owner: str, due: str, status: str | None = None) -> mz.LedgerEntry:
    return mz.LedgerEntry(
        number=str(n),
        issue=mz.Issue(text=fault),
        measures=[mz.Measure(text=measure, owner=owner, due=due, status=status)],
    )


def team_ledger() -> mz.Ledger:
    entries = [
        _entry(
            n,
            fault,
            measure,
            owner,
            measure[measure.index("2026") : measure.index("底前") + 2] if "底前" in measure else "2026年12月底前",
        )
        for n, (fault, measure, owner, _) in enumerate(TEAM, 1)
    ]
    return mz.Ledger(
        title=f"{UNIT}党组领导班子2025年度民主生活会整改台账",
        year=2025,
        organisation=mz.Organisation(name=f"{UNIT}党组"),
        entries=entries,
    )


def member_ledger(who: Post) -> mz.Ledger:
    i = MEMBERS.index(who)
    entries = [
        _entry(k + 1, fault, measure, who.name, f"{DUES[(i + k) % 4]}前")
        for k, (_, fault, measure) in enumerate(faults(who))
    ]
    return mz.Ledger(
        title=f"{UNIT}党组2025年度民主生活会个人整改台账",
        preamble=[f"姓名：{who.name}"],
        year=2025,
        organisation=mz.Organisation(name=f"{UNIT}党组"),
        owner=who.name,
        entries=entries,
    )


def papers() -> dict[str, mz.DocumentValue]:
    """Every paper by its path in the folder."""
    return {
        "班子对照检查材料.docx": team_paper(),
        **{f"个人/{who.name}.docx": member_paper(who) for who in MEMBERS},
        "情况报告.docx": report(),
        "班子整改台账.docx": team_ledger(),
        **{f"台账/{who.name}.docx": member_ledger(who) for who in MEMBERS},
    }
