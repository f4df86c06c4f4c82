"""Who was at the meeting, and in what part: told in sentences, behind labels, in tables, in a list annexed."""
