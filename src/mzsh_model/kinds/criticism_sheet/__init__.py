"""批评意见: its value and its description."""
