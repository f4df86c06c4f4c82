"""Marks, comments, bookmarks and tracked changes: put in, read, taken out to the byte."""
