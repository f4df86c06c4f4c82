"""One meeting's folder: its papers recognised, paired and compared."""
