"""What an assistant may ask for: the library's verbs on files of one folder."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import Literal

from mzsh_model.batch.copies import Copies
from mzsh_model.batch.reviewing import reviewed
from mzsh_model.batch.run import check_file
from mzsh_model.batch.settlement import Settlement
from mzsh_model.binding.identity.relating import share_ids
from mzsh_model.carriers.contract import ToldCheck
from mzsh_model.carriers.told import told_check
from mzsh_model.carriers.values import told_changes, told_reading
from mzsh_model.document.classified import refuse_classified
from mzsh_model.document.document import Document
from mzsh_model.document.opening import open_document
from mzsh_model.edit.compare import changes
from mzsh_model.edit.words import in_words
from mzsh_model.kernel.errors import InputError
from mzsh_model.mcp.place import Place
from mzsh_model.rules.finding import Level
from mzsh_model.rules.page import page
from mzsh_model.rules.profile import Profile
from mzsh_model.rules.registry import all_rules, find_rule

LevelName = Literal["必改", "建议", "提示"]


class Tools:
    """The verbs, bound to a place and to settings. Each raises `MzshError`, whose message is one line, where it cannot do.

    Who ends the process takes `writing` first: then nothing is half written.
    """

    def __init__(self, place: Place, profile: Profile) -> None:
        self._place = place
        self._profile = profile
        self.writing: Lock = Lock()

    @property
    def writes(self) -> bool:
        """Whether there is a folder that copies may be written into."""
        return self._place.copies is not None

    def read(self, path: str) -> dict[str, object]:
        """读入一份材料（Word、文本、表格），给出模型：文种、问题、原因、措施、会议情况等，各项的位置，和没有读懂的地方。

        path 是文件夹里的文件名。结构见 mzsh schema reading。
        """
        return told_reading(self._opened(path))

    def check(self, path: str = ".", level: LevelName = "提示") -> ToldCheck:
        """检查一份材料，或一个文件夹里的全部材料：结论、每处提示（规则、原文、第几行、为什么、怎么改）、没有检查的。

        path 是文件或文件夹，不写则是整个文件夹。level 只留这一级和更重的提示（合计里仍有全部）。结构见 mzsh schema check。
        没有结论（verdict 为空）不等于没有问题；结论不说明内容是否深刻。
        """
        review = reviewed([self._place.inside(path)], profile=lambda _: self._profile, within=self._place.folder)
        told = told_check(review)
        least = Level(level).weight
        files = [
            one.model_copy(
                update={
                    "path": self._named(one.path),
                    "findings": [f for f in one.findings if Level(f.level).weight >= least],
                }
            )
            for one in told.files
        ]
        return told.model_copy(update={"files": files})

    def explain(self, rule: str = "") -> str:
        """说明一条规则（代码或名称）：查什么、凭什么、为什么、怎么改、例子；不写则列出全部规则。"""
        if rule:
            return page(find_rule(rule))
        return "\n".join(f"{one.code} {one.level} {one.name} {one.title}" for one in all_rules())

    def diff(self, old: str, new: str) -> dict[str, object]:
        """说明两份同文种材料有什么不同：一句句的话（sentences），和每处改动的路径、前后内容（changes）。"""
        before, after = self._opened(old).read().value, self._opened(new).read().value
        found = changes(before, after, match_by_text=not share_ids(before, after))
        return told_changes(before.kind, found, in_words(before, after, found))

    def annotate(self, path: str) -> str:
        """检查一份 Word 材料，把提示作为批注写进副本；原稿不动，已有的、被人改过的副本不覆盖。返回副本的位置。"""
        if self._place.copies is None:
            raise InputError("write-not-allowed", "没有许可写文件。要写请用 mzsh mcp --allow-write 文件夹 启动")
        draft = self._place.inside(path)
        settlement = Settlement()
        settlement.look([draft], within=self._place.folder)
        one = settlement.of(check_file(draft, profile=self._profile))
        if not one.result.checked:
            raise InputError("draft-unchecked", f"没能检查，没有写批注稿：{one.result.unchecked[0].reason}")
        with self.writing:
            made = Copies.of([self._place.folder], [draft], self._place.copies).make(one)
        if made.uncopied is not None:
            raise made.uncopied
        return str(made.copy)

    def _opened(self, name: str) -> Document:
        path = self._place.inside(name)
        if os.path.isdir(path):
            raise InputError("path-folder", f"{name} 是文件夹，这里要一份文件。整个文件夹请用 check")
        document = open_document(path)
        refuse_classified(document.lines)
        return document

    def _named(self, path: str) -> str:
        return Path(path).relative_to(self._place.folder).as_posix()
