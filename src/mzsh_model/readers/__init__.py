"""From an outline to the model, one module per kind of document (文种)."""
