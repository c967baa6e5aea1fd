"""What was worked out before, kept in the desk's `.cache/`: private, checked, and safe to delete."""
