"""A rule is a decorated function on the smallest thing it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Value
from mzsh_model.outline.lines import Line
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.patches import Patch

CODE = lazy_pattern(r"(?:MTG|MBR|OPN|TLK|SLF|ISS|CAU|MEA|CRI|LDG|RPT|XRF|TXT|NUM|PRI)\d{3}")
NAME = lazy_pattern(r"[a-z]+(?:-[a-z]+)+")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule rests on: the source in Chinese, and its grade: 规定 (regulation), 通知 (notice) or 惯例 (practice)."""

    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Message:
    """A finding's four parts as whole sentences: what is wrong, why it matters, how to mend it, an example.

    A fault that has to be told differently in some cases has a sentence of its own for each in `cases`, by the name that a
    hit gives; no sentence is put together from pieces, which would be of one language.
    """

    what: str
    why: str
    how: str
    example: str
    cases: Mapping[str, str] = field(default_factory=dict[str, str])

    def said(self, case: str) -> str:
        """Return what is wrong, in that case or (empty) in the usual one.

        Raises:
            KeyError: the message has no such case: a slip of the rule's author.
        """
        return self.cases[case] if case else self.what


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule strikes: a model path, or a stretch of a line; `values` fill the message's fields.

    `start` and `end` are offsets in the text at `at`, or in the line `line`; the whole of it where they are None. `case`
    names the sentence of the message, empty the usual one. A rule that compares papers names the `paper` (its path in the
    folder), and the other places that the fault concerns in `also`.
    """

    at: str = ""
    line: int = 0
    start: int | None = None
    end: int | None = None
    level: Level | None = None
    case: str = ""
    values: tuple[tuple[str, str], ...] = ()
    paper: str = ""
    also: tuple[Hit, ...] = ()
    patches: tuple[Patch, ...] = ()


def hit(
    at: str,
    *,
    start: int | None = None,
    end: int | None = None,
    level: Level | None = None,
    case: str = "",
    paper: str = "",
    also: tuple[Hit, ...] = (),
    patches: tuple[Patch, ...] = (),
    **values: object,
) -> Hit:
    """Strike a value of the model, or characters `start` to `end` of its text; of papers compared, that of `paper`."""
    return Hit(at, 0, start, end, level, case, tuple((k, str(v)) for k, v in values.items()), paper, also, patches)


def hit_line(
    line: Line,
    start: int,
    end: int,
    *,
    level: Level | None = None,
    case: str = "",
    patches: tuple[Patch, ...] = (),
    **values: object,
) -> Hit:
    """Strike characters of a line."""
    told = tuple((k, str(v)) for k, v in values.items())
    return Hit("", line.number, start, end, level, case, told, patches=patches)


Subject = type[Value] | type[Line] | type[MeetingPapers]
Judge = Callable[..., Iterator[Hit]] | Callable[..., Iterator[Hit | Unchecked]]
"""What a rule's author writes: `(subject, path, context) -> hits`, the subject being one of the rule's `on`.

A rule on a meeting's papers is `(papers) -> hits`; it yields what it could not compare, too, and why.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data: identity, what it is about, weight, basis, messages in both languages, and its judgement.

    `whole` says that it tells of what a document does not have, or of how many it has: it holds only where all was read.
    `within` are the types of documents that it is for, all of them where there are none. `any_paper`: it holds of papers, too,
    of whose kind little else is judged.
    """

    code: str
    name: str
    on: tuple[Subject, ...]
    level: Level
    basis: tuple[Basis, ...]
    since: str
    zh: Message
    en: Message
    doc: str
    judge: Judge
    whole: bool = False
    within: tuple[type[Value], ...] = ()
    any_paper: bool = False

    def applies_in(self, document: Value) -> bool:
        """Tell whether the rule is one for documents of this type."""
        return not self.within or type(document) in self.within

    @property
    def compares(self) -> bool:
        """Whether it is about the papers of one meeting side by side, not about one document."""
        return self.on == (MeetingPapers,)

    @property
    def title(self) -> str:
        """The first line of the rule's page."""
        return self.doc.strip().splitlines()[0].strip()

    @property
    def called(self) -> str:
        """What to call it where it could not be heard: its code, and what it asks for."""
        return f"{self.code} {self.title.rstrip('。')}"


def rule(
    *,
    code: str,
    name: str,
    on: Subject | tuple[type[Value], ...],
    level: Level,
    basis: Basis | tuple[Basis, ...],
    zh: Message,
    en: Message,
    since: str = "0.1",
    whole: bool = False,
    within: tuple[type[Value], ...] = (),
    any_paper: bool = False,
) -> Callable[[Judge], Rule]:
    """Make a rule of a function `(subject, path, context) -> hits`; its docstring is its page and its test.

    Raises:
        ValueError: a code or name out of pattern, no basis, or no docstring: a slip of the rule's author.
    """
    subjects: tuple[Subject, ...] = on if isinstance(on, tuple) else (on,)
    bases = basis if isinstance(basis, tuple) else (basis,)
    if not (CODE.fullmatch(code) and NAME.fullmatch(name) and bases):
        raise ValueError(f"rule {code} {name}: code, name or basis out of pattern")

    def make(judge: Judge) -> Rule:
        if not judge.__doc__:
            raise ValueError(f"rule {code}: no docstring")
        return Rule(code, name, subjects, level, bases, since, zh, en, judge.__doc__, judge, whole, within, any_paper)

    return make
