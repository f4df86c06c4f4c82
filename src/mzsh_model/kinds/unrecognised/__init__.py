"""Documents of no kind that is known: title and paragraphs."""
