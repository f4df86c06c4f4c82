"""Runs that are joined before a part is parsed: fewer elements, the same text, and the same refusals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.package import open_package
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import W, package, packages
from mzsh_model.wml.reading.paragraph import ParagraphReader
from mzsh_model.wml.reading.runs import joined_runs
from mzsh_model.wml.reading.story import follow_story, read_story
from mzsh_model.wml.reading.view import View
from tests.conftest import real_files
from tests.wml.test_story import with_parts

FONT = '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>'
ORDINARY = (
    f'<w:p w:rsidR="00B0"><w:pPr><w:jc w:val="left"/></w:pPr>{{}}<w:r w:rsidRPr="00A0">{FONT}<w:t>乙</w:t></w:r></w:p>'
)


class Silent:
    """A follower, so that nothing is joined."""

    def part(self, root: etree._Element, first: int, reader: Callable[[View], ParagraphReader]) -> None: ...

    def paragraph(self, element: etree._Element, text: str) -> None: ...


def seen(data: bytes, *, joined: bool) -> list[tuple[object, ...]]:
    """Everything that the lines of the stories hold."""
    package = open_package(data)
    story = read_story(package) if joined else follow_story(package, Silent())
    return [
        (n.number, n.text, n.auto, n.level, n.style, n.cell, n.story, n.hidden, n.origin) for n in story.outline.lines
    ]


def body(*runs: str) -> bytes:
    return f'<w:document xmlns:w="{W}"><w:body>{ORDINARY.format("".join(runs))}</w:body></w:document>'.encode()


def test_what_only_dresses_the_text_is_left_out() -> None:
    first = f"<w:r>{FONT}<w:t>甲</w:t></w:r>"
    joined = '<w:body><w:p w:rsidR="00B0"><w:r><w:t>甲乙</w:t></w:r></w:p></w:body>'
    assert joined_runs(body(first)) == f'<w:document xmlns:w="{W}">{joined}</w:document>'.encode()


@pytest.mark.parametrize(
    "run",
    [
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r>",
        "<w:r><w:t><![CDATA[甲</w:t></w:r><w:r><w:t>]]></w:t></w:r>",
        "<!-- </w:t></w:r><w:r><w:t> --><w:r><w:t>甲</w:t></w:r>",
        "<?a </w:t></w:r><w:r><w:t> ?><?b?><w:r><w:t>甲</w:t></w:r>",
        '<w:r xmlns:w="urn:other"><w:t>甲</w:t></w:r>',
    ],
)
def test_a_part_where_tags_may_be_text_or_runs_hidden_stays_as_it_is(run: str) -> None:
    assert joined_runs(body(run)) == body(run)


def test_a_style_that_may_hide_its_run_keeps_the_next_one_apart() -> None:
    styles = f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    run = '<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>甲</w:t></w:r>'
    data = with_parts(ORDINARY.format(run), styles=styles)
    assert [(n[1], n[7]) for n in seen(data, joined=True)] == [("乙", "甲")]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:rPr><w:sz w:val="32"></w:rPr>',
        "<w:rPr><w:sz w:val=32/></w:rPr>",
        '<w:rPr><w:sz w:val="3&2"/></w:rPr>',
        '<w:rPr><w:sz w:val="3\x012"/></w:rPr>',
        "<w:rPr><w:sz/>",
        "<w:rPr><w:rPr></w:rPr>",
        '<w:rPr><w:sz x:val="32"/></w:rPr>',
    ],
)
def test_damage_within_properties_is_still_found(properties: str) -> None:
    data = package(f"<w:p><w:r>{properties}<w:t>甲</w:t></w:r></w:p>")
    with pytest.raises(BadPackage, match="不是完整的 XML"):
        read_story(open_package(data))


def test_text_longer_than_a_text_node_may_be_is_read_run_by_run() -> None:
    half = "字" * 2_000_000
    data = with_parts(f"<w:p><w:r><w:t>{half}</w:t></w:r><w:r><w:t>{half}</w:t></w:r></w:p>")
    assert len(read_story(open_package(data)).outline.text) == 4_000_000


@given(st.data())
def test_joined_or_not_the_same_lines_are_seen(data: st.DataObject) -> None:
    lines, _ = data.draw(drafts())
    made = data.draw(packages(lines))
    assert seen(made, joined=True) == seen(made, joined=False)


@pytest.mark.parametrize("path", real_files("docx/*.do[ct]x") + real_files("texts/*.docx"), ids=lambda p: p.name)
def test_of_real_files_the_same_lines_are_seen(path: Path) -> None:
    lines = seen(path.read_bytes(), joined=True)
    assert lines == seen(path.read_bytes(), joined=False)[: len(lines)]  # comments are only followed
