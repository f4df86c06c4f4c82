"""What Chinese office papers call things: tables of words as data, each once, with their sense."""
