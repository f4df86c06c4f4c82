"""Facts that ship with the library, each with its source and grade."""
