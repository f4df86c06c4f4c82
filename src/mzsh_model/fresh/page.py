"""What stands on the pages of a fresh document."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.fresh.grid import Grid
from mzsh_model.fresh.paragraph_xml import Paragraph


class Page(NamedTuple):
    """Paragraphs; where there is a table they stand above it, and `below` under it. A table lies on pages turned sideways, a form does not."""

    above: tuple[Paragraph, ...]
    grid: Grid | None = None
    below: tuple[Paragraph, ...] = ()
