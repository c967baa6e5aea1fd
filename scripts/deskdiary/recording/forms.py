"""The forms by which people write things down without YAML: what is asked, and what must be answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the heading above the answer, and the name the answer goes by here."""

    name: str
    heading: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form. Only its last question takes several lines, so no answer can pass for another's heading."""

    name: str
    questions: tuple[Question, ...]


VISIT = Form(
    "visit",
    (
        Question("who", "Who was it?", required=True),
        Question("how", "How were you in touch?", required=True),
        Question("about", "What was said?", required=True),
    ),
)
ASKED = Form(
    "asked",
    (
        Question("who", "Who asked?", required=True),
        Question("title", "What for?", required=True),
        Question("how", "How were you in touch?", required=True),
        Question("about", "What did they say about it?"),
    ),
)
RENEWED = Form(
    "renewed",
    (
        Question("who", "Whose loan is it?", required=True),
        Question("loan", "Which loan?"),
        Question("until", "When is it due back now?", required=True),
    ),
)
PATRON = Form(
    "patron",
    (
        Question("name", "What is their name?", required=True),
        Question("category", "Which category?"),
        Question("department", "Which department?"),
        Question("card", "What is the number of their card?"),
        Question("email", "What is their e-mail address?"),
        Question("phone", "What is their telephone number?"),
        Question("text", "What should a colleague know?"),
    ),
)
FORMS = (VISIT, ASKED, RENEWED, PATRON)
