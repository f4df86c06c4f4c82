"""The verbs as tools of the Model Context Protocol: for an assistant on this machine, reading only unless it is told otherwise."""
