"""A test of the laws: with a verb replaced by one that does nothing, or refuses everything, the laws of that verb fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import Phase, given, settings

import mzsh_model as mz
from mzsh_model.edit.merge import Merge
from tests.edit import test_merge as merging
from tests.laws import test_lens as lens
from tests.laws import test_lens_text as lens_text
from tests.laws import test_marking as marking
from tests.laws.law import held

_EXAMPLES = 25


class Twin(NamedTuple):
    """What is replaced, by what, and the laws that must then fail."""

    owner: object
    name: str
    twin: Callable[..., Any]
    laws: tuple[Callable[..., None], ...]


def _same(doc: mz.Document, *given: object, **named: object) -> mz.Document:
    return doc


def _refused(doc: mz.Document, value: object, **named: object) -> mz.Document:
    if value == doc.read().value:
        return doc
    raise mz.BadEdit("edit-twin", "什么都不写")


def _ours(base: object, ours: Any, theirs: object) -> Merge[Any]:
    return Merge(ours, ())


_WRITING = (
    lens.test_what_was_written_is_read_back,
    lens.test_a_second_writing_needs_no_first,
    lens.test_a_tracked_writing_is_the_plain_one_and_can_be_rejected,
    lens.test_bytes_outside_what_changed_stay,
    lens_text.test_text_files_keep_the_laws,
)
TWINS = {
    "write-nothing": Twin(mz.Document, "write", _same, _WRITING),
    "write-refuses": Twin(mz.Document, "write", _refused, _WRITING),
    "annotate-nothing": Twin(mz.Document, "annotate", _same, (marking.test_every_finding_is_a_comment_once,)),
    "bind-nothing": Twin(mz.Document, "bind", _same, (marking.test_bound_items_are_known_again_and_let_go,)),
    "merge-ours": Twin(merging, "merge", _ours, (merging.test_one_side_or_both_the_same_is_that_side,)),
}
CASES = [
    (name, law, family)
    for name, twin in TWINS.items()
    for law in twin.laws
    for family in vars(law).get("families", {"all": None})
]


def _run(law: Callable[..., None], family: str) -> None:
    """Run a law on few documents; what it is made of is told by the kind of test that it is."""
    if body := vars(law).get("body"):
        held(body, vars(law)["families"][family], examples=_EXAMPLES)
        return
    wrapped: Any = law
    strategies = wrapped.hypothesis._given_kwargs
    few = settings(max_examples=_EXAMPLES, phases=[Phase.generate], database=None, derandomize=True)
    few(given(**strategies)(wrapped.hypothesis.inner_test))()


@pytest.mark.parametrize(
    ("name", "law", "family"), CASES, ids=lambda one: one if isinstance(one, str) else one.__name__[5:]
)
def test_a_law_fails_where_its_verb_does_nothing(
    name: str, law: Callable[..., None], family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = TWINS[name]
    monkeypatch.setattr(twin.owner, twin.name, twin.twin)
    with pytest.raises((AssertionError, mz.BadEdit, ExceptionGroup)):
        _run(law, family)
