"""A refusal: what was asked for cannot or must not be done, said in words for whoever asked."""


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault
    """Raised by a shell, told by the command line. Holds keys and paths, never a note's text."""
