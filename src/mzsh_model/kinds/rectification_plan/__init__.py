"""整改方案: its value and its description."""
