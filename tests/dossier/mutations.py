"""One fault planted in the meeting of nine, for every rule in three phrasings, and the places where it must be told.

A case takes papers out (`out`), puts some in (`put`), and replaces words (`edits`: path, old, new); `told` are the places of the
one finding: the paper, and words that its quote has. `reviewed` puts in the version of a paper that was sent for review: the paper,
words of it, what stood there then, and the line by which it was agreed to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations


@dataclass(frozen=True)
class Planted:
    code: str
    told: tuple[tuple[str, str], ...]
    edits: tuple[tuple[str, str, str], ...] = ()
    out: tuple[str, ...] = ()
    put: Mapping[str, str] = field(default_factory=dict)
    reviewed: tuple[tuple[str, str, str, str], ...] = ()


TEAM, REPORT, ROWS = "班子对照检查材料", "情况报告", "班子整改台账"
_HEADS = "序号|问题|整改措施|责任人|完成时限\n"
_LAST = "某县教育局党组领导班子2024年度民主生活会整改台账\n" + _HEADS
_LAST_ROWS = (
    "教师培训针对性不强|按学段分班|张三|2025年6月底前",
    "档案数字化进度慢|完成扫描|李四|2025年6月底前",
    "食堂招标不规范|公开招标|赵六|2025年6月底前",
    "校车线路空白|开通两条|周八|2025年6月底前",
    "公文运转超时|限时办结|郑十|2025年6月底前",
)


def last_ledger(*rows: str) -> dict[str, str]:
    told = rows or _LAST_ROWS
    return {"去年/班子整改台账": _LAST + "".join(f"{n}|{row}\n" for n, row in enumerate(told, 1))}


def _copied(fault: str, name: str, here: str, there: str) -> tuple[tuple[str, str, str], ...]:
    return ((f"个人/{name}", here, fault), ("个人/张三", there, fault))


_ROW = "2026年6月底前逐件答复余下12件|李四|2026年6月底前\n"
_ADDED = ("会上提出批评意见72条。", "会上提出批评意见72条。{}")


def _voiced(code: str, text: str, *told: str) -> Planted:
    return Planted(
        code,
        tuple((REPORT, words) for words in told),
        ((REPORT, "会上提出批评意见72条。", f"会上提出批评意见72条。{text}"),),
    )


def _shared(fault: str) -> Planted:
    """Three members name one problem, in their papers and in their ledgers; the team does not."""
    people = (("张三", "同志之间拉不下脸"), ("王五", "自我改造抓得不紧"), ("孙七", "参加教研室支部活动不经常"))
    edits = [(f"{folder}/{name}", old, fault) for folder in ("个人", "台账") for name, old in people]
    return Planted("XRF009", tuple((f"个人/{name}", fault) for name, _ in people), tuple(edits))


_PASSAGES = (
    "总以为自己经历多、见识广，碰到新问题习惯拿老办法去套，听不进不同意见，久而久之就成了经验主义",
    "平时忙于开会、批文件、跑现场，静下来想一想为了谁、依靠谁的时候太少，心里离群众也就远了",
    "有时候明知道这样办不妥当，但看到别人都这么办，自己也就跟着办，事后又拿大家都一样来宽慰自己",
)

_OPINIONS = "某县教育局党组2025年度民主生活会征求意见清单\n序号|意见建议|针对对象|认领人|拟采取措施\n1|多到村小看看|班子|张三|逐校走访\n2|{}|班子||\n"


def _opinion(text: str) -> Planted:
    two = tuple((path, "征求意见建议31条", "征求意见建议2条") for path in (TEAM, REPORT))
    return Planted("XRF023", (("征求意见清单", text),), two, put={"征求意见清单": _OPINIONS.format(text)})


_AGENDA = ("通报上年度整改落实情况", "班子对照检查", "成员逐一发言，开展相互批评", "督导组点评", "会议总结")
_HELD = (
    "张三同志主持，郑十同志通报上年度整改情况",
    "张三同志作班子对照检查",
    "各位成员逐个对照检查，相互批评",
    "督导组组长作点评",
    "张三同志总结",
)


def _held(kind: str, title: str, *items: str) -> Planted:
    """A plan and minutes beside the meeting's papers; `items` are planned too, and were not held."""
    listed = "".join(f"（{'一二三四五六七'[n]}）{item}\n" for n, item in enumerate((*_AGENDA, *items)))
    told = "".join(f"{'一二三四五六七'[n]}、{item}\n会上照此进行。\n" for n, item in enumerate(_HELD))
    unit = "某县教育局党组2025年度民主生活会"
    plan = f"{unit}方案\n定于2026年1月20日召开会议，现制定方案如下。\n一、会前准备\n谈心谈话，撰写材料。\n二、会议程序\n{listed}"
    paper = f"{unit}{title}\n时间：2026年1月20日\n主持人：张三\n{told}"
    told_at = tuple((("会议方案", item), (kind, title)) for item in items)
    return Planted("XRF024", told_at[0], put={"会议方案": plan, kind: paper})


_LETTERS = ("过紧日子的习惯没养成", "信访条线印了15本册子", "信访条线印了5本册子")
_CHECKS = ("抓作风不够常态", "19天里办公室去同一所学校", "9天里办公室去同一所学校")
_SCHOOLS = ("服务村小不够主动", "事项31件，办结19件", "事项31件，办结9件")


def _changed(path: str, fault: tuple[str, str, str], line: str, decision: str) -> Planted:
    """The paper that is used says other numbers than the one that was agreed to."""
    told, now, then = fault
    return Planted("XRF025", ((path, told), (f"{path}（送审稿）", decision)), reviewed=((path, now, then, line),))


_NAMES = ("张三", "李四", "王五", "赵六", "孙七", "周八", "吴九", "郑十", "钱一")


def _silent(*without: tuple[str, str]) -> Planted:
    """A summary of the talks that every two members had, these left out."""
    pairs = [pair for pair in combinations(_NAMES, 2) if pair not in without]
    title = "某县教育局党组2025年度民主生活会谈心谈话情况汇总表"
    rows = "".join(f"{n}|{one}|{other}|2026年1月5日|交换意见\n" for n, (one, other) in enumerate(pairs, 1))
    told = f"{title}\n序号|谈话人|谈话对象|谈话时间|主要内容\n{rows}"
    return Planted("XRF026", (("谈心谈话汇总", title),), put={"谈心谈话汇总": told})


PLANTED: tuple[Planted, ...] = (
    _silent(("张三", "钱一")),
    _silent(("李四", "王五"), ("周八", "吴九")),
    _silent(*(("张三", name) for name in _NAMES[1:])),
    _held("会议记录", "会议记录", "民主测评"),
    _held("主持词", "主持词", "集体学习反面典型案例通报"),
    _held("会议纪要", "会议纪要", "现场评议各位成员"),
    _changed("个人/李四", _LETTERS, "审核人：张三；审核时间：2026年1月8日；审核意见：同意", "同意"),
    _changed("个人/张三", _CHECKS, "督导组预审意见：可以使用。2026年1月10日", "可以使用"),
    _changed(TEAM, _SCHOOLS, "（经县纪委监委、县委组织部审核同意）", "同意"),
    _opinion("校门口晚高峰停车难"),
    _opinion("希望增加午餐菜品"),
    _opinion("家属院暖气不热"),
    Planted("XRF001", ((REPORT, "周八"),), out=("个人/周八",)),
    Planted("XRF001", (), out=(TEAM,)),
    Planted("XRF001", (), out=(REPORT,)),
    *(
        Planted(
            "XRF002",
            (("个人/吴九", "个人对照检查材料"), ("个人/吴九（又一份）", "个人对照检查材料")),
            put={"个人/吴九（又一份）": text},
        )
        for text in (
            "个人对照检查材料\n某县教育局党组成员、督导办主任　吴九\n一、存在的问题\n1.读书少。全年只读1本。\n2.下校少。只去过2所。\n二、整改措施\n1.每月读1本书。\n2.每月下校1次。\n",
            "2025年度民主生活会个人对照检查材料\n吴九\n一、存在的主要问题\n（一）理论学习方面\n1.笔记抄得多、想得少。\n2.学了不用。\n二、整改措施\n1.每季度写1篇体会，2026年6月底前2篇。\n2.带着题目学。\n",
            "某县教育局民主生活会个人对照检查材料\n督导办主任　吴九\n一、查摆的问题\n一是材料审得粗。二是批评不敢讲真话。\n二、原因分析\n一是怕得罪人。\n三、整改措施\n一是材料当天审完。二是每次会提1条真意见。\n",
        )
    ),
    Planted("XRF003", ((REPORT, "10"),), ((REPORT, "应到9人，实到9人", "应到10人，实到9人"),)),
    Planted("XRF003", ((REPORT, "8"),), ((REPORT, "应到9人，实到9人", "应到会8人，实到会8人"),)),
    Planted("XRF003", ((REPORT, "李四"), ("个人/钱一", "钱一")), ((REPORT, "郑十、钱一参加", "郑十、郑十参加"),)),
    Planted("XRF004", ((REPORT, "13"), (TEAM, "31")), ((REPORT, "征求意见建议31条", "征求意见建议13条"),)),
    Planted("XRF004", ((REPORT, "54"), (TEAM, "45")), ((TEAM, "谈心谈话54人次", "谈心谈话45人次"),)),
    Planted(
        "XRF004",
        ((REPORT, "6"), (TEAM, "5")),
        ((REPORT, "上年度民主生活会查摆的5个问题，已完成4个", "上年度民主生活会查摆的6个问题，已完成4个"),),
    ),
    Planted(
        "XRF005",
        ((TEAM, "服务村小不够主动"),),
        ((ROWS, "3|服务村小不够主动。村小反映空置的实验室、过期的灭火器等事项31件，办结19件。|" + _ROW, ""),),
    ),
    Planted("XRF005", (("个人/周八", "个人对照检查材料"),), out=("台账/周八",)),
    Planted(
        "XRF005",
        (("个人/李四", "对来信的分析停在数字上"),),
        (("个人/李四", "二、原因剖析", "二是对来信的分析停在数字上。季度通报只有件数，没有一句原因。\n二、原因剖析"),),
    ),
    Planted(
        "XRF006",
        ((ROWS, "公车管理有漏洞"),),
        ((ROWS, "3|服务", "3|公车管理有漏洞|安装定位|办公室|2026年3月底前\n3|服务"),),
    ),
    Planted(
        "XRF006",
        (("台账/李四", "下班后手机常打不通"),),
        (("台账/李四", "5|一岗双责", "5|下班后手机常打不通|24小时开机|李四|2026年3月底前\n6|一岗双责"),),
    ),
    Planted(
        "XRF006",
        (("台账/钱一", "会风不实"),),
        (("台账/钱一", "1|", "1|会风不实，会议超时|限时发言|钱一|2026年3月底前\n2|"),),
    ),
    Planted(
        "XRF007",
        ((ROWS, "工作主动性有待提高"), (TEAM, "服务村小不够主动")),
        ((ROWS, "服务村小不够主动。村小反映空置的实验室、过期的灭火器等事项31件，办结19件。", "工作主动性有待提高"),),
    ),
    Planted(
        "XRF007",
        (("台账/张三", "一些工作还需加力"), ("个人/张三", "抓作风不够常态")),
        (("台账/张三", "抓作风不够常态。全县教育检查扎堆，19天里办公室去同一所学校2次。", "一些工作还需加力"),),
    ),
    Planted(
        "XRF007",
        (("台账/李四", "有时讲究不够"), ("个人/李四", "过紧日子的习惯没养成")),
        (
            (
                "台账/李四",
                "过紧日子的习惯没养成。信访条线印了15本册子，4本至今堆在信访科，与重复来信放在一处。",
                "有时讲究不够",
            ),
        ),
    ),
    _shared("夜间值班带班不在岗，靠电话遥控"),
    _shared("对下级报来的假数字睁一只眼闭一只眼"),
    _shared("公文改了又改，让基层陪着熬夜"),
    Planted("XRF010", ((REPORT, "干部年龄老化"),), ((REPORT, "理论学习与办学难题结合不紧", "干部年龄老化"),)),
    Planted("XRF010", ((REPORT, "基层党建经费偏少"),), ((REPORT, "压力传导到科室不够", "基层党建经费偏少"),)),
    Planted("XRF010", ((REPORT, "统计口径多头"),), ((REPORT, "服务村小不够主动", "统计口径多头"),)),
    *(
        Planted(
            "XRF011",
            ((REPORT, "锲而不舍"), (path, theme)),
            (
                *edits,
                (
                    REPORT,
                    "现将有关情况报告如下",
                    "会议主题为“锲而不舍落实中央八项规定精神，推进作风建设常态化长效化”。现将有关情况报告如下",
                ),
            ),
        )
        for path, theme, edits in (
            (
                TEAM,
                "学思想、强党性、重实践、建新功",
                ((TEAM, "会前，党组", "党组围绕“学思想、强党性、重实践、建新功”这一主题作了准备。会前，党组"),),
            ),
            (
                "个人/李四",
                "严以修身用权律己",
                (("个人/李四", "现将本人的", "紧扣“严以修身用权律己、谋事创业做人要实”主题，现将本人的"),),
            ),
            (
                "个人/钱一",
                "巩固深化党纪学习教育成果",
                (("个人/钱一", "现在汇报我的", "会议主题是“巩固深化党纪学习教育成果，严守纪律规矩”。现在汇报我的"),),
            ),
        )
    ),
    Planted(
        "XRF012",
        (("台账/周八", "某县水利局党组"), (TEAM, "某县教育局党组")),
        (("台账/周八", "某县教育局党组", "某县水利局党组"),),
    ),
    Planted(
        "XRF012",
        ((ROWS, "某县卫健局党组"), (TEAM, "某县教育局党组")),
        ((ROWS, "某县教育局党组\n领导班子", "某县卫健局党组\n领导班子"),),
    ),
    Planted(
        "XRF012",
        (("个人/吴九", "某市教育集团"), (TEAM, "某县教育局党组")),
        (("个人/吴九", "2025年度民主生活会个人对照检查材料", "某市教育集团2025年度民主生活会个人对照检查材料"),),
    ),
    Planted(
        "XRF013",
        (("个人/钱一", "2024年度"), (TEAM, "2025年度")),
        (("个人/钱一", "2025年度民主生活会个人", "2024年度民主生活会个人"),),
    ),
    Planted("XRF013", ((ROWS, "2022年度"), (TEAM, "2025年度")), ((ROWS, "2025年度", "2022年度"),)),
    Planted("XRF013", (("台账/吴九", "2024年度"), (TEAM, "2025年度")), (("台账/吴九", "2025年度", "2024年度"),)),
    Planted("XRF014", ((REPORT, "周巴"), ("个人/周八", "周八")), ((REPORT, "周八", "周巴"),)),
    Planted("XRF014", (("个人/吴九", "吴久"), (REPORT, "吴九")), (("个人/吴九", "　吴九", "　吴久"),)),
    Planted("XRF014", (("台账/李四", "李司"), (REPORT, "李四")), (("台账/李四", "姓名：李四", "姓名：李司"),)),
    Planted("XRF015", (("个人/张三", "张三"), (REPORT, "张三")), ((REPORT, "由党组书记张三", "由党组副书记张三"),)),
    Planted(
        "XRF015",
        (("个人/张三", "张三"), (REPORT, "张三")),
        (("个人/张三", "某县教育局党组书记、局长", "某县教育局党组成员、副局长"),),
    ),
    Planted("XRF015", (("个人/张三", "张三"), (REPORT, "张三")), ((REPORT, "由党组书记张三", "由副县长张三"),)),
    Planted(
        "XRF016",
        (("个人/王五", "2026年2月9日"), (REPORT, "2026年1月20日")),
        (("个人/王五", "副局长　王五\n", "副局长　王五\n（2026年2月9日）\n"),),
    ),
    Planted(
        "XRF016", ((REPORT, "2026年1月12日"), (REPORT, "2026年1月20日")), ((REPORT, "2026年1月28日", "2026年1月12日"),)
    ),
    Planted(
        "XRF016",
        (("台账/李四", "2025年6月底前"), (REPORT, "2026年1月20日")),
        (("台账/李四", "结合重复来信写出3篇调研|李四|2026年6月底前", "结合重复来信写出3篇调研|李四|2025年6月底前"),),
    ),
    *(
        Planted(
            "XRF017",
            ((f"个人/{name}", text[:20]), ("个人/张三", text[:20])),
            _copied(f"{text}。", name, here, "全县教育里看得见的抢着做，学位缺口这类不显眼的放一边。"),
        )
        for text, name, here in zip(
            _PASSAGES,
            ("李四", "李四", "李四"),
            (
                "遇到重复来信的矛盾，先想的是别在信访科闹大。",
                "坐在办公室看重复来信的报表多，站到群众那一边想得少。",
                "总以为信访有分管科室，重复来信轮不到自己操心。",
            ),
            strict=True,
        )
    ),
    *(
        Planted(
            "XRF018",
            ((TEAM, now), ("去年/班子整改台账", before)),
            put=last_ledger(f"{before}|x|张三|2025年6月底前", *_LAST_ROWS[1:]),
        )
        for now, before in (
            ("服务村小不够主动", "服务村小不够主动"),
            ("压力传导到科室不够", "压力传导到科室还不够"),
            ("班子成员之间交心不够", "班子成员之间，交心谈心不够"),
        )
    ),
    Planted(
        "XRF019",
        ((TEAM, "教师培训针对性不强"), ("去年/班子整改台账", "公文运转超时")),
        (
            (
                TEAM,
                "一、存在的主要问题",
                "一、上年度整改落实情况\n1.教师培训针对性不强。已分班。\n2.档案数字化进度慢。已扫完。\n3.食堂招标不规范。已公开招标。\n4.校车线路空白。已开通。\n5.党员积分制不实。已停用。\n一、存在的主要问题",
            ),
        ),
        put=last_ledger(),
    ),
    Planted(
        "XRF019",
        ((TEAM, "关于教师培训"), ("去年/班子整改台账", "校车线路空白")),
        (
            (
                TEAM,
                "一、存在的主要问题",
                "一、上年度整改落实情况\n1.关于教师培训针对性不强、公文运转超时的问题。已改。\n2.关于档案数字化进度慢、食堂招标不规范的问题。正在推进。\n一、存在的主要问题",
            ),
        ),
        put=last_ledger(),
    ),
    Planted(
        "XRF019",
        ((TEAM, "教师培训针对性不强"), ("去年/班子整改台账", "食堂招标不规范")),
        (
            (
                TEAM,
                "一、存在的主要问题",
                "一、上年度整改落实情况\n1.教师培训针对性不强。已分班。\n2.档案数字化进度慢。已扫完。\n3.校车线路空白。已开通。\n4.公文运转超时。已限时。\n一、存在的主要问题",
            ),
        ),
        put=last_ledger(),
    ),
    _voiced("XRF020", "李四对李四提出：用党的创新理论指导信访的本领不强。", "用党的创新理论指导信访"),
    _voiced("XRF020", "张三同志对张三同志提出：请示报告不规范，拖了13天。", "请示报告不规范"),
    _voiced("XRF020", "钱一向钱一提出：人事上防风险的弦绷得不紧。", "防风险的弦"),
    _voiced(
        "XRF021",
        "张三对李四提出：学法用法跟不上，党性锻炼有松劲。张三对赵六提出：学法用法跟不上，党性锻炼有松劲。",
        "学法用法",
        "学法用法",
    ),
    _voiced(
        "XRF021",
        "李四对张三提出：创新办法不多，抓作风不够常态，自我改造抓得不紧。李四对王五提出：创新办法不多，抓作风不够常态，自我改造抓得不紧。",
        "创新办法不多",
        "创新办法不多",
    ),
    _voiced(
        "XRF021",
        "李四对张三提出：请示报告不规范，自我改造抓得不紧。李四对王五提出：请示报告不规范，自我改造抓得不够紧。",
        "请示报告不规范",
        "请示报告不规范",
    ),
    _voiced("XRF022", "张三对周八提出：开会爱看手机，常打断别人。", "开会爱看手机"),
    _voiced("XRF022", "李四对张三提出：批文件字迹潦草，让人猜。", "字迹潦草"),
    _voiced("XRF022", "王五同志对孙七同志提出：外语培训报了名，一次没去。", "外语培训"),
)
