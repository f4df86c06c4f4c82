"""谈心谈话汇总: its value and its description."""
