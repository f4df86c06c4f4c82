"""From values to fresh paragraphs, tables and pages, whatever the kind of document."""
