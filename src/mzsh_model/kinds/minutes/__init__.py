"""会议记录: its value and its description."""
