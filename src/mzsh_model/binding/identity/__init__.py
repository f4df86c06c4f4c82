"""Items known again across edits: what a file carries, and what became of each."""
