"""Who did not come to the meeting, why, and whether a written speech stands for him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.attendance.away import away_people, away_person
from mzsh_model.kinds.report.attendance.place import member_at, name_at, opened
from mzsh_model.kinds.report.attendance.roll import Roll
from mzsh_model.kinds.report.attendance.words import roll_words
from mzsh_model.model.parts import Absentee
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.words.persons import Person, persons, post_word

_WITHOUT = lazy_pattern(
    r"(?P<reason>因[^，。；（）()]{1,16}?)?\s*"
    r"(?:请(?:了)?(?P<leave>(?:[公病事产婚丧]|陪产|年休|探亲)假)|(?<!不)(?<![不别勿][许得准要])请(?:了)?假|没(?:能)?来(?=[，,。；;（(]|开会|参)|缺席|缺会|(?:未能?|没有?能?|不能|无法)(?:按时|如期)?(?:参加|到会|出席|参会|与会|到场)(?:会议)?)(?!人|[:：]|制度)"
    r"|(?P<away>因[^，。；（）()]{1,16}?)(?=[，,][^，。；]{0,8}(?:书面|委托))"
)
_AWAY = lazy_pattern("[假缺除应]|(?:没|未能?|没有?能?|不能|无法)(?:按时|如期)?(?:参|到|出席|与会)|书面|委托")
"""What no sentence is without that tells of one who did not come."""
_EXCEPT = lazy_pattern(
    r"除(?:了)?(?P<who>[^。；因除在赴（）()]{2,24}?)(?:[两一二三四五\d]\s*[名位]同志|同志)?(?:[（(](?P<beside>[^（）()]{1,20})[）)])?"
    r"(?P<reason>(?:因|在|赴|外出|出差|请假)[^，。；外]{0,20}?)?(?P<away>请(?:了)?[公病事产婚丧]?假|未到会|未参加|未出席|缺席)?[以之]?外"
    r"(?=(?P<rest>[，,]?[^，,。；;]{0,24}))"
)
"""One who was not there among all who were: 除张三同志因公出差外，班子成员全部参加。"""
_CAME = lazy_pattern("参加|到会|出席|参会|与会|到场|到齐|到了")
_FEW = lazy_pattern(
    r"[一二两三四五六七八九十\d]\s*[人名位][^，。；（）()]{0,8}[（(](?P<who>[^（）()]{2,30})[）)](?P<reason>[^，。；（）()]{0,16})$"
)
"""Some of a number, named in a bracket: 1名委员（李四）因公请假."""
_N = r"(\d{1,3}|[一二三四五六七八九十]{1,3}|[xX×＊*ｘ某]{1,3})"
_SOME = lazy_pattern(rf"(?:其中|有)?{_N}[人名位](?:同志|成员)?(?P<reason>[^，。；（）()]{{0,12}})$")
_WHOEVER = lazy_pattern(r"(?:因[故事病]|确需|确因|不能|无法|未能)[^。；]{0,14}的[，,、]")
"""Who should not come, whoever it be: 因故不能参加的，须书面请假。"""

_FORBIDS = lazy_pattern(r"(?:不得|不准|不许|不可|不要|严禁|禁止|杜绝|避免)(?:无故|随意|擅自|因[私故])?$")
"""What nobody shall do: 不得请假。"""

_WRITTEN = lazy_pattern("书面(?:[^，。；]{0,6})(?:发言|意见|材料|报告|检查)")
_COUNTS = lazy_pattern(
    rf"应[^，。；\d一二三四五六七八九十]{{0,8}}{_N}\s*[人名位].{{0,4}}?实[^，。；\d一二三四五六七八九十]{{0,8}}{_N}\s*[人名位]"
)
_CLAUSE = lazy_pattern("[^，,；;]+")
_PIECE = lazy_pattern(r"[^，,。；;、（）()：:]+")


class _Missing(NamedTuple):
    """One who did not come, or nobody in particular, why, and whether he wrote."""

    span: Span
    one: Person | None
    why: Span | None
    written: bool

    def place(self) -> tuple[int, int]:
        """Where he is told of: the line and the place in it."""
        at = self.one.name[0] if self.one is not None else self.why.start if self.why is not None else self.span.start
        return self.span.block.line.number, at


def read_absentees(told: Sequence[Roll], spans: Sequence[Span], draft: Draft, path: str) -> tuple[Absentee, ...]:
    """Return who did not come, why, and whether a written speech is told of."""
    out: list[Absentee] = []
    named: set[str] = set()
    for missing in sorted((*_in_sentences(spans), *_in_lists(told)), key=_Missing.place):
        name = name_at(missing.span, missing.one) if missing.one is not None else ""
        if name not in named or not name:
            named.add(name)
            out.append(_absentee(draft, f"{path}/{len(out)}", missing))
    return tuple(out)


def _in_sentences(spans: Sequence[Span]) -> Iterator[_Missing]:
    for span in spans:
        text = span.block.text
        if _AWAY.search(text, span.start, span.end) is None:
            continue
        for low, high in sentences(text, span.start, span.end):
            if _WHOEVER.search(text, low, high):
                continue
            written = _WRITTEN.search(text, low, high) is not None
            excepted = list(_EXCEPT.finditer(text, low, high))
            for found in excepted:
                if found["away"] or found["reason"] or _CAME.search(found["rest"]):
                    why = found.span("reason" if found["reason"] else "beside")
                    yield from _named(span, found.start("who"), found.end("who"), why, written=written)
            for found in _WITHOUT.finditer(text, low, high):
                if any(one.start() <= found.start() < one.end() for one in excepted):
                    continue
                if _FORBIDS.search(text, low, found.start()):
                    continue
                if few := _FEW.search(text, low, found.start()):
                    why = found.span("reason") if found["reason"] else few.span("reason")
                    for one in away_people(text, *few.span("who")):
                        yield _Missing(span, one, Span(span.block, *(one.beside or why)), written)
                    continue
                told_by = next((name for name in ("away", "reason") if found[name]), "leave")
                if (within := _within_reason(span, *found.span(told_by), written=written)) is not None:
                    yield within
                    continue
                at, why = opened(text, low, found.start()), found.span(told_by)
                named = list(_named(span, at, found.start(), why, written=written))
                yield from named
                if not named and (some := _SOME.search(text, at, found.start())):
                    told = Span(span.block, *(why if why[0] < why[1] else some.span("reason")))
                    if told.text:
                        yield _Missing(span, None, told, written)
            yield from _short_of(span, low, high, written=written)


def _named(span: Span, at: int, close: int, why: tuple[int, int], *, written: bool) -> Iterator[_Missing]:
    """Who is named in a stretch, and why: by words of their own, or by those behind 同志."""
    text = span.block.text
    called = text.rfind("同志", at, close) + len("同志")
    end = called if called > at and why[0] >= why[1] else close
    reason = Span(span.block, *(why if why[0] < why[1] else (end, close)))
    named = persons(text, at, end, titled=True)
    if not named and why[0] >= why[1] and (one := _away_before(text, span.start, at, close)) is not None:
        yield _Missing(span, one, Span(span.block, *one.beside) if one.beside else None, written)
    for one in named:
        yield _Missing(span, one, reason, written)


def _within_reason(span: Span, low: int, high: int, *, written: bool) -> _Missing | None:
    """Who is named in the words for why he did not come: 因张三同志在党校学习请假."""
    text = span.block.text
    called = text.find("同志", low, high)
    named = persons(text, low + 1, called, titled=True) if called > low and text[low] == "因" else []
    why = Span(span.block, called + len("同志"), high)
    return _Missing(span, named[0], why, written) if len(named) == 1 and why.text.strip() else None


def _away_before(text: str, start: int, at: int, close: int) -> Person | None:
    """Who is said to be elsewhere: 李四外出务工没有参加, 李四同志在党校学习，未能到会."""
    if at == close:
        at, close = opened(text, start, at - 1), at - 1
    return away_person(text, at, close) if at < close else None


def _short_of(span: Span, low: int, high: int, *, written: bool) -> Iterator[_Missing]:
    """Who is away where fewer came than should have: 应到9人，实到8人（张三出差）。"""
    text, words = span.block.text, roll_words()
    counts = _COUNTS.search(text, low, high)
    if counts is None or (parse_numeral(counts[1]) or 0) <= (parse_numeral(counts[2]) or 0):
        return
    for piece in _PIECE.finditer(text, counts.end(), high):
        away = words.away.search(text, piece.start() + 2, piece.end())
        if away is not None and not words.verb.match(text, away.start(), piece.end()):  # 到北京, not 到会指导
            told = _WITHOUT.search(text, piece.start(), piece.end())
            if told is not None and told.start() < away.start():
                continue  # 请产假: the sentence itself says who
            ends = _WITHOUT.search(text, away.start(), piece.end())
            why = (
                away.start(),
                ends.start() if ends and ends.start() > away.start() and not ends["reason"] else piece.end(),
            )
            yield from _named(span, piece.start(), away.start(), why, written=written)


def _in_lists(told: Sequence[Roll]) -> Iterator[_Missing]:
    for roll in told:
        for one in roll.people if roll.part == "absent" else ():
            beside = Span(roll.span.block, *one.beside) if one.beside else None
            yield _Missing(roll.span, one, beside, _wrote(roll, one))


def _wrote(roll: Roll, one: Person) -> bool:
    """Whether the sentence of a list that names a person says that he wrote: what a bracket says is said of the one before it."""
    text = roll.span.block.text
    parts = sentences(text, roll.span.start, roll.span.end)
    low, high = next((part for part in parts if part[0] <= one.name[0] < part[1]), one.name)
    for found in _WRITTEN.finditer(text, low, high):
        of = next((o for o in roll.people if o.beside and o.beside[0] <= found.start() < o.beside[1]), None)
        if of is None or of == one or "均" in text[of.name[1] : found.start()]:
            return True
    return False


def _absentee(draft: Draft, path: str, missing: _Missing) -> Absentee:
    span, one, why, written = missing
    if one is None:
        assert why is not None
        draft.anchor(path, why.place())
        return Absentee(reason=draft.anchor_span(f"{path}/reason", why), written=written)
    post, why = _apart(why) if why is not None else (None, None)
    if post is not None and one.post is None:
        one = one._replace(post=(post.start, post.end))
    member = member_at(draft, path, span, one)
    reason = draft.anchor_span(f"{path}/reason", trimmed(why)) if why is not None and why.start < why.end else None
    return Absentee(name=member.name, post=member.post, reason=reason, written=written)


def _apart(why: Span) -> tuple[Span | None, Span | None]:
    """The post that stands beside a name, and the reason: 党组成员、总工程师，援藏."""
    post: Span | None = None
    for part in _CLAUSE.finditer(why.block.text, why.start, why.end):
        told = Span(why.block, *part.span())
        if not post_word(told.text):
            cut = told.text.find("、") if post is None else -1
            return post, told if cut < 0 else Span(told.block, told.start, told.start + cut)
        post = told
    return post, None
