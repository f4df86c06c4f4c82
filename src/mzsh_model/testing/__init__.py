"""Strategies of hypothesis for your own tests (extra `testing`): values of every type, papers, and dirty Word files.

`values` makes values as code makes them, `other_kinds` those of plans, minutes, lists and records, `every_kind`
one strategy for each kind; `papers` and
`other_papers` make the lines of papers of every kind; `word_files` puts lines into Word as people and editors leave
them. They are what the library's own laws are tested with.
"""

from mzsh_model.testing import every_kind, other_kinds, other_papers, papers, values, word_files

__all__ = ["every_kind", "other_kinds", "other_papers", "papers", "values", "word_files"]
