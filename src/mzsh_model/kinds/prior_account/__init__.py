"""上年度整改落实情况: its value and its description."""
