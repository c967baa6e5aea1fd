"""Gathering and acting: the only code that touches files, the clock, processes. None imports another."""
