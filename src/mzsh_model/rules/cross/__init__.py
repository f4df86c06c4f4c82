"""Rules on the papers of one meeting side by side: what one says, another must say too."""
