"""Items of a part: problems, causes, measures, in lists, in running text, under headings."""
