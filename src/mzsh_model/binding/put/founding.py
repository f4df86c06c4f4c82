"""The first items of a part: under its heading, in the form of the items of another part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.binding.put.listing import Newcomer, alone
from mzsh_model.binding.put.plan import Coming, Plan
from mzsh_model.binding.put.sites import Site, site_of
from mzsh_model.edit.aspects import sections_of
from mzsh_model.edit.insertion import PARAGRAPHS
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.place import Place
from mzsh_model.model.base import Role
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.parts import Section
from mzsh_model.outline.labels import relabel
from mzsh_model.outline.lines import Line

_ROLES = {
    "issues": Role.ISSUES,
    "team_issues": Role.ISSUES,
    "causes": Role.CAUSES,
    "measures": Role.MEASURES,
    "prior_issues": Role.PRIOR,
    "case_reflections": Role.CASE,
    "personal_matters": Role.MATTERS,
    "preparation": Role.PREPARATION,
}
_MODELS = ("measures", "causes", "issues", "team_issues", "preparation", "prior_issues")
_FORM = "一是"
_TITLE_BLOCK = (
    "/title",
    "/year",
    "/number",
    "/dated",
    "/subject/post",
    "/subject/name",
    "/organisation/name",
    "/addressee",
)
"""What may stand between the title and the opening, each in a line of its own."""
_SAYS = lazy_pattern(r"/(?:sections/\d+/remarks|preamble|closing|followup)/\d+$")
_ITEM = lazy_pattern(r"/\w+/\d+/text$")


def place_first(
    plan: Plan, value: DocumentValue, anchors: Mapping[str, Place], where: ModelPath, items: Sequence[Newcomer]
) -> None:
    """Plan the items of a list that had none, after the heading of its part, numbered as other items are; or paragraphs
    where there were none, under their heading or between the title and the first heading.

    Raises:
        BadEdit: the document has no heading for such a part, or no paragraph in whose form another could stand.
    """
    name = where.parts[-1]
    if name in PARAGRAPHS:
        place_paragraphs(plan, anchors, where, [item.text for item in items])
        return
    sections = sections_of(value)
    model = _model(plan, value, anchors)
    raw = model.raw if model is not None and model.enumerator is not None and not model.auto else _FORM
    for n, item in enumerate(items, 1):
        heading = _heading(sections, _ROLES.get(name), item.aspect)
        place = None if heading is None else anchors.get(f"/sections/{heading}")
        if place is None:
            raise alone()
        like = plan.lines[(place.line if model is None else model.line) - 1]
        bare = like.text[like.auto :]
        indent = bare[: len(bare) - len(bare.lstrip())]
        label = "" if model is not None and model.auto else item.label or relabel(raw, n)
        plan.insert(place.parts[-1].line, Coming(indent + label + item.text, like.number))


def place_paragraphs(plan: Plan, anchors: Mapping[str, Place], where: ModelPath, texts: Sequence[str]) -> None:
    """Plan the first paragraphs under a heading, or of the opening, in the form of a paragraph that stands elsewhere.

    Raises:
        BadEdit: there is no such place, or no such paragraph.
    """
    after = _line_before(anchors, where)
    like = _plain_paragraph(plan, anchors)
    if after is None or like is None:
        raise alone()
    bare = like.text[like.auto :]
    indent = bare[: len(bare) - len(bare.lstrip())]
    for text in texts:
        plan.insert(after, Coming(indent + text, like.number))


def _line_before(anchors: Mapping[str, Place], where: ModelPath) -> int | None:
    """The line below which the first paragraphs of a list of texts stand."""
    if where.parts[-1] != "preamble":
        heading = anchors.get(where.parent)
        return None if heading is None else heading.parts[-1].line
    if "/title" not in anchors:
        return None
    headings = [place.line for path, place in anchors.items() if path.startswith("/sections/")]
    end = min(headings, default=None)
    block = [part.line for path in _TITLE_BLOCK if path in anchors for part in anchors[path].parts]
    return max(line for line in block if end is None or line < end)


def _plain_paragraph(plan: Plan, anchors: Mapping[str, Place]) -> Line | None:
    """A paragraph that is not numbered by Word and has its line to itself: what is said somewhere, else an item."""
    for among in (_SAYS, _ITEM):
        for path in anchors:
            if among.match(path) and (site := site_of(path.removesuffix("/text"), anchors, plan.lines)) is not None:
                line = plan.lines[site.line - 1]
                if site.own_lines and not line.auto and line.cell is None:
                    return line
    return None


def _heading(sections: Sequence[Section], role: Role | None, aspect: str | None) -> int | None:
    """The heading that an item belongs under: that of its aspect, else the first of its part."""
    found = [n for n, section in enumerate(sections) if section.role is role]
    named = [n for n in found if aspect is not None and sections[n].heading == aspect]
    return next(iter(named or found), None)


def _model(plan: Plan, value: DocumentValue, anchors: Mapping[str, Place]) -> Site | None:
    """The first item of another part that has its lines to itself."""
    for name in _MODELS:
        for n in range(len(getattr(value, name, ()))):
            site = site_of(f"/{name}/{n}", anchors, plan.lines)
            if site is not None and site.own_lines:
                return site
    return None
