"""对照检查材料、发言提纲 as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh_model.fresh import frame
from mzsh_model.fresh.body import part_paragraphs
from mzsh_model.fresh.laid_parts import Entry, Part
from mzsh_model.fresh.missing_headings import Headings
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.fresh.settling import settle
from mzsh_model.kinds.figure_phrases import LOOKED_BACK, of_last_year, of_preparation
from mzsh_model.kinds.measure_phrases import telling
from mzsh_model.kinds.phrase import Phrase
from mzsh_model.kinds.texts import item_texts, remark_texts, with_opening, with_remark
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.people import Member
from mzsh_model.reading.frame.front import byline_of
from mzsh_model.reading.told_facts import name_value

Signed = tuple[Member, str | None]
"""Whose paper it is, and his unit where the line that says so may name it."""


def _signed_in(text: str) -> Signed:
    post, (start, end) = byline_of(text)
    return Member(name=name_value(text[start:end]), post=post), None


def _signed(whose: Signed) -> Signed:
    return whose[0], None


def _line(whose: Signed) -> str:
    """The line under the title: the post, or else the unit where the title has none, and the name."""
    member, unit = whose
    before = member.post or unit
    return f"{before}\u3000{frame.raw(member.name)}" if before else frame.raw(member.name)


BYLINE = Phrase("署名", _signed, _signed_in, _line)


def telling_figures(value: SelfExamination) -> SelfExamination:
    """Return the value with sentences for the figures that it holds and none of its texts tells: in the opening, and last
    year's in the chapter about it, where there is one.
    """
    value = with_opening(value, of_preparation(value, "\n".join(value.preamble)))
    looking_back = (*remark_texts(value, (Role.PRIOR,)), *item_texts(value, "prior_issues"))
    said = "\n".join([*(text for _, text in looking_back), *value.preamble])
    if not (told := of_last_year(value.prior, said, LOOKED_BACK)):
        return value
    chapter = next((n for n, section in enumerate(value.sections) if section.role is Role.PRIOR), None)
    return with_opening(value, told) if chapter is None else with_remark(value, chapter, told, first=True)


def lay_out_examination(value: SelfExamination) -> tuple[SelfExamination, list[Paragraph]]:
    """Return the value with the headings, numbers and sentences that it needs on paper, and its paragraphs."""
    value = telling_figures(value)
    lists = {
        "prior_issues": [Entry(item, Role.PRIOR) for item in value.prior_issues],
        "issues": [Entry(item, Role.ISSUES, item.aspect) for item in value.issues],
        "case_reflections": [Entry(item, Role.CASE) for item in value.case_reflections],
        "personal_matters": [Entry(item, Role.MATTERS) for item in value.personal_matters],
        "causes": [Entry(item, Role.CAUSES, item.aspect) for item in value.causes],
        "measures": [Entry(item, Role.MEASURES, item.aspect) for item in telling(value.measures)],
    }
    settled = settle(Headings(value.sections, value.aspects, value.year), lists)
    value = value.model_copy(update=settled.fields)
    return value, list(_paragraphs(value, settled.parts))


def _paragraphs(value: SelfExamination, parts: Sequence[Part]) -> Iterator[Paragraph]:
    text = [Paragraph(Style.BODY, paragraph) for paragraph in value.preamble]
    text += (paragraph for part in parts for paragraph in part_paragraphs(part))
    names = (value.subject.name if value.subject else None, value.organisation.name if value.organisation else None)
    yield from frame.title(value.title, names)
    if isinstance(value.subject, Member):
        unit = value.organisation.name if value.organisation else None
        unit = unit if isinstance(unit, str) and unit not in (value.title or "") else None
        yield Paragraph(Style.BYLINE, BYLINE.printed((value.subject, unit)))
    if value.dated is not None:
        yield frame.date(value.dated)
    yield from frame.year(value.year, value.title, [s.heading for s in value.sections], [p.text for p in text])
    yield from text
    yield from frame.tail(value.closing, value.signature)
