"""The way back: a changed value into the file it was read from."""
