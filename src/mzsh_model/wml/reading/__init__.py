"""From the parts of a Word file to plain lines: paragraphs, numbers, tables, what is hidden or not read."""
