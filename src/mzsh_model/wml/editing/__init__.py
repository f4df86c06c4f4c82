"""Changing characters, paragraphs and rows in the bytes of a part."""
