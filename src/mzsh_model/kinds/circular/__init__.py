"""通报: its value and its description."""
