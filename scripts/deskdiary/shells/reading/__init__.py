"""Reading a desk from disk: files, their text, their YAML, up to the values of `records`."""
