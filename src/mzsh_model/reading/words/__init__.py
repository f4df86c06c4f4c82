"""The words that documents of this genre are made of, with what they mean; nothing of where they stand."""
