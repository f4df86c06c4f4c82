"""主持词 described."""

from __future__ import annotations

from mzsh_model.kinds.host_script.value import HostScript
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.prepared import told_of_preparation, with_figures
from mzsh_model.kinds.prose import prose_kind

HOST_SCRIPT = prose_kind(HostScript, "主持词", named_signs("主持词"), told=told_of_preparation, telling=with_figures)
