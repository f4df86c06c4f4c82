"""Word files that are odd in one way each, made from a fresh paper, and what must come of every one of them."""
