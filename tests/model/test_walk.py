"""The traversal of a value, of some kinds only."""

from __future__ import annotations

import itertools

import mzsh_model as mz
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.items import Instance, Issue, Link, Measure
from mzsh_model.model.parts import Channel, Section
from mzsh_model.model.walk import walk

TEXT = """某局2025年度民主生活会对照检查材料
会前召开座谈会xx次，收到意见7条。
一、存在的问题
一是学习不够，比如2月只读了1本书。
二是调研不深，比如全年只去了3次。
二、整改措施
一是由xx牵头，6月底前读完4本书。
二是由办公室负责，长期坚持。"""


def test_a_walk_of_some_kinds_is_what_they_are_of_the_whole_walk() -> None:
    value = mz.read_text(TEXT).value
    kinds: list[type[Value]] = [Placeholder, Instance, Issue, Link, Measure, Channel, Section, type(value)]
    assert {type(node) for _, node in walk(value)} >= set(kinds)
    for size in range(len(kinds)):
        for some in itertools.combinations(kinds, size):
            whole = [(path, node) for path, node in walk(value) if type(node) in some]
            assert list(walk(value, frozenset(some))) == whole
