"""WordprocessingML text: stories, runs, numbering, revisions, comments; nothing of the domain is known here."""
