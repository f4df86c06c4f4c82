"""Long papers built as people build them: everything in them grows with their size, problems, measures, tables and comments."""

from __future__ import annotations

import io
import zipfile
from itertools import count
from xml.sax.saxutils import escape

from mzsh_model.testing.word_files import R, W, package
from tests.heavy import NUMBERS

_TOPICS = tuple(["理论学习", "党史教育", "网络宣传", "保密管理", "项目审批", "窗口服务", "信访接待", "档案归集", "经费报销", "车辆调度", "食堂改造", "工会活动", "老干部走访", "安全巡查", "合同签订", "印章使用", "招标采购", "值班备勤", "人才引进", "年度考核"])  # fmt: skip
_FAULTS = tuple(["安排不够系统", "抓得时紧时松", "标准不够高", "方法比较单一", "检查流于形式", "跟进不够及时", "研究不够深入", "听取意见偏少", "责任压得不实", "考虑群众不多", "总结提炼不足"])  # fmt: skip
_FACTS = tuple(["全年只开了{}次会", "有{}件事拖到年底", "{}名职工先后提过意见", "计划的{}本书没有读完", "{}项任务没有按时办结", "到联系点只去了{}次", "{}份材料退回重写"])  # fmt: skip
_ACTIONS = tuple(["制定计划", "逐月检查", "列出清单", "公开结果", "当面答复", "建立台账", "开展培训"])
_NAMES = tuple(["张三", "李四", "王五", "赵六", "钱七", "孙八", "周九"])


def _topic(n: int, copy: int) -> str:
    return _TOPICS[(n + copy) % len(_TOPICS)] + _TOPICS[(n // len(_TOPICS) + n + copy) % len(_TOPICS)][:2]


def issue(n: int, copy: int = 0) -> str:
    """The words of a problem; hardly any two of a paper are alike."""
    fact = _FACTS[(n // 3 + copy) % len(_FACTS)].format(n % 83 + 2)
    return f"{_topic(n, copy)}{_FAULTS[n % len(_FAULTS)]}，{fact}，第{copy}号材料里记了{n}处。"


def measure(n: int, copy: int = 0) -> str:
    """The words of the measure that answers problem `n`."""
    act = _ACTIONS[n % len(_ACTIONS)]
    return f"改进{_topic(n, copy)}。由{_NAMES[n % 7]}牵头{act}，2026年{n % 12 + 1}月底前完成{n % 83 + 2}项。"


def examination(size: int, copy: int = 0) -> list[str]:
    """A member's paper with `size` problems and as many measures, under aspects; every tenth problem gives a short name."""
    lines = ["2025年度民主生活会个人对照检查材料", "会前，我认真参加学习，收到意见建议7条。", "一、存在的主要问题"]
    for n in range(size):
        if n % 5 == 0:
            lines.append(f"（{_han(n // 5 + 1)}）{_topic(n, copy)}方面")
        short = f"《{_topic(n, copy)}第{n}号办法》（以下简称“办法{n}”）执行不严。" if n % 10 == 0 else ""
        lines.append(f"{NUMBERS[n % 5]}是{issue(n, copy)}{short}")
    lines.append("二、原因剖析")
    lines += [f"{n + 1}.{_topic(n, copy)}认识不深，对办法{n * 50}领会不够。" for n in range(max(1, size // 5))]
    lines.append("三、整改措施")
    lines += [f"{n + 1}.{measure(n, copy)}" for n in range(size)]
    return lines


def ledger(size: int, copy: int = 0) -> list[list[str]]:
    """The rows of a rectification ledger, its heading first."""
    head = ["序号", "存在问题", "整改措施", "责任人", "完成时限"]
    return [
        head,
        *([str(n + 1), issue(n, copy), measure(n, copy), _NAMES[n % 7], "2026年6月底前"] for n in range(size)),
    ]


def report(size: int, copy: int = 0) -> list[str]:
    """A report of a meeting with `size` problems, as many measures, and as many criticisms by name."""
    lines = [
        "关于某局党组2025年度民主生活会情况的报告",
        "区委组织部：",
        "2026年1月20日，某局党组召开2025年度民主生活会。党组书记张三主持会议，党组成员李四、王五、赵六参加，区委第二督导组组长钱七到会指导。",
        "一、会前准备情况",
        f"会前组织学习3次，征求意见建议{size}条，谈心谈话{size + 2}人次。2024年度民主生活会查摆的8个问题已全部整改。",
        "二、会议召开情况",
    ]
    lines += [f"{_NAMES[n % 7]}对{_NAMES[(n + 1) % 7]}提出：{issue(n, copy + 1)}" for n in range(size)]
    lines.append("三、查摆出的主要问题")
    lines += [f"{n + 1}.{issue(n, copy)}" for n in range(size)]
    lines.append("四、整改措施")
    lines += [f"{n + 1}.{measure(n, copy)}" for n in range(size)]
    return lines


def one_line(size: int, copy: int = 0) -> str:
    """A paper whose problems stand in a single paragraph."""
    told = "".join(f"{_han(n + 1)}是{issue(n, copy)}" for n in range(size))
    return f"个人对照检查材料\n一、存在的问题\n{told}\n二、整改措施\n一是{measure(1, copy)}\n"


def word(lines: list[str], *, rows: list[list[str]] | None = None, comments: int = 0, revisions: int = 0) -> bytes:
    """A Word file of lines, and of a table behind them; on every so many lines a comment of somebody, or a tracked change."""
    ids = count()
    body: list[str] = []
    said: list[str] = []
    for n, line in enumerate(lines):
        noted = bool(comments) and n % comments == comments - 1
        changed = bool(revisions) and n % revisions == revisions - 1
        cut = len(line) // 2
        first, second = _runs(line[:cut], n), _runs(line[cut:], n + 1)
        if changed:
            first = f'<w:del w:id="{next(ids)}" w:author="甲" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>原来</w:delText></w:r></w:del>{first}'
            second = f'<w:ins w:id="{next(ids)}" w:author="甲" w:date="2026-01-01T00:00:00Z">{second}</w:ins>'
        if noted:
            mark = len(said)
            said.append(f'<w:comment w:id="{mark}" w:author="乙"><w:p>{_runs("请再核对。", 0)}</w:p></w:comment>')
            first = f'<w:commentRangeStart w:id="{mark}"/>{first}<w:commentRangeEnd w:id="{mark}"/><w:r><w:commentReference w:id="{mark}"/></w:r>'
        body.append(_paragraph(first + second, n))
    if rows is not None:
        cells = ("".join(f"<w:tc>{_paragraph(_runs(cell, 0), 0)}</w:tc>" for cell in row) for row in rows)
        body.append("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>")
    made = package("".join(body))
    return _with_comments(made, "".join(said)) if said else made


def _paragraph(runs: str, n: int) -> str:
    return (
        f'<w:p w:rsidR="00B{n % 1000:03d}" w:rsidRDefault="00C1D2E3"><w:pPr><w:spacing w:line="579" w:lineRule="exact"/>'
        f'<w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>{runs}</w:p>'
    )


def _runs(text: str, n: int) -> str:
    step = max(1, len(text) // (2 + n % 3) + 1)
    return "".join(
        f'<w:r w:rsidRPr="00A{n % 1000:03d}4B"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312"'
        f' w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t xml:space="preserve">{escape(text[at : at + step])}</w:t></w:r>'
        for at in range(0, len(text), step)
    )


def _with_comments(data: bytes, comments: str) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "[Content_Types].xml":
                text = text.replace(
                    "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
                )
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
        made = {
            "word/comments.xml": f'<w:comments xmlns:w="{W}">{comments}</w:comments>',
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{R}/comments" Target="comments.xml"/></Relationships>',
        }
        for name, text in made.items():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _han(number: int) -> str:
    """A number below 10,000 in Chinese."""
    said, digits = "", "零一二三四五六七八九"
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            said += digits[digit] + name
        elif said and number:
            said = said.rstrip("零") + "零"
    return said.rstrip("零").removeprefix("一") if said.startswith("一十") else said.rstrip("零")
