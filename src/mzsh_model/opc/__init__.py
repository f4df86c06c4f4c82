"""Zip packages, parts and limits: bytes in, bytes out; nothing of Word is known here."""
