"""Values edited, compared and joined, without a file: every result is what a reader would give."""
