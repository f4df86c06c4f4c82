"""The first items of a part: under its heading, in the form of the items of another part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.binding.put.listing import Newcomer, alone
from mzsh_model.binding.put.plan import Coming, Plan
from mzsh_model.binding.put.sites import Site, site_of
from mzsh_model.edit.aspects import sections_of
from mzsh_model.kernel.place import Place
from mzsh_model.model.base import Role
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.parts import Section
from mzsh_model.outline.labels import relabel

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


def place_first(
    plan: Plan, value: DocumentValue, anchors: Mapping[str, Place], name: str, items: Sequence[Newcomer]
) -> None:
    """Plan the items of a list that had none, after the heading of its part, numbered as other items are.

    Raises:
        BadEdit: the document has no heading for such a part.
    """
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
