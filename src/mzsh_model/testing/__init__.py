"""Strategies of hypothesis for your own tests (extra `testing`): values of every type, papers, and dirty Word files.

`values` makes values as code makes them; `papers` makes the lines of papers of every kind; `word_files` puts lines into
Word as people and editors leave them. They are what the library's own laws are tested with.
"""

from mzsh_model.testing import papers, values, word_files

__all__ = ["papers", "values", "word_files"]
