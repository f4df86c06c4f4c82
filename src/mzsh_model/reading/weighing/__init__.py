"""Readings that lie open, the evidence for each, and the best path over paragraphs that stand side by side."""
