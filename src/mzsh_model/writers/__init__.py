"""From the model to a fresh Word file, one module per kind of document (文种)."""
