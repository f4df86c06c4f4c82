"""From an outline to values, whatever the kind of document: what a paragraph, a list, a table says, weighed."""
