"""会议方案: its value and its description."""
