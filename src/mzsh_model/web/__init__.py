"""A page on this machine for those without a shell: drafts dropped in, findings on the text, copies and reports out."""
