"""会议记录 described."""

from __future__ import annotations

from mzsh_model.kinds.minutes.value import Minutes
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.prose import prose_kind

MINUTES = prose_kind(Minutes, "会议记录", named_signs("会议记录"))
