"""Runs to be carried: the examples, a draft full of what must not get through, a file that cannot be checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from mzsh_model.batch.files import find_documents
from mzsh_model.batch.review import Review
from mzsh_model.batch.run import check_file
from mzsh_model.batch.suppression import By, Suppressed
from mzsh_model.rules.finding import Level
from mzsh_model.rules.profile import load_profile

EXAMPLES = Path(str(files("mzsh_model.examples")))
DAY = date(2026, 1, 20)
NASTY = "<script>alert('甲')</script>&\u202e\x1b[31m=1+1,\x85\u2028%0A::error::乙xx"
DRAFT = f"""某局党组成员2025年度民主生活会个人对照检查材料
上年度查摆的4个问题，已整改4个。
一、存在的问题
一是学习不够系统，有的同志{NASTY}，列入计划的4本书只读了2本。
三是=HYPERLINK("x")调研不够深入，全年只到联系点xx次。
二、整改措施
1.+读完4本书{NASTY}。
2.@到联系点6次。
3.-接访12次。
"""


def review_of(folder: Path, *, suppressing: int = 0) -> Review:
    """A run over the examples, a nasty draft and a broken file; of the first file so many findings do not count."""
    (folder / "刁钻,100%.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "坏的.docx").write_bytes(b"PK\x03\x04 nothing")
    profile = load_profile(None)
    found = find_documents([EXAMPLES, folder])
    results = [replace(check_file(path, profile=profile, today=DAY), document=None, value=None) for path in found.paths]
    first = results[0]
    hidden = tuple(Suppressed(f, By.ACCEPTED, f"会上定了，不改{NASTY}") for f in first.result.findings[:suppressing])
    kept = first.result.without({one.finding.fingerprint for one in hidden})
    results[0] = replace(first, result=kept, suppressed=hidden)
    return Review(results, found, profile, DAY, fail_on=Level.MUST, shows_suppressed=bool(suppressing))


def counted(review: Review) -> list[tuple[str, str]]:
    """File and fingerprint of every finding that counts."""
    return [(one.path, finding.fingerprint) for one in review.files for finding in one.result.findings]
