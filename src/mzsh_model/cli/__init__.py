"""The command line: arguments in, text out; everything else is the library's."""
