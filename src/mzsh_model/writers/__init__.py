"""From a model value to a fresh Word document: one module per kind of document (文种)."""
