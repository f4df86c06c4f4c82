"""The façade: open, read, check, write, annotate, save."""
