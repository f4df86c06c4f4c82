"""Drafts made of structure × wording × surface, the same at every run: the wordings of each half are the half's own."""
