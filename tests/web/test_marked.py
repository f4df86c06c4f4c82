"""Lines cut where findings begin and end: no character is lost, and each finding begins and ends once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.place import Place
from mzsh_model.outline.lines import Cell, Line
from mzsh_model.rules.finding import Finding, Level
from mzsh_model.web.marked import marked

_TEXTS = st.lists(st.text(alphabet="一二三四五，。", max_size=8), min_size=1, max_size=4)


def _finding(level: Level, places: list[Place]) -> Finding:
    first, *rest = places
    return Finding("TXT001", "x", level, "", "", "", "", "", first.line, first.start, first.end, "", rest=tuple(rest))


@st.composite
def _papers(draw: st.DrawFn) -> tuple[list[Line], list[Finding]]:
    texts = draw(_TEXTS)
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    findings = []
    for _ in range(draw(st.integers(0, 4))):
        places = []
        for number in sorted(draw(st.sets(st.integers(1, len(texts)), min_size=1, max_size=2))):
            edges = draw(st.tuples(*[st.integers(0, len(texts[number - 1]))] * 2))
            places.append(Place(number, min(edges), max(edges)))
        findings.append(_finding(draw(st.sampled_from(list(Level))), places))
    return lines, findings


@given(_papers())
def test_no_character_is_lost_and_each_finding_begins_and_ends_once(paper: tuple[list[Line], list[Finding]]) -> None:
    lines, findings = paper
    told = [line for block in marked(lines, findings) for line in block.lines]
    assert ["".join(piece.text for piece in line.stretches) for line in told] == [line.text for line in lines]
    pieces = [piece for line in told for piece in line.stretches]
    every = list(range(1, len(findings) + 1))
    assert sorted(n for piece in pieces for n in piece.begins) == every
    assert sorted(n for piece in pieces for n in piece.ends) == every


@given(_papers())
def test_a_character_has_the_heaviest_level_of_what_was_found_there(paper: tuple[list[Line], list[Finding]]) -> None:
    lines, findings = paper
    for line in (line for block in marked(lines, findings) for line in block.lines):
        at = 0
        for piece in line.stretches:
            for here in range(at, at + len(piece.text)):
                over = [
                    one.level
                    for one in findings
                    for place in (Place(one.line, one.start, one.end), *one.rest)
                    if place.line == line.number and place.start <= here < place.end
                ]
                assert piece.level == max(over, key=lambda level: level.weight, default=None)
            at += len(piece.text)


def test_a_table_is_a_table() -> None:
    cells = [(0, 0, 0, "序号"), (0, 0, 1, "问题"), (0, 1, 0, "1"), (0, 1, 1, "拖延"), (0, 1, 1, "推诿")]
    lines = [Line(1, "台账")]
    lines += [Line(n, text, cell=Cell(t, r, c)) for n, (t, r, c, text) in enumerate(cells, 2)]
    lines += [Line(7, "完")]
    before, table, after = marked(lines, [])
    assert [line.number for block in (before, after) for line in block.lines] == [1, 7]
    assert [[[line.number for line in cell] for cell in row] for row in table.rows] == [[[2], [3]], [[4], [5, 6]]]
