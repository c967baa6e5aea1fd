"""Numbers with what they count."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 loan`, `2 loans`, `12,000 patrons`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
