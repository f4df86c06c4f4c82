"""会前准备情况报告: its value and its description."""
