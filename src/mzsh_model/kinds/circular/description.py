"""通报 described: a report of the meeting, addressed downwards."""

from __future__ import annotations

from mzsh_model.kinds.circular.value import Circular
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.prose import PARTLY
from mzsh_model.kinds.report.description import report_kind

CIRCULAR = report_kind(Circular, "通报", named_signs("通报"), partly=f"通报{PARTLY}")
