"""督导点评: its value and its description."""
