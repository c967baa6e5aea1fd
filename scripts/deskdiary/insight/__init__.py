"""What the notes add up to, for whoever runs the desk: counts and keys, never a name, a title or a reason."""
