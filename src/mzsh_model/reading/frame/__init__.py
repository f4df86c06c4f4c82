"""What stands around the text: letterhead, title, opening, closing words, signature."""
