"""Build the shipped example drafts: invented texts, typed as clerks type, with the dirt that Word leaves.

Run `python tools/make_examples.py`; the files are the same bytes each time.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

OUT = Path(__file__).parents[1] / "src" / "mzsh_model" / "examples"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DATE = (1980, 1, 1, 0, 0, 0)

MEMBER = """2025年度民主生活会⏎个人对照检查材料
某局党组成员、副局长　张三
（2026年1月15日）
根据党组统一安排，我认真参加会前集中学习4次，与班子成员和分管科室负责同志谈心谈话12人次，收到意见建议xx条。上年度民主生活会查摆的5个问题，已整改4个，“档案数字化”1个正在推进。现对照五个方面汇报如下，请同志们批评。
一、存在的主要问题
（一）带头强化政治忠诚、提高政治能力方面
一是理论学习不够系统。列入计划的5本书去年只通读了2本，研讨发言引用的还是前年的数据，被同志们当场指出。
二是从政治上看业务的习惯没有养成。研究预约取号规则时只考虑流程，没有评估老年群众的困难，运行两周后才补设窗口。
（二）带头固本强元、增强党性方面
一是组织生活不够严肃。有的同志发言内容空洞，批评意见多用“建议”“希望”，达不到红脸出汗的效果。
三是过紧日子的思想树得不牢。去年印制的宣传册有近半数积压在库房，两次培训都安排在外地。
（三）带头敬畏人民、敬畏组织、敬畏法纪方面
我能够坚持到窗口坐班，取得了一定成效，但也存在差距：一是联系群众不够经常，全年到联系点只有3次；二是受编制限制，窗口人员不足，群众排队时间较长。
（四）带头干事创业、担当作为方面
#攻坚克难的劲头不足。对历史遗留的登记事项研究过4次，每次都停留在“再摸底”，至今还有60余件没有办结。
#统筹协调的办法不多。系统对接因两个科室意见不一致拖延了近两个月，我只发函、没有上门。
（五）带头坚决扛起管党治党责任方面
一是提醒监督不够经常。对分管科室的廉政谈话一年只有2次，节前提醒多、节后抽查少，
三、原因剖析
一是理论武装抓得不深。把学习当作“软任务”，满足于参加了、传达了，没有把党的创新理论作为破解难题的方法来用，看问题容易就业务论业务。
二是宗旨意识有所淡化。习惯于坐等群众上门，换位思考不够，对群众的急难愁盼缺乏感同身受。
三是担当精神有所减退。求稳怕乱，遇到矛盾多的事项总想等一等、看一看，担心出错影响评价。
四、整改措施
（一）抓实理论学习。制定季度学习计划，每月精读1本书，2026年6月底前完成2个专题的读书报告。
（二）严肃组织生活。带头开展批评和自我批评，谈问题先从自己谈起，每次组织生活会前与3名同志谈心。
（三）聚力攻坚破难。对60余件遗留登记事项逐件建账，由登记科建立台账，2026年9月底前全部提出处理意见；系统对接每两周调度1次。
（四）压实管党治党责任。对分管科室每季度开展1次廉政谈话，谈话记录一人一档，长期坚持。
以上是我的对照检查，不妥之处，请同志们批评指正。"""

TEAM = """某局党组领导班子⏎2025年度民主生活会对照检查材料
按照上级党委统一部署，某局党组围绕开好2025年度民主生活会，组织集中学习5次，召开座谈会3场，发放征求意见表80份，梳理意见建议26条，班子成员之间、班子成员与分管部门负责人谈心谈话42人次。在此基础上，党组认真对照检查，现将有关情况报告如下。
一、上年度民主生活会查摆问题整改落实情况
上年度民主生活会查摆的8个问题，制定整改措施17条，目前已完成15条，“档案数字化”等2条正在推进。
二、存在的主要问题
（一）带头强化政治忠诚、提高政治能力方面
1.理论学习联系实际不紧。全年组织集中学习24次，专题研讨只有6次，研讨多是谈体会，结合窗口服务谈举措的不到三分之一。
2.从政治上谋划推动业务不够。制定预约取号规则时没有专题研究老年群众的困难，运行两周后才补设人工窗口。
（二）带头固本培元、增强党性方面
1.组织生活质量不高。机关支部组织生活会上，批评意见多用“建议”“希望”，有3个支部的会议记录雷同。
2.过紧日子的要求抓得不细。印制的宣传册有近半数积压在库房，两次培训都安排在外地。
（三）带头敬畏人民、敬畏组织、敬畏法纪方面
1.服务群众不够主动。办事材料重复提交的投诉全年收到14件，党组只听取过1次专题汇报。
2.依法办事的基础不牢。抽查的20份许可案卷中，有4份告知书送达日期填写不全。
（四）带头干事创业、担当作为方面
1.破解历史遗留难题的办法不多。对60余件遗留登记事项研究过4次，每次都停留在“再摸底，至今没有办结。
2.统筹协调力度不够。系统对接因两个科室意见不一致拖延近两个月，分管领导没有出面协调。
（五）带头坚决扛起管党治党责任方面
1.压力传导逐级递减。全年对科室负责人开展提醒谈话2次，对下属单位的检查只看台账、没有进点。
2.廉政风险防控不够精准。对信息化项目采购的监督只覆盖了招标环节，验收环节没有抽查。
三、典型案例剖析
对照上级通报的某单位违规发放补贴案例，党组认为，根子在于对制度的敬畏不够、内部审核流于形式，必须引以为戒、举一反三。
四、原因剖析
（一）理论武装抓得不深。把学习当成任务来完成，没有真正作为破解难题的方法，对新要求理解不透、转化不够，遇到具体问题还是习惯凭经验办事。
（二）宗旨意识有所淡化。习惯于坐等群众上门，站在群众角度考虑流程不多，对急难愁盼缺乏感同身受，服务的主动性不强。
（三）斗争精神有所减退。碰到矛盾多的事项总想等一等、看一看，班子成员之间怕伤和气，监督和批评不够经常。
五、下一步整改措施
（一）聚焦政治忠诚，抓实理论武装。每季度开展1次结合业务的专题研讨，2026年6月底前形成学习转化清单。牵头领导：张三，责任单位：办公室。
（二）聚焦固本培元，严肃组织生活。2026年3月底前对各支部会议记录开展一次抽查，宣传品印制一律先核库存。牵头领导：李四，责任单位：机关党委。
（三）聚焦敬畏法纪，改进服务和案卷质量。2026年6月底前推出第一批免重复提交材料清单，每半年评查一次许可案卷。
（五）聚焦管党治党，压实主体责任。2026年4月底前把验收环节纳入抽查范围，每季度对下属单位进点检查1次。牵头领导：王五，责任单位：机关纪委。
中共某局党组
2026年1月xx日"""

LEDGER = [
    ("序号", "存在问题", "整改措施", "责任领导", "责任部门", "完成时限", "进展情况"),
    (
        "1",
        "理论学习与业务结合不够紧密。",
        "1.每季度开展1次结合业务的专题研讨；2.建立学习成果转化清单。",
        "张三",
        "办公室",
        "2026年6月底前",
        "正在推进，已研讨1次。",
    ),
    (
        "2",
        "窗口存在“多次跑”现象，群众反映材料重复提交。",
        "推出第一批免重复提交材料清单",
        "李四",
        "审批科",
        "2026年6月底前",
        "正在推进，清单已拟出初稿。",
    ),
    ("3", "历史遗留登记事项推进缓慢。", "", "王五", "登记科", "2026年9月底前", ""),
]

REPORT = """某局党组关于2025年度民主生活会情况的报告
上级党委组织部：
按照《关于开好2025年度民主生活会的通知》要求，某局党组于2026年1月20日召开2025年度民主生活会，由党组书记张三同志主持，应到7人，实到7人，上级督导组到会指导。现将有关情况报告如下。
一、精心组织，做好会前准备
一是组织学习研讨。开展专题学习3次。二是征求意见建议。召开座谈会3场，发放征求意见表80份，梳理意见建议26条。三是开展谈心谈话。谈心谈话42人次。
二、严肃认真，开好民主生活会
会上通报了上年度民主生活会整改落实情况。党组重点查摆出3方面问题：一是在带头强化政治忠诚、提高政治能力方面，还存在理论学习不够系统的问题。二是在带头干事创业、担当作为方面，还存在破解历史遗留难题办法不多的问题。
党组剖析了原因：一是理论武装抓得不深。二是担当精神有所减退。
班子成员之间提出批评意见30条。
三、压实责任，抓好整改落实
（一）抓实理论学习。由办公室牵头，2026年3月底前形成学习转化清单。
（二）聚力攻坚破难。由登记科牵头，2026年9月底前对遗留登记事项全部提出处理意见。
中共某局党组
2026年1月28日"""


def run(text: str, n: int) -> str:
    """One run as Word writes it, with the marks it scatters."""
    parts = text.split("⏎")
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(p)}</w:t>' for p in parts)
    return (
        f'<w:r w:rsidR="00A1{n % 97:02X}4B"><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>{inner}</w:r>'
    )


def paragraph(text: str, n: int, *, before: str = "", after: str = "") -> str:
    """A paragraph whose runs are cut where spelling checks and edits cut them."""
    auto = text.startswith("#")
    text = text.removeprefix("#")
    ppr = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' if auto else ""
    cuts = sorted({0, len(text), *(i for i in range(5 + n % 4, len(text), 17 + n % 5))})
    runs = "".join(run(text[a:b], n + a) for a, b in itertools.pairwise(cuts) if b > a)
    return f'<w:p>{ppr}{before}<w:proofErr w:type="gramStart"/>{runs}<w:proofErr w:type="gramEnd"/>{after}</w:p>'


def table(rows: list[tuple[str, ...]]) -> str:
    """A plain table, its first row marked as the header."""
    out = ""
    for index, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if index == 0 else ""
        out += f"<w:tr>{head}" + "".join(f"<w:tc><w:tcPr/>{paragraph(cell, index)}</w:tc>" for cell in row) + "</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * len(rows[0])}</w:tblGrid>{out}</w:tbl>"


def package(body: str, *, numbered: bool = False, comment: str = "") -> bytes:
    """A minimal Word package around a body."""
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    types += f'<Override PartName="/word/document.xml" ContentType="{kind}document.main+xml"/>'
    relations = ""
    parts: dict[str, str] = {}
    if numbered:
        types += f'<Override PartName="/word/numbering.xml" ContentType="{kind}numbering+xml"/>'
        relations += f'<Relationship Id="rId1" Type="{R}/numbering" Target="numbering.xml"/>'
        parts["word/numbering.xml"] = (
            f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1是"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        )
    if comment:
        types += f'<Override PartName="/word/comments.xml" ContentType="{kind}comments+xml"/>'
        relations += f'<Relationship Id="rId2" Type="{R}/comments" Target="comments.xml"/>'
        parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="李四" w:date="2026-01-16T09:00:00Z" w:initials="L">'
            f"<w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment></w:comments>"
        )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    files = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, DATE), (head + text).encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def main() -> None:
    """Write the examples."""
    out = ""
    for n, text in enumerate(MEMBER.split("\n")):
        before = after = ""
        if "统筹协调" in text:
            before = '<w:commentRangeStart w:id="0"/>'
            after = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        if text.startswith("（四）压实"):
            text, tail = text.split("，长期坚持。")[0], "，长期坚持。"
            after = f'<w:ins w:id="7" w:author="李四" w:date="2026-01-16T09:00:00Z">{run(tail, n)}</w:ins>'
        out += paragraph(text, n, before=before, after=after)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "个人对照检查材料.docx").write_bytes(package(out, numbered=True, comment="这里能否写得再具体一些？"))
    team = "".join(paragraph(text, n) for n, text in enumerate(TEAM.split("\n")))
    (OUT / "班子对照检查材料.docx").write_bytes(package(team))
    lead = paragraph("某局党组2025年度民主生活会问题整改台账", 1) + paragraph(
        "台账共列出3个问题、3条整改措施，实行对账销号。", 2
    )
    (OUT / "整改台账.docx").write_bytes(package(lead + table(LEDGER)))
    report = "".join(paragraph(text, n) for n, text in enumerate(REPORT.split("\n")))
    (OUT / "情况报告.docx").write_bytes(package(report))


if __name__ == "__main__":
    main()
