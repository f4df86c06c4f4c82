"""What the title of a ledger looks like."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern

LEDGER_TITLE = lazy_pattern(
    r"台[账帐]|(?:问题|整改|任务|责任|措施|个人)清单|(?:整改|任务|问题)(?:情况|方案|落实|任务)?(?:一览|汇总|登记|分解|推进)?表"
)
