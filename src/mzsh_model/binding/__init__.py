"""Model path and place in a file, and which item is which after people edited the file."""
