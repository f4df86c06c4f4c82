"""Typed model, readers and validators for the materials of 民主生活会.

What stands in `__all__` is the public API; everything else may change.
"""

from mzsh_model.document import Document, check, read_text, write
from mzsh_model.document import open_document as open
from mzsh_model.edit.change import insert, remove, replace
from mzsh_model.edit.merge import merge
from mzsh_model.kernel.errors import MzshError
from mzsh_model.model.load import load

__version__ = "0.1.0"
__all__ = [
    "Document",
    "MzshError",
    "check",
    "insert",
    "load",
    "merge",
    "open",
    "read_text",
    "remove",
    "replace",
    "write",
]
