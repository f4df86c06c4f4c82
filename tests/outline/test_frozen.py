"""What a document is taken apart into is never changed: whoever wants it otherwise makes another one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

import mzsh_model as mz
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.paragraphs import Blocks
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.frame.front import Front
from mzsh_model.reading.skeleton import nodes, skeleton_of

SRC = Path(__file__).parents[2] / "src" / "mzsh_model"
TEXT = (
    "某局2025年度民主生活会对照检查材料\n某局党组书记　张三\n按照要求，现将有关情况报告如下。\n一、存在的问题\n"
    "（一）学习不够系统。\n列入计划的书没有读完。\n（二）调研不深。\n二、整改措施\n1.读完4本书。\n某局党组\n2026年1月12日"
)


def _parts() -> Iterator[Any]:
    skeleton = skeleton_of(mz.open(TEXT.encode()).outline)
    yield from (skeleton, skeleton.front, skeleton.blocks, skeleton.tail[0])
    yield from nodes(skeleton.tree)


def test_no_part_of_a_skeleton_can_be_set() -> None:
    seen: set[str] = set()
    for part in _parts():
        seen.add(str(type(part).__name__))
        for field in fields(part):
            with pytest.raises(FrozenInstanceError):
                setattr(part, field.name, getattr(part, field.name))
    assert seen == {"Skeleton", "Front", "Blocks", "Block", "Node"}


def test_no_part_of_a_skeleton_can_grow() -> None:
    held = (str, int, bool, type(None), tuple, Block, Blocks, Node, Front, Span, mz.Line, Draft, MappingProxyType)
    for part in _parts():
        for field in fields(part):
            value = getattr(part, field.name)
            assert isinstance(value, held) or field.name == "label", (part, field.name)


def test_nothing_is_set_behind_the_back_of_what_is_frozen() -> None:
    """But for what follows from the rest and is looked for once: the number of a paragraph and its marks, the names of a column as they are compared."""
    found = [
        path.relative_to(SRC).as_posix()
        for path in sorted(SRC.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "__setattr__" and path.parts[-2] != "testing"
    ]
    assert [one for one in found if one.startswith(("outline/", "reading/", "kinds/"))] == [
        "kinds/column.py",
        "outline/blocks.py",
        "outline/blocks.py",
    ]
