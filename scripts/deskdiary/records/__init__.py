"""What the notes say, as values. Nothing here reads, writes or knows today."""
