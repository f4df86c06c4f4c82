"""Which oddity bars which verbs, and with what reason; every verb that is not named here is done."""

from __future__ import annotations

from collections.abc import Mapping

_WRITING = ("annotate", "edit", "remove", "insert", "bind")
_GROUPS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # the part cannot be written byte by byte
    (_WRITING, "edit-encoding", "encoding-utf-16 encoding-utf-16-of-all-parts encoding-utf-16-without-a-mark"),
    (("bind",), "part-encoding", "encoding-utf-16-of-registers"),
    (("annotate",), "edit-encoding", "encoding-utf-16-of-comments"),
    (_WRITING, "edit-namespaces", "another-prefix-for-one-paragraph"),
    (_WRITING[:-1], "edit-namespaces", "the-prefix-taken-by-others-within"),
    (("annotate",), "edit-not-stored", "cdata-around-texts"),
    (("insert",), "edit-formula", "text-outside-a-run"),
    (("edit", "insert"), "edit-unsure", "elements-in-a-text"),
    # there is one measure only
    (("remove",), "path-index", "unknown-element-around-a-paragraph unknown-element-of-word-around-a-paragraph"),
    (("remove",), "path-index", "list-without-its-abstract list-in-a-circle list-of-a-picture"),
    # who wrote it shall not be overwritten
    (("edit",), "edit-bound", "control-bound-to-data"),
    (("edit",), "edit-locked", "control-locked"),
    (("edit",), "edit-alternate", "choice-unknown-around-runs choice-unknown-in-a-run choice-in-a-choice"),
    (("edit",), "edit-alternate", "choice-unknown-around-a-paragraph choice-of-two-names-one-unknown"),
    (("edit",), "edit-alternate", "choice-known-around-a-paragraph choice-of-no-requirement"),
    (("remove", "insert"), "edit-alternate", "row-in-a-choice row-in-a-fallback"),
    (("edit", "remove", "insert"), "edit-alternate", "table-in-a-choice"),
    (
        ("edit",),
        "edit-field",
        "field-simple field-in-a-field field-never-ended-over-paragraphs field-from-cell-to-cell",
    ),
    (("edit", "remove", "insert"), "edit-field", "field-over-paragraphs"),
    # with no item behind it, the box would be read as a remark of its own
    (("remove",), "edit-reads-otherwise", "box-beside box-in-a-box box-outside-a-run"),
    # what cannot be settled
    (("reject",), "revision-unsure", "revisions-of-properties-misplaced rows-in-an-insertion"),
    (("accept", "reject"), "revision-cell-merge", "cell-merge-tracked"),
    # a part is damaged, or what it says it is not
    (
        ("annotate",),
        "edit-comments",
        "no-comments none-of-the-side-parts strict-main-part-alone comments-of-another-root",
    ),
    (("comments", "redact"), "part-not-comments", "comments-of-another-root"),
    (("annotate", "comments", "redact", "scrub"), "xml-damaged", "comments-damaged"),
    (
        ("redact", "scrub"),
        "xml-damaged",
        "zip-thumbs-and-mac-members a-theme-of-no-bytes styles-damaged header-damaged",
    ),
    (("redact", "scrub"), "xml-damaged", "data-of-other-programs-damaged properties-damaged properties-of-no-bytes"),
    (("bind",), "xml-damaged", "properties-damaged properties-of-no-bytes"),
    (("redact", "scrub"), "xml-dtd", "data-with-a-dtd"),
    ((*_WRITING, "scrub"), "edit-protected", "settings-damaged"),
    (("redact",), "xml-damaged", "settings-damaged"),
    # files of other programs, in which nobody can look for names
    (
        ("redact",),
        "redact-embedded",
        "zip-name-that-climbs zip-name-of-a-drive zip-name-of-blanks zip-name-with-controls",
    ),
    (("redact",), "redact-embedded", "zip-mimetype-first macros-and-their-data"),
)


def _gathered() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for verbs, code, names in _GROUPS:
        for name in names.split():
            found.setdefault(name, {}).update(dict.fromkeys(verbs, code))
    return found


REFUSALS = _gathered()
