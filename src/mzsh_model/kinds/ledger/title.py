"""What the title of a ledger looks like."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern

LEDGER_TITLE = lazy_pattern(r"台[账帐]|(?:问题|整改|任务|责任)清单|整改(?:情况)?(?:一览|汇总|登记)表|整改方案表")
