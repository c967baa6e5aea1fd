"""Whether a place is private enough for the staff site: decided from what servers answered, as values."""
