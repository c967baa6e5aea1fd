"""Names of people who do not exist: forenames and surnames of one language, put together by chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from mimesis import Gender, Locale, Person

from benchmarks.invented.chance import happens

_DRAWN = 600
_WELSH_WOMEN = (
    "Angharad Anwen Bethan Branwen Carys Catrin Ceri Delyth Dilys Eirlys Eleri Elin Ffion Glenys Gwenllian "
    "Heledd Lleucu Llinos Lowri Mair Megan Meinir Mererid Myfanwy Nerys Nia Non Rhiannon Rhian Sioned Siân "
    "Siwan Tegwen Luned Morfudd Elliw Gwerfyl Efa Cadi"
)
_WELSH_MEN = (
    "Alun Aled Arwel Bedwyr Berwyn Bryn Caradog Dafydd Dewi Dylan Eifion Emrys Emyr Gareth Geraint Gethin "
    "Gwilym Huw Hywel Idris Ieuan Ifan Iolo Iorwerth Iwan Llŷr Llywelyn Meirion Meurig Osian Owain Rhodri "
    "Rhys Siôn Tomos Trystan Wyn Tudur Macsen Môr"
)
_WELSH_FAMILIES = (
    "Beynon Bevan Bowen Cadwaladr Ellis Gethin Gruffydd Gwynne Hopkin Howell Ithel Jenkins Llwyd Maddocks "
    "Meredith Morgan-Lloyd Mostyn Nefydd Parry Penry Powell Probert Prosser Pryce Prydderch Pugh Rhydderch "
    "Tegid Trahearne Trefor Tudor Vaughan Wynne Ynyr ap-Gwilym Bebb Gwent Cynan Gwyn Môn"
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """Names of one language, and the tag that a note gives for it."""

    tag: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    families_of_women: tuple[str, ...]
    families_of_men: tuple[str, ...]


def name(source: Random, tongue: Tongue) -> tuple[str, str]:
    """A forename and a surname, as a person of this language would have them."""
    woman = happens(source, 52)
    forename = source.choice(tongue.women if woman else tongue.men)
    return forename, source.choice(tongue.families_of_women if woman else tongue.families_of_men)


@cache
def tongues() -> tuple[Tongue, ...]:
    """The languages of a college in Wales, those that are spoken most often first and several times."""
    british, welsh = _listed("en", Locale.EN_GB), _welsh()
    others = [_listed(tag, locale) for tag, locale in _OTHERS]
    return (*[british] * 12, *[welsh] * 10, *others)


_OTHERS = (
    ("pl", Locale.PL),
    ("de", Locale.DE),
    ("fr", Locale.FR),
    ("cs", Locale.CS),
    ("is", Locale.IS),
    ("tr", Locale.TR),
    ("uk", Locale.UK),
    ("pt", Locale.PT),
)


def _welsh() -> Tongue:
    families = tuple(_WELSH_FAMILIES.split())
    return Tongue("cy", tuple(_WELSH_WOMEN.split()), tuple(_WELSH_MEN.split()), families, families)


def _listed(tag: str, locale: Locale) -> Tongue:
    person = Person(locale, seed=1871)
    women, men = Gender.FEMALE, Gender.MALE
    return Tongue(
        tag,
        _pool(person.first_name(women) for _ in range(_DRAWN)),
        _pool(person.first_name(men) for _ in range(_DRAWN)),
        _pool(person.last_name(women) for _ in range(_DRAWN)),
        _pool(person.last_name(men) for _ in range(_DRAWN)),
    )


def _pool(drawn: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted(set(drawn)))
