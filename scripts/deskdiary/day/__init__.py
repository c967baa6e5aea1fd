"""The day's reckoning: who needs what, why, and by when. Pure functions of (desk, day)."""
