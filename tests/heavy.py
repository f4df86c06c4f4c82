"""Long drafts as heavy as Word writes them, and what a process holds that reads one."""

from __future__ import annotations

import subprocess
import sys
from xml.sax.saxutils import escape

from mzsh_model.testing.word_files import package

NUMBERS = "一二三四五六七八九"
SENTENCES = (
    "理论学习不够系统，列入计划的书目去年只通读了2本，研讨发言引用的还是前年的数据。",
    "调研作风不够扎实，有4次是当天往返，听汇报多、看现场少，与一线职工面对面交流不足。",
    "对历史遗留的登记事项研究过4次，每次都停留在“再摸底”，至今还有60余件没有办结。",
    "组织生活不够严肃，批评意见多用“建议”“希望”，达不到红脸出汗的效果。",
)


def draft(size: int, copy: int = 0) -> list[str]:
    """A member's draft of `size` paragraphs; no two copies share a paragraph that a cache could remember."""
    lines = ["2025年度民主生活会个人对照检查材料", "会前，我认真参加学习，收到意见建议7条。", "一、存在的主要问题"]
    head = 0
    while len(lines) < size - 12:
        head += 1
        lines.append(f"（{NUMBERS[head % 9]}）第{copy}之{head}方面")
        lines += [
            f"{NUMBERS[n]}是第{copy}之{head * 4 + n}项{SENTENCES[(n + head) % 4]}{SENTENCES[n % 4]}" for n in range(4)
        ]
    lines.append("二、原因剖析")
    lines += [f"{NUMBERS[n]}是第{copy}条{SENTENCES[n]}" for n in range(4)]
    lines.append("三、整改措施")
    lines += [
        f"（{NUMBERS[n]}）加强第{copy}项学习。由办公室牵头，2026年6月底前完成{n + 2}个专题，{SENTENCES[n]}"
        for n in range(4)
    ]
    return lines


def heavy(lines: list[str]) -> bytes:
    """The lines as heavy as Word writes them: 3 to 8 runs a paragraph, fonts, hints, rsids."""
    body = ""
    for n, line in enumerate(lines):
        step = max(1, len(line) // (3 + n % 6) + 1)
        runs = "".join(
            f'<w:r w:rsidRPr="00A{n % 1000:03d}4B"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312"'
            f' w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t xml:space="preserve">{escape(line[i : i + step])}</w:t></w:r>'
            for i in range(0, len(line), step)
        )
        body += (
            f'<w:p w:rsidR="00B{n % 1000:03d}" w:rsidRDefault="00C1D2E3"><w:pPr><w:spacing w:line="579" w:lineRule="exact"/>'
            f'<w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>{runs}</w:p>'
        )
    return package(body)


def peak(data: bytes) -> float:
    """The most memory, in MiB, that a fresh process holds while it reads `data`: interpreter, libxml2 and all.

    `VmHWM` of Linux: `ru_maxrss` would count what the process held that started it.
    """
    code = (
        "import re, sys; import mzsh_model as mz; mz.open(sys.stdin.buffer).read()\n"
        "print(re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read())[1])"
    )
    return int(subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True).stdout) / 1024
