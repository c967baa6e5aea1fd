"""How a draft's headers are set in lines: no name, however long or odd, becomes an address of its own."""

from email.header import Header
from email.headerregistry import Address, AddressHeader
from email.policy import EmailPolicy

_LONGEST_LINE = 78  # RFC 5322, 2.1.1
_NEED_QUOTES = frozenset('()<>[]:;@\\,."')


class _NamesKept(EmailPolicy):
    """Python drops the quotation marks of a name as it breaks the line, and a comma then ends the address."""

    def fold(self, name: str, value: str) -> str:
        one = _to_be_broken(name, value)
        return _encoded(name, one) if one else super().fold(name, value)

    def fold_binary(self, name: str, value: str) -> bytes:
        one = _to_be_broken(name, value)
        return _encoded(name, one).encode() if one else super().fold_binary(name, value)


def _to_be_broken(header: str, value: str) -> Address | None:
    if not isinstance(value, AddressHeader) or len(value.addresses) != 1:
        return None
    one = value.addresses[0]
    line = f"{header}: {one}"
    fits = line.isascii() and len(line) <= _LONGEST_LINE
    return None if fits or _NEED_QUOTES.isdisjoint(one.display_name) else one


def _encoded(header: str, address: Address) -> str:
    name = Header(address.display_name, "utf-8", header_name=header).encode(linesep="\r\n")
    return f"{header}: {name}\r\n <{address.addr_spec}>\r\n"


PLAIN = _NamesKept(linesep="\r\n")
ANY_LETTERS = _NamesKept(linesep="\r\n", utf8=True)
