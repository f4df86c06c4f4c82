"""The façade: open, read, check, write, annotate, save."""

from mzsh_model.document.checking import check
from mzsh_model.document.document import Document
from mzsh_model.document.fresh import write
from mzsh_model.document.opening import open_document, read_text

__all__ = ["Document", "check", "open_document", "read_text", "write"]
