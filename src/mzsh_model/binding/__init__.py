"""Model path ⇄ place in a file, and identity across edits."""
