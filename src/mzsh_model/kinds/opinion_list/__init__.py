"""征求意见清单: its value and its description."""
