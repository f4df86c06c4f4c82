"""All oddities, each once."""

from __future__ import annotations

from tests.oddities.archives import ARCHIVES
from tests.oddities.encodings import ENCODINGS
from tests.oddities.grids import GRIDS
from tests.oddities.oddity import Oddity
from tests.oddities.registers import REGISTERS
from tests.oddities.reviews import REVIEWS
from tests.oddities.sides import SIDES
from tests.oddities.wordings import WORDINGS

ODDITIES: tuple[Oddity, ...] = (*ARCHIVES, *REGISTERS, *ENCODINGS, *WORDINGS, *REVIEWS, *GRIDS, *SIDES)
