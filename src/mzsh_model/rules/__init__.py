"""Judgement: one rule a file, one walk for all of them; no XML is seen here."""
