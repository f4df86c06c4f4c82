"""Words that are two things at once: the heading that names an aspect is written once, and both are what was asked."""

from __future__ import annotations

import pytest

import mzsh_model as mz

PAPER = """2025年度民主生活会个人对照检查材料
一、存在的问题
（一）带头固本培元、增强党性方面
一是学习不够系统，列入计划的4本书只读了2本。
二是调研不够深入。
（二）带头干事创业、担当作为方面
一是抓落实不够紧。
二是遇到难题绕着走。"""
HEADING, ASPECT = "/sections/1/heading", "/aspects/0/name"


ANOTHER, MORE = "带头强化政治忠诚、提高政治能力方面", "带头固本培元、增强党性修养方面"


@pytest.mark.parametrize("name", [ANOTHER, MORE], ids=["another", "more-words"])
@pytest.mark.parametrize("path", [HEADING, ASPECT])
def test_a_heading_that_names_an_aspect_is_written_once(path: str, name: str) -> None:
    doc = mz.open(PAPER.encode())
    value = mz.replace(doc.read().value, path, name)
    after = doc.write(value)
    read = after.read().value
    assert isinstance(read, mz.SelfExamination)
    assert read == value
    assert [one.aspect for one in read.issues[:2]] == [name] * 2
    differing = [new.text for old, new in zip(doc.lines, after.lines, strict=True) if old.text != new.text]
    assert differing == [f"（一）{name}"]
