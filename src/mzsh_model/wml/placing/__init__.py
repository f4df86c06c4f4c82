"""Where lines, characters and elements stand in the bytes of a part."""
