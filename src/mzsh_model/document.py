"""The façade: a document as a value, from Word or text to the model."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

from mzsh_model.kernel.outcome import Notice, Outcome
from mzsh_model.model.base import Kind
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.package import Package, open_package
from mzsh_model.opc.sniff import Format, decode_text, sniff
from mzsh_model.opc.save import save_bytes
from mzsh_model.opc.source import Source, read_source
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.outline.text import outline_of_text
from mzsh_model.readers.kind import Detection
from mzsh_model.readers.read import read_outline
from mzsh_model.wml.story import read_story

_PROBLEM = "部件 {part} 读不了（{code}），其中的样式或文字没有算进来"


@dataclass(frozen=True)
class Document:
    """A document as a value: its bytes, and what is read from them when asked for."""

    source: Source
    package: Package | None

    @cached_property
    def _story(self) -> tuple[Outline, tuple[Notice, ...]]:
        if self.package is None:
            text, encoding = decode_text(self.source.data)
            notices = () if encoding == "utf-8-sig" else (Notice("encoding", 0, "", f"按 {encoding.upper()} 编码读入"),)
            return outline_of_text(text), notices
        story = read_story(self.package)
        return story.outline, tuple(
            Notice("side-part", 0, "", _PROBLEM.format(part=part, code=code.strip()))
            for part, _, code in (problem.partition(":") for problem in story.problems)
        )

    @cached_property
    def _reading(self) -> tuple[Detection, Outcome[DocumentValue]]:
        outline, notices = self._story
        detection, outcome = read_outline(outline)
        if not detection.sure:
            said = f"文种按“{detection.kind.zh}”读：{detection.reason}"
            notices += (Notice("kind-unsure", 0, "", said),)
        if detection.neighbour:
            notices += (Notice("neighbour-kind", 0, "", f"这是相近的材料，按最接近的“{detection.kind.zh}”读"),)
        return detection, Outcome(outcome.value, notices + outcome.notices, outcome.anchors)

    @property
    def name(self) -> str:
        """The file's name, empty where there was none."""
        return self.source.name

    @property
    def outline(self) -> Outline:
        """The lines that a person sees, notes, headers and footers last."""
        return self._story[0]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the outline; anchors and findings count them from 1."""
        return self.outline.lines

    @property
    def text(self) -> str:
        """The body in the final view, every visible text once, automatic numbers included, one line per line."""
        return self.outline.text

    @property
    def kind(self) -> Kind:
        """Which kind of document it is, as far as title and structure tell."""
        return self._reading[0].kind

    @property
    def kind_reason(self) -> str:
        """Why it is taken for that kind, one sentence in Chinese."""
        return self._reading[0].reason

    def read(self) -> Outcome[DocumentValue]:
        """Return the model value, its anchors, and what was not understood. Content never raises.

        Raises:
            BadPackage: the main part is damaged.
        """
        return self._reading[1]

    def to_bytes(self) -> bytes:
        """Return the document's bytes; of an unchanged one the very bytes it was opened from."""
        return self.source.data

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the document to `path`, all or nothing. The file it was opened from is never overwritten.

        Raises:
            SaveError: the target is as it was before.
        """
        save_bytes(path, self.to_bytes(), opened=self.source.identity)


def open_document(source: str | os.PathLike[str] | bytes | BinaryIO, *, limits: Limits | None = None) -> Document:
    """Open a Word file, a text or a Markdown file from a path, bytes, or a binary file object.

    Raises:
        BadPackage: it is something else, damaged, encrypted, or over a limit; one line says what and what to do.
    """
    bounds = limits or Limits()
    got = read_source(source, bounds)
    package = open_package(got.data, bounds) if sniff(got.data) is Format.ZIP else None
    document = Document(got, package)
    _ = document.outline
    return document


def read_text(text: str) -> Outcome[DocumentValue]:
    """Read a text (or Markdown) as a document.

    >>> read_text("个人对照检查材料\\n一、存在的问题\\n一是学习不够。\\n二是调研不深。").value.kind
    'SelfExamination'
    """
    return Document(Source(text.encode("utf-8", "surrogatepass"), ""), None).read()
