"""征求意见表: its value and its description."""
