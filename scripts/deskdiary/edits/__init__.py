"""Changing a note's text: what is to be written where, and when to refuse. Text in, text out."""
