"""What a harvest holds as values of the model: items by their part, headings with what is said below them, tables that hold the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.items import Cause, Issue, LinkBasis, Measure
from mzsh_model.model.parts import CaseReflection, PersonalMatter, PriorIssue, Section
from mzsh_model.reading.aspects import AspectList
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.items.harvest import Harvest, Item
from mzsh_model.reading.items.item_values import read_cause, read_issue, read_measure
from mzsh_model.reading.items.told_beside import answers_beside
from mzsh_model.reading.links import Found
from mzsh_model.reading.tables.annexed import join_annex, repeats_any
from mzsh_model.reading.tables.column_names import NEEDED, LedgerTable
from mzsh_model.reading.tables.grids import Grids
from mzsh_model.reading.tables.ledger_tables import ledger_tables
from mzsh_model.reading.tables.tabled import Tabled

_EITHER = ({"issue"}, {"cause"}, {"measure"})
_ANSWERS = frozenset({"number", "owner", "due"})
_OF_TABLES = frozenset({Role.ISSUES, Role.CAUSES, Role.MEASURES})


class Gathered:
    """The model's lists while they grow."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []
        self.causes: list[Cause] = []
        self.measures: list[Measure] = []
        self.prior: list[PriorIssue] = []
        self.cases: list[CaseReflection] = []
        self.matters: list[PersonalMatter] = []
        self.prior_items: list[Item] = []
        self.beside: list[Found] = []


def gather(
    draft: Draft,
    harvest: Harvest,
    listed: AspectList,
    tables: Sequence[LedgerTable] = (),
    wanted: Collection[Role] = _OF_TABLES,
) -> Gathered:
    """Return the items by their part; those that no paragraph holds come from `tables`, as do persons and time limits.

    `wanted` are the parts that the kind has a list for: of tables no other is read.
    """
    out = Gathered()
    trailing = _trailing_brackets(harvest)
    ids: dict[int, str] = {}
    for position, item in enumerate(harvest.items):
        aspect = listed.at(item.context.aspect_key, item.context.aspect) if item.context.aspect else None
        match item.context.role:
            case Role.ISSUES:
                at = f"/issues/{len(out.issues)}"
                ids[position] = f"i{len(out.issues) + 1}"
                out.issues.append(read_issue(draft, at, ids[position], item, aspect))
            case Role.CAUSES:
                at = f"/causes/{len(out.causes)}"
                ids[position] = f"c{len(out.causes) + 1}"
                out.causes.append(read_cause(draft, at, ids[position], item, aspect))
            case Role.MEASURES:
                at = f"/measures/{len(out.measures)}"
                ids[position] = f"m{len(out.measures) + 1}"
                after = _beside(item, trailing.get(position))
                out.measures.append(read_measure(draft, at, ids[position], item, aspect, after))
            case Role.PRIOR:
                out.prior_items.append(item)
                out.prior.append(_plain(draft, "/prior_issues", "p", len(out.prior), item, PriorIssue))
            case Role.CASE:
                out.cases.append(_plain(draft, "/case_reflections", "r", len(out.cases), item, CaseReflection))
            case Role.MATTERS:
                out.matters.append(_plain(draft, "/personal_matters", "s", len(out.matters), item, PersonalMatter))
            case _:
                pass
    out.beside = [(ids[problem], ids[at], LinkBasis.LABEL) for problem, at in answers_beside(harvest.items)]
    if tables:
        _take_tables(draft, out, tables, wanted)
    return out


def _take_tables(draft: Draft, out: Gathered, tables: Sequence[LedgerTable], wanted: Collection[Role]) -> None:
    held = {Role.ISSUES: out.issues, Role.CAUSES: out.causes, Role.MEASURES: out.measures}
    lacking = {role for role, items in held.items() if not items}
    answering = [one for one in tables if one.tells("measure") or not one.tells("issue")]
    if Role.ISSUES in lacking and not repeats_any(answering, out.measures):
        lacking = set(held)  # rows that hold the problems hold what answers them
    if lacking := lacking.intersection(wanted):
        tabled = Tabled(draft, tables, lacking, (out.issues, out.causes, out.measures))
        out.issues, out.causes, out.measures = tabled.issues, tabled.causes, tabled.measures
        out.beside += tabled.beside
    if Role.MEASURES in wanted and Role.MEASURES not in lacking:
        out.measures = join_annex(draft, answering, out.measures)


def tables_beside(grids: Grids) -> tuple[LedgerTable, ...]:
    """Return the tables among `grids` that hold what no paragraph does.

    Those whose rows hold problems and measures, else those of problems, of causes and of measures beside one another, else
    those of who answers and by when.
    """
    if both := ledger_tables(grids, NEEDED):
        return both
    either = {table.header[0].number: table for names in _EITHER for table in ledger_tables(grids, frozenset(names))}
    return tuple(either[at] for at in sorted(either)) or ledger_tables(grids, _ANSWERS)


Plain = TypeVar("Plain", PriorIssue, CaseReflection, PersonalMatter)


def _plain(draft: Draft, path: str, letter: str, index: int, item: Item, make: type[Plain]) -> Plain:
    at = f"{path}/{index}"
    text = draft.anchor_item(at, item.spans)
    label = draft.anchor_span(f"{at}/label", item.label) if item.label else None
    return make(id=f"{letter}{index + 1}", label=label, text=text)


_FIELDS = lazy_pattern(r"[（(][^（）()]{0,40}?(?:责任|牵头|时限|完成时间)[^（）()]*[）)]\s*[。.]?$")


def _beside(item: Item, bracket: Span | None) -> list[Span]:
    """What is said beside a measure for it and others: in a bracket behind them, in their heading, below them."""
    return [*([bracket] if bracket is not None else []), *item.context.answers]


def _trailing_brackets(harvest: Harvest) -> dict[int, Span]:
    """Where one closing bracket names owner and time limit for all measures of a paragraph: which it covers."""
    covered: dict[int, Span] = {}
    measures = Role.MEASURES
    for position, item in enumerate(harvest.items):
        last = item.spans[-1]
        following = harvest.items[position + 1 : position + 2]
        if following and following[0].spans[0].block is last.block:
            continue
        if item.context.role is not measures or not (found := _FIELDS.search(last.text)):
            continue
        bracket = Span(last.block, last.start + found.start(), last.end)
        for before in range(position - 1, -1, -1):
            other = harvest.items[before]
            if other.spans[-1].block is not last.block or _FIELDS.search(other.spans[-1].text):
                break
            covered[before] = bracket
    return covered


def sections_of(draft: Draft, harvest: Harvest, listed: AspectList) -> tuple[Section, ...]:
    """Return the headings, each with what is said below it beside the items."""
    sections: list[Section] = []
    for index, (node, context) in enumerate(harvest.headings):
        if node.block is None:
            continue
        path = f"/sections/{len(sections)}"
        own = context.aspect if context.aspect_key is node else None
        start, end = (own.start, own.end) if own else node.title
        span = Span(node.block, start, start + len(node.block.text[start:end].rstrip("。.．：:；;，,、 ")))
        aspect = listed.at(context.aspect_key, context.aspect) if own and context.aspect else None
        label = draft.anchor_span(f"{path}/label", Span(node.block, 0, len(node.label.raw))) if node.label else None
        draft.anchor(path, span.place())
        remarks = tuple(
            draft.anchor_span(f"{path}/remarks/{i}", remark) for i, remark in enumerate(harvest.remarks.get(index, ()))
        )
        sections.append(
            Section(
                label=label,
                heading=draft.anchor_span(f"{path}/heading", span),
                level=node.level,
                role=context.role,
                aspect_id=aspect.id if aspect else None,
                remarks=remarks,
            )
        )
    return tuple(sections)
