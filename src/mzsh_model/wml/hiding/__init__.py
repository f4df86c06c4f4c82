"""Words taken out of every part of a Word file: what they are replaced by is said from above."""
