"""From items to model values, each field with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.items import Aspect, Cause, Instance, Issue, Measure
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.reading.answering import Answering
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.items.claims import claims_in
from mzsh_model.reading.items.harvest import Item
from mzsh_model.reading.items.run_on import RunOn, run_on
from mzsh_model.reading.told_facts import due_of, has_owner_field, name_value, owner_value

_MARKS = "。.．！!？?；;：:，,、"
_TITLE_LENGTH = 40
_WORDS = ("比如", "例如", "譬如", "再如", "如在", "举例")
_TIMES = (
    *("去年", "今年", "上半年", "下半年", "前不久", "有一次", "一次", "其中", "第[一二三四]季度"),
    *(f"{n}季度" for n in "一二三四"),
    *(rf"{n}\d?月" for n in "0123456789０１２３４５６７８９"),
    r"20\d\d年",
)
# every choice begins with a character of its own: the engine skips all others in one step
_INSTANCE = lazy_pattern("|".join((*_WORDS, *(rf"{time}[^，。；]{{2,}}" for time in _TIMES))))


def _common(draft: Draft, path: str, item: Item) -> tuple[str | None, str]:
    text = draft.anchor_item(path, item.spans)
    label = None
    if item.label is not None and item.label.start < item.label.end:
        label = draft.anchor_span(f"{path}/label", item.label)
    return label, text


def _aspect_fields(draft: Draft, path: str, item: Item, aspect: Aspect | None) -> tuple[str | None, str | None]:
    if aspect is None:
        return None, None
    if item.context.aspect is not None:
        draft.anchor_span(f"{path}/aspect", item.context.aspect)
    return aspect.name, aspect.id


def read_issue(draft: Draft, path: str, ident: str, item: Item, aspect: Aspect | None) -> Issue:
    """Return the issue that `item` is."""
    label, text = _common(draft, path, item)
    name, key = _aspect_fields(draft, path, item, aspect)
    head = item.spans[0]
    first = Span(head.block, head.start, first_sentence(head.block.text, head.start, head.end))
    statement = draft.anchor_span(f"{path}/statement", trimmed(first, _MARKS))
    instances: list[Instance] = []
    for span in _instances(item):
        at = f"{path}/instances/{len(instances)}"
        instances.append(Instance(text=draft.anchor_item(at, (span,))))
    claims: list[str] = []
    for span in (*item.spans, *item.owned):
        for start, end in claims_in(span.text):
            claimed = Span(span.block, span.start + start, span.start + end)
            claims.append(draft.anchor_span(f"{path}/claims/{len(claims)}", claimed))
    member = item.context.member
    return Issue(
        id=ident,
        aspect=name,
        aspect_id=key,
        label=label,
        statement=statement,
        text=text,
        instances=tuple(instances),
        claims=tuple(claims),
        member=None if member is None else name_value(draft.anchor_span(f"{path}/member", member)),
    )


def _instances(item: Item) -> Iterator[Span]:
    """From the word that introduces an instance to the end of its sentence."""
    for span in item.spans:
        text, at = span.block.text, span.start
        while found := _INSTANCE.search(text, at, span.end):
            at = first_sentence(text, found.start(), span.end)
            yield trimmed(Span(span.block, found.start(), at))


def run_in_title(draft: Draft, path: str, item: Item) -> str | None:
    """The run-in heading of an item: a short first sentence with more text after it."""
    head = item.spans[0]
    close = first_sentence(head.block.text, head.start, head.end)
    if close - head.start > _TITLE_LENGTH or (close >= head.end and len(item.spans) == 1):
        return None
    return draft.anchor_span(f"{path}/title", trimmed(Span(head.block, head.start, close), _MARKS))


def read_cause(draft: Draft, path: str, ident: str, item: Item, aspect: Aspect | None) -> Cause:
    """Return the cause that `item` is."""
    label, text = _common(draft, path, item)
    name, key = _aspect_fields(draft, path, item, aspect)
    return Cause(id=ident, aspect=name, aspect_id=key, label=label, title=run_in_title(draft, path, item), text=text)


def read_measure(
    draft: Draft,
    path: str,
    ident: str,
    item: Item,
    aspect: Aspect | None,
    after: Sequence[Span] = (),
    known: Collection[str] = (),
) -> Measure:
    """Return the measure that `item` is; `after` names owner and time limit for several measures, `known` are names of persons."""
    label, text = _common(draft, path, item)
    name, key = _aspect_fields(draft, path, item, aspect)
    title = run_in_title(draft, path, item)
    owner = due = department = None
    own = tuple(run_on(item.spans))
    led = any(has_owner_field(piece.text) for piece in own)  # then a department is no leader, in whatever line
    for piece in (*own, *(RunOn((span,)) for span in after)):
        said = Answering(piece.text, known)
        if owner is None and (not led or has_owner_field(piece.text)) and (fact := said.owner):
            owner = piece.typed[fact.start : fact.end]
            draft.anchor(f"{path}/owner", piece.place(fact.start, fact.end))
        if department is None and (fact := said.department(led=led)):
            department = piece.typed[fact.start : fact.end]
            draft.anchor(f"{path}/department", piece.place(fact.start, fact.end))
        if due is None and (fact := due_of(piece.text)):
            due = piece.typed[fact.start : fact.end]
            draft.anchor(f"{path}/due", piece.place(fact.start, fact.end))
    return Measure(
        id=ident,
        aspect=name,
        aspect_id=key,
        label=label,
        title=title,
        text=text,
        owner=None if owner is None else owner_value(owner),
        department=department,
        due=due,
    )
