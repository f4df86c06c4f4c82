"""Shipped example drafts: invented, in the genre, as dirty as life."""
