"""谈心谈话记录: its value and its description."""
