"""What fields a note may have, declared once, and how what is written becomes a value."""
