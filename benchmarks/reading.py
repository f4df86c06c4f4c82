"""What reading and judging cost, as ratios to the floor: open the zip, inflate and parse document.xml, nothing else.

Run `python benchmarks/reading.py`. Medians of interleaved repetitions, each over a draft of its own, CPU time; only ratios of one run compare.
"""

from __future__ import annotations

import gc
import io
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.drafts import package

import mzsh_model as mz

SIZES = {"S": 60, "M": 400, "L": 5000}
REPEATS = {"S": 41, "M": 15, "L": 3}
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


def floor(data: bytes) -> None:
    """Open, inflate, parse."""
    etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def main() -> None:
    """Print the table."""
    print(f"{'':28}" + "".join(f"{name:>10}" for name in SIZES))
    table: dict[str, dict[str, float]] = {}
    for name, size in SIZES.items():
        mz.check(mz.open(heavy(draft(size))).read().value)  # warm: modules loaded, patterns compiled
        taken: dict[str, list[float]] = {}
        for copy in range(1, REPEATS[name] + 1):
            data = heavy(draft(size, copy))
            doc = mz.open(data)
            value = doc.read().value
            fresh = heavy(draft(size, -copy))
            jobs: dict[str, Callable[[], object]] = {
                "floor": lambda fresh=fresh: floor(fresh),
                "reading into the model": lambda fresh=fresh: mz.open(fresh).read(),
                "all rules": lambda value=value, doc=doc: mz.check(value, doc),
                "python-docx open and save": lambda fresh=fresh: docx.Document(io.BytesIO(fresh)).save(io.BytesIO()),
            }
            for job, run in jobs.items():
                gc.collect()
                start = time.process_time()
                run()
                taken.setdefault(job, []).append(time.process_time() - start)
        table[name] = {job: statistics.median(times) for job, times in taken.items()}
    for job in table["S"]:
        shown = [
            f"{table[n][job] * 1000:>8.1f}ms" if job == "floor" else f"{table[n][job] / table[n]['floor']:>10.2f}"
            for n in SIZES
        ]
        print(f"{job:28}" + "".join(shown))
    data = heavy(draft(SIZES["L"]))
    part = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size / 2**20
    print(
        f"peak memory of a process that reads L: {peak(data):.0f} MiB; the bound is 64 + 12 x {part:.1f} = {64 + 12 * part:.0f}"
    )


def peak(data: bytes) -> float:
    """The most memory, in MiB, that a fresh process holds while it reads `data`: interpreter, libxml2 and all.

    `VmHWM` of Linux: `ru_maxrss` would count what the process held that started it.
    """
    code = (
        "import re, sys; import mzsh_model as mz; mz.open(sys.stdin.buffer).read()\n"
        "print(re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read())[1])"
    )
    return int(subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True).stdout) / 1024


if __name__ == "__main__":
    main()
