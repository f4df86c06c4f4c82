"""Every verb tried on one odd file: what is done keeps its law, what is not is refused with an error of ours."""

from __future__ import annotations

from collections.abc import Callable

import mzsh_model as mz
from mzsh_model.kernel.errors import BrokenLaw, MzshError
from mzsh_model.opc.archive import open_archive
from mzsh_model.opc.limits import Limits

AUTHOR = "甲"


def parts_of(data: bytes) -> dict[str, bytes]:
    """The content of each part of a file."""
    archive = open_archive(data, Limits())
    return {name: archive.read(name) for name in archive.entries}


def refusals(doc: mz.Document) -> dict[str, str]:
    """Try the verbs on a document; return what those said that refused it, by their names.

    Raises:
        AssertionError: what was done does not keep its law.
    """
    said: dict[str, str] = {}
    for verb, attempt in _attempts(doc).items():
        try:
            attempt()
        except MzshError as error:
            assert not isinstance(error, BrokenLaw), (verb, error.code)
            assert "\n" not in str(error)
            said[verb] = error.code
    return said


def _attempts(doc: mz.Document) -> dict[str, Callable[[], None]]:
    value = doc.read().value
    due, item, new = _PLACES[value.kind]

    def annotate() -> None:
        noted = doc.annotate(mz.check(value, doc)).to_bytes()
        assert parts_of(mz.open(noted).clean().to_bytes()) == parts_of(doc.to_bytes())

    def edit() -> None:
        wanted = mz.replace(value, due, "2027-03")
        written = mz.open(doc.write(wanted).to_bytes())
        assert str(mz.resolve(written.read().value, due)).startswith("2027年3月")
        assert _others(written) == _others(doc)

    def remove() -> None:
        less = mz.open(doc.write(mz.remove(value, item), tracked=AUTHOR).to_bytes())
        assert len(_items(less)) == len(_items(doc)) - 1
        assert less.reject(author=AUTHOR).text == doc.text
        assert _others(less) == _others(doc)

    def insert() -> None:
        more = mz.open(doc.write(mz.insert(value, item, new)).to_bytes())
        assert len(_items(more)) == len(_items(doc)) + 1

    def bind() -> None:
        bound = mz.open(doc.bind(value, seed="s").to_bytes())
        assert bound.text == doc.text
        assert parts_of(bound.finalize().to_bytes()) == parts_of(doc.to_bytes())

    def accept() -> None:
        assert mz.open(doc.accept().to_bytes()).text == doc.text

    def reject() -> None:
        assert mz.open(doc.reject().to_bytes()).revisions == ()

    def scrub() -> None:
        assert mz.open(doc.scrub().to_bytes()).text == doc.text

    def redact() -> None:
        assert "张三" not in mz.open(doc.redact().to_bytes()).text

    def fix() -> None:
        assert mz.fix(doc).document.text

    def comments() -> None:
        assert all(one.text is not None for one in doc.comments)

    return {attempt.__name__: attempt for attempt in (annotate, edit, remove, insert, bind, accept, reject, scrub, redact, fix, comments)}  # fmt: skip


_ROW = {"issue": {"text": "台账更新不够及时，有4项没有登记"}, "measures": [{"text": "每月更新一次"}]}
_PLACES: dict[str, tuple[str, str, object]] = {
    "SelfExamination": ("/measures/0/due", "/measures/1", "每季度通报一次，2026年9月底前完成，责任人：王五。"),
    "Ledger": ("/entries/0/measures/0/due", "/entries/1", _ROW),
}


def _items(doc: mz.Document) -> tuple[object, ...]:
    held = doc.read().value.__dict__
    found = held["measures"] if "measures" in held else held["entries"]
    assert isinstance(found, tuple)
    return found


def _others(doc: mz.Document) -> dict[str, bytes]:
    """The parts that writing has no business with."""
    assert doc.package is not None
    return {name: content for name, content in parts_of(doc.to_bytes()).items() if name != doc.package.main_part}
