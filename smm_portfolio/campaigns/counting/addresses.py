"""Whether an address as a whole can be opened and shortened: scheme, name, port, path, query and fragment.

Source: RFC 3986 with international names, as narrow as twitter-text's validation.
"""

from __future__ import annotations

import regex

_PERCENT = r"%[0-9A-Fa-f]{2}"
_USER = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|{_PERCENT})+"
_BYTE = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IPV4 = rf"(?:{_BYTE}\.){{3}}{_BYTE}"
_IPV6 = r"\[[0-9A-Fa-f:.]+\]"
_LETTER = r"[a-z0-9\u0080-\U0010FFFF]"
_SUBDOMAIN = rf"{_LETTER}(?:(?:[_\-]|{_LETTER})*{_LETTER})?\."
_DOMAIN = rf"{_LETTER}(?:(?:-|{_LETTER})*{_LETTER})?\."
_TOP = rf"(?!\d+(?:[:/?#]|$)){_LETTER}(?:(?:-|{_LETTER})*{_LETTER})?"
_HOST = rf"(?:{_IPV4}(?![.\w])|{_IPV6}|(?:{_SUBDOMAIN})*{_DOMAIN}{_TOP})"
_CHARACTER = rf"(?:[a-z0-9\u0400-\u04FF\-._~!$&'()*+,;=:|@]|{_PERCENT})"
_REST = rf"(?:/{_CHARACTER}*)*(?:\?(?:{_CHARACTER}|[/?])*)?(?:#(?:{_CHARACTER}|[/?])*)?"
_AFTER_SCHEME = rf"(?:{_USER}@)?{_HOST}(?::[0-9]+)?{_REST}"
_ADDRESS = regex.compile(rf"https?://{_AFTER_SCHEME}", regex.IGNORECASE)
_BARE = regex.compile(_AFTER_SCHEME, regex.IGNORECASE)


def is_address(text: str, *, scheme: bool = True) -> bool:
    """Whether a text is a web address and nothing else.

    Args:
        text: the address.
        scheme: whether http:// or https:// must stand before it.
    """
    return (_ADDRESS if scheme else _BARE).fullmatch(text) is not None
