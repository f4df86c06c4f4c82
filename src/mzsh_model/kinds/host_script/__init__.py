"""主持词: its value and its description."""
