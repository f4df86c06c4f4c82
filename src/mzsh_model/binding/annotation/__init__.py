"""Findings as comments in Word files, and taking them out again."""
