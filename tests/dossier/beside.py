"""Faults planted in papers that the meeting of nine does not have of itself: accounts, sheets, minutes, plans; and what is none.

A case puts the paper in, says the numbers in the other papers that go with it, and then plants one fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.dossier.mutations import REPORT, TEAM, Planted
from tests.dossier.rest_of_nine import criticism_sheet

_Edits = tuple[tuple[str, str, str], ...]
UNIT = "某县教育局党组"
ACCOUNT, MINUTES, SHEET, TALKS, PLAN, DRAFT, LIST = (
    "上年度整改落实情况",
    "会议记录",
    "批评意见表",
    "谈心谈话一览",
    "整改方案",
    "会议方案",
    "征求意见清单",
)
_OLD = ("教师培训针对性不强", "档案数字化进度慢", "食堂招标不规范", "校车线路空白", "公文运转超时")
_VOICED = (
    ("李四", "张三", "请示报告不规范，拖了13天", "接受"),
    ("张三", "李四", "对来信分析停在数字上", "不接受：季度通报有原因分析"),
    ("赵六", "张三", "创新办法不多，流程跑16趟", "接受"),
    ("张三", "赵六", "学习爱走形式", "不接受：笔记都是自己写的"),
)


def account(year: int, title: str = "{}民主生活会整改落实情况报告", signed: str = "2026年1月5日", rows: int = 5) -> str:
    told = "".join(f"{n}.关于“{old}”问题的整改。逐项落实。已完成。\n" for n, old in enumerate(_OLD[:rows], 1))
    return f"{UNIT}{title.format(f'{year}年度')}\n按照要求逐项整改，报告如下。\n{told}{UNIT}\n{signed}\n"


def minutes(came: str = "应到：9人  实到：9人", day: str = "2026年1月20日", said: str = "") -> str:
    others = "李四、王五、赵六、孙七、周八、吴九、郑十、钱一"
    return (
        f"{UNIT}2025年度民主生活会会议记录\n时间：{day}9:00\n地点：三楼会议室\n主持人：张三\n记录人：冯小满\n"
        f"{came}\n出席：张三、{others}\n张三：现在开会。\n{said}张三：散会。\n"
    )


def sheet(*rows: tuple[str, str, str, str]) -> str:
    told = "".join(f"{n}|{'|'.join(row)}\n" for n, row in enumerate(rows or _VOICED, 1))
    return f"{UNIT}2025年度民主生活会相互批评意见表\n序号|批评人|被批评人|批评意见|是否接受\n{told}"


def whole_sheet(change: Mapping[tuple[str, str], str] | None = None, without: Sequence[tuple[str, str]] = ()) -> str:
    """Every two members' criticisms of one another, by one of the other's problems; some changed, some left out."""
    held = dict(change or {})
    rows = [
        (row.critic, row.target, held.get((str(row.critic), str(row.target)), row.text), "接受")
        for row in criticism_sheet().criticisms
        if (row.critic, row.target) not in without
    ]
    return sheet(*((str(one), str(other), str(text), said) for one, other, text, said in rows))


def _unsaid(*pairs: tuple[str, str]) -> Planted:
    told = ((SHEET, "相互批评意见表"),)
    return Planted("XRF028", told, voiced(72 - len(pairs)), put={SHEET: whole_sheet(without=pairs)})


def _wished(critic: str, target: str, text: str) -> Planted:
    return Planted("XRF029", ((SHEET, text),), put={SHEET: whole_sheet({(critic, target): text})})


def talks(*days: str) -> str:
    people = (("张三", "李四"), ("李四", "王五"), ("班子成员", "相互之间"))
    told = "".join(
        f"{n}|{a}|{b}|{day}|办公室|听取意见\n" for n, ((a, b), day) in enumerate(zip(people, days, strict=False), 1)
    )
    return f"{UNIT}2025年度民主生活会谈心谈话一览表\n序号|谈话人|谈话对象|时间|地点|主要内容\n{told}"


def plan(due: str = "2026年6月底前", day: str = "2026年1月20日") -> str:
    return (
        f"{UNIT}2025年度民主生活会整改方案\n{UNIT}于{day}召开2025年度民主生活会，制定如下方案。\n一、整改任务\n"
        f"（一）服务村小不够主动\n整改措施：逐件答复。责任人：李四。完成时限：{due}。\n"
        "（二）压力传导到科室不够\n整改措施：约谈科室。责任人：钱一。完成时限：2026年3月底前。\n"
    )


def opinions(*claimed: str) -> str:
    told = "".join(f"{n}|村小第{n}件事|班子|{who}|采纳|逐件办\n" for n, who in enumerate(claimed, 1))
    return f"{UNIT}2025年度民主生活会征求意见清单\n序号|意见建议|针对对象|认领人|采纳情况|拟采取措施\n{told}"


def draft(day: str) -> str:
    return f"{UNIT}2025年度民主生活会实施方案\n定于{day}召开2025年度民主生活会，制定本方案。\n一、会前准备\n征求意见，撰写材料。\n"


def voiced(count: int) -> _Edits:
    return ((REPORT, "批评意见72条", f"批评意见{count}条"),)


def talked(count: int) -> _Edits:
    return tuple((path, "谈心谈话54人次", f"谈心谈话{count}人次") for path in (TEAM, REPORT))


def collected(count: int) -> _Edits:
    return tuple((path, "征求意见建议31条", f"征求意见建议{count}条") for path in (TEAM, REPORT))


def _post(name: str, old: str, new: str, told: str) -> Planted:
    return Planted("XRF015", ((f"个人/{name}", name), (DRAFT, name)), ((f"个人/{name}", old, new),), put={DRAFT: told})


_INVITED = (
    draft("2026年1月20日")
    + "二、参加人员\n参加人员：党组书记、局长张三，党组成员、副局长李四、王五，党组成员、督导办主任吴九。\n"
)

BESIDE: tuple[Planted, ...] = (
    Planted("XRF013", ((ACCOUNT, "2025年度"), (TEAM, "2025年度")), put={ACCOUNT: account(2025)}),
    Planted("XRF013", ((ACCOUNT, "2023年度"), (TEAM, "2025年度")), put={ACCOUNT: account(2023)}),
    Planted(
        "XRF013",
        ((ACCOUNT, "2022年度"), (TEAM, "2025年度")),
        put={ACCOUNT: account(2022, "关于{}民主生活会查摆问题整改落实情况的汇报")},
    ),
    Planted("XRF016", ((PLAN, "2025年6月底前"), (REPORT, "2026年1月20日")), put={PLAN: plan("2025年6月底前")}),
    Planted("XRF016", ((PLAN, "2025年12月31日前"), (REPORT, "2026年1月20日")), put={PLAN: plan("2025年12月31日前")}),
    Planted("XRF016", ((PLAN, "2024年底前"), (REPORT, "2026年1月20日")), put={PLAN: plan("2024年底前")}),
    *(
        Planted("XRF016", ((path, day), (REPORT, "2026年1月20日")), put={path: text})
        for path, day, text in (
            (DRAFT, "2026年1月22日", draft("2026年1月22日")),
            (DRAFT, "2026年1月9日", draft("2026年1月9日")),
            (PLAN, "2026年1月21日", plan(day="2026年1月21日")),
        )
    ),
    *(
        Planted(
            "XRF016",
            ((TALKS, day), (REPORT, "2026年1月20日")),
            talked(3),
            put={TALKS: talks("2026年1月8日", day, "2026年1月9日")},
        )
        for day in ("2026年1月28日", "2026.2.3", "2026年3月")
    ),
    *(
        Planted("XRF004", ((REPORT, "9"), (MINUTES, count)), put={MINUTES: minutes(f"应到：9人  实到：{count}人")})
        for count in ("7", "6")
    ),
    Planted("XRF004", ((REPORT, "9"), (MINUTES, "8")), put={MINUTES: minutes("应到：9人，实到：8人")}),
    _unsaid(("张三", "钱一")),
    _unsaid(("李四", "王五"), ("王五", "李四")),
    _unsaid(*((one, "周八") for one in ("张三", "李四", "王五", "赵六", "孙七", "吴九", "郑十", "钱一"))),
    _wished("李四", "张三", "希望今后抓作风再常态一些"),
    _wished("张三", "李四", "建议请示报告更规范。"),
    _wished("王五", "钱一", "望把人事工作再抓细一些"),
    Planted("XRF027", ((REPORT, "5"), (SHEET, "4")), voiced(5), put={SHEET: sheet()}),
    Planted("XRF027", ((REPORT, "12"), (SHEET, "4")), voiced(12), put={SHEET: sheet()}),
    Planted("XRF027", ((REPORT, "3"), (SHEET, "4")), voiced(3), put={SHEET: sheet()}),
    *(
        Planted(
            "XRF027",
            ((TEAM, "5"), (ACCOUNT, f"{rows}.关于")),
            ((REPORT, "上年度民主生活会查摆的5个问题，已完成4个。", ""),),
            put={ACCOUNT: account(2024, rows=rows)},
        )
        for rows in (4, 3, 2)
    ),
    Planted(
        "XRF014", ((SHEET, "李司"), (REPORT, "李四")), voiced(4), put={SHEET: sheet().replace("张三|李四", "张三|李司")}
    ),
    Planted(
        "XRF014", ((SHEET, "赵刘"), (REPORT, "赵六")), voiced(4), put={SHEET: sheet().replace("赵六|张三", "赵刘|张三")}
    ),
    Planted(
        "XRF014",
        ((TALKS, "李斯"), (REPORT, "李四")),
        talked(3),
        put={TALKS: talks("2026年1月8日", "2026年1月8日", "2026年1月9日").replace("李四|王五", "李斯|王五")},
    ),
    _post("李四", "党组成员、副局长", "党组成员、总会计师", _INVITED),
    _post("吴九", "党组成员、督导办主任", "党组成员、工会主席", _INVITED),
    _post("王五", "党组成员、副局长", "党组成员、三级调研员", _INVITED),
)

_LEAD = "根据县委组织部的通知，局党组会前集中学习了有关文件，开展了谈心谈话，听取了各方面的意见。"
_OPENINGS = tuple(
    (f"个人/{name}", first, f"{_LEAD}{first}")
    for name, first in (
        ("张三", "按照党组安排，我对照检查如下。"),
        ("李四", "现将本人的"),
        ("钱一", "现在汇报我的"),
    )
)
_ADDED = (
    ("台账/张三", "1|", "1|流程跑16趟，办法老|减环节|张三|2026年6月底前\n2|"),
    ("台账/张三", "1|", "1|村小的事问得少|逐校走访|张三|2026年6月底前\n2|"),
)

HARMLESS: tuple[Planted, ...] = (
    Planted("XRF013", (), put={ACCOUNT: account(2024)}),
    Planted("XRF013", (), put={ACCOUNT: account(2025, "{}民主生活会上年度整改落实情况报告")}),
    Planted("XRF013", (), put={ACCOUNT: account(2025, signed="2026年2月26日")}),
    Planted(
        "XRF006",
        (),
        (("台账/张三", "1|对全县", "1|开会多，不让人把话说完|限时|张三|2026年6月底前\n2|对全县"), *voiced(1)),
        put={SHEET: sheet(("李四", "张三", "开会多，常不让人把话说完", "接受"))},
    ),
    Planted(
        "XRF006",
        (),
        (("台账/张三", "1|对全县", "1|批文件字迹潦草|改用电子批|张三|2026年6月底前\n2|对全县"), *voiced(1)),
        put={MINUTES: minutes(said="李四对张三：批文件字迹太潦草。\n张三表态：接受。\n")},
    ),
    Planted(
        "XRF006",
        (),
        (("台账/李四", "1|", "1|村小第1件事没有办|走访|李四|2026年6月底前\n2|"), *collected(2)),
        put={LIST: opinions("李四", "张三").replace("班子|李四", "李四|李四")},
    ),
    Planted(
        "XRF022",
        (),
        voiced(4),
        put={
            SHEET: sheet(),
            MINUTES: minutes(said="李四对张三：请示报告不规范，拖了13天。\n赵六对张三：创新办法不多，流程跑16趟。\n"),
        },
    ),
    Planted("XRF027", (), collected(2), put={LIST: opinions("张三", "李四")}),
    Planted("XRF016", (), put={PLAN: plan(), DRAFT: draft("2026年1月20日")}),
    Planted("XRF017", (), _OPENINGS),
    Planted("XRF015", (), put={DRAFT: _INVITED}),
)
