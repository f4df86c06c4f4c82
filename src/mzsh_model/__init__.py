"""Typed model, readers and validators for the materials of 民主生活会.

What stands in `__all__ = [
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
