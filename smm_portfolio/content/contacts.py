"""E-mail addresses, telephone numbers and account details in a text: crawlers notice them before people do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from smm_portfolio import resources
from smm_portfolio.content.yaml_reader import read_yaml

_UNSEEN = "[\u00ad\u200b-\u200d\u2060]*"
_AT = rf"{_UNSEEN}(?:[@\uff20\ufe6b]|%40|&#0*64;|&#x0*40;|&commat;){_UNSEEN}"
_DOT = r"(?:\.|&#0*46;|&#x0*2e;|&period;)"
_MAIL = re.compile(
    rf"(?<![\w.+%@/-])[a-z0-9][\w.+-]{{0,63}}{_AT}((?:[a-z0-9](?:[a-z0-9-]{{0,62}}[a-z0-9])?{_DOT}){{1,8}}([a-z]{{2,24}}))(?![\w-])",
    re.IGNORECASE,
)
_SPOKEN_DOT = r"\s?[\[({]\s?(?:dot|punt|point|\.)\s?[\])}]\s?|\s(?:dot|punt|point)\s"
_SPOKEN = re.compile(
    r"(?:\s?[\[({<]\s?(?:at|apenstaart(?:je)?|arobase|@)\s?[\])}>]\s?|\s(?:at|apenstaart(?:je)?|arobase)\s"
    rf"(?=[\w.-]{{1,63}}(?:{_SPOKEN_DOT})))([a-z0-9][a-z0-9-]{{0,62}}(?:(?:\.|{_SPOKEN_DOT})[a-z0-9][a-z0-9-]{{0,62}}){{1,4}})(?![\w-])",
    re.IGNORECASE,
)
"""What stands behind the name in an address that is written for people: name (at) site.nl, name at site dot nl."""
_BEFORE_AT = re.compile(r"(?<![\w.+%@/-])[a-z0-9][\w.+-]{0,63}$", re.IGNORECASE)
_BODY = r"[\d ()./\u00a0\u2009\u2010-\u2015\u202f-]{6,20}\d(?![\w:])"
_PHONE = re.compile(
    rf"(?<![\w@/=?&#%+-])(?<!\d[.,])(?!\d\d?[-./]\d\d?[-./](?:19|20)\d\d)(?:\+\d|00[1-9]|\(?0\d|\(\d{{3}}\)){_BODY}|(?<![\w@./=?&#%+-])\d{{3}}[.-]\d{{3}}[.-]\d{{4}}(?!\w)"
)
"""A telephone number is written with + or 00, a 0 or a bracket in front, or in the American way: 212-555-0100."""
_CHAT = re.compile(r"(?:wa\.me/|whatsapp\.com/send\?phone=)\+?(\d{8,15})(?!\w)")
_HANDLE = re.compile(r"(?<![\w@./:+`-])@(?=[\w.]*[a-z])[a-z0-9_][\w.]{1,28}\w(?:@[\w-]+(?:\.[\w-]+)+)?", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
_BSN = re.compile(r"\b(?:bsn|burgerservicenummer)\b\D{0,12}(\d{3}[. ]?\d{3}[. ]?\d{3})(?!\d)", re.IGNORECASE)
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ACCOUNT = re.compile(
    r"(?<![\w-])(?:act_\d{5,20}|G-(?=[A-Z]*\d)[A-Z0-9]{8,12}|UA-\d{4,10}-\d{1,4}|GTM-[A-Z0-9]{5,9}|(?:AW|DC)-\d{6,12})(?![\w-])"
    r"|urn:li:[a-zA-Z]{2,30}:\(?\d{3,25}"
    r"|(?<![\w])(?:aadvid|advertiser_id|ad_account_id|business_id|pixel_id)=\d{6,25}"
    r"|(?<![\w])properties/\d{6,12}(?!\d)"
)
"""Ids as Meta, Google, LinkedIn and TikTok write them in their own addresses, tags and exports."""
_TRACE = re.compile(
    r"[?&;](?:fbclid|gclid|gbraid|wbraid|dclid|ttclid|twclid|msclkid|yclid|li_fat_id|mc_eid|igsh|igshid|_hsenc|vero_id)"
    r"=[\w.%~-]{4,300}"
)
"""Parameters that platforms add to a copied link, and that say whose account or click it came from."""
_TOKEN = re.compile(
    r"(?<![\w-])(?:EAA[A-Za-z0-9]{40,}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|xox[abprs]-[\w-]{10,}|AIza[\w-]{35}"
    r"|AKIA[0-9A-Z]{16}|sk-[\w-]{32,})|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"
)
_RETINA = re.compile(r"@\dx\.", re.IGNORECASE)
_NOBODY = {"git"}
"""Names before an @ that are a way to reach a program, not a person."""


@dataclass(frozen=True, slots=True)
class Detail:
    """Something in a text by which somebody or an account can be reached or recognised.

    Args:
        what: the kind, in words.
        text: as it was written.
        start: where it stands in the text.
        public: whether such a thing is made to be seen, as a handle is; then it is worth a remark and no more.
    """

    what: str
    text: str
    start: int
    public: bool = False


class Contacts:
    """Looks for contact and account details that nobody allowed.

    Args:
        allowed: addresses, numbers, handles and ids that may be published; a bare domain stands for every address
            in it.
        country: ISO code of the country whose numbers are written without its code.
    """

    def __init__(self, allowed: Iterable[str], country: str) -> None:
        self._country = country
        listed = [one.strip() for one in allowed]
        self._allowed = frozenset(one.casefold().lstrip("@") for one in listed)
        self._numbers = frozenset(filter(None, (self._number(one) for one in listed)))

    def find(self, text: str) -> Iterator[Detail]:
        """Every detail in a text, kind by kind."""
        if any(sign in text for sign in ("@", "%40", "&#", "&commat;", "\uff20", "\ufe6b")):
            yield from self._mails(text)
            yield from self._handles(text)
        yield from self._spoken(text)
        yield from self._phones(text)
        for found in _IBAN.finditer(text):
            if _is_iban(found[0]) and self._told(found[0]):
                yield Detail("bank account number", found[0], found.start())
        for found in _BSN.finditer(text):
            if _is_bsn(found[1]):
                yield Detail("citizen service number", found[1], found.start(1))
        for what, pattern in (
            ("account id", _ACCOUNT),
            ("link that says who copied it", _TRACE),
            ("access token", _TOKEN),
        ):
            for found in pattern.finditer(text):
                if self._told(found[0]):
                    yield Detail(what, found[0], found.start())

    def _told(self, text: str) -> bool:
        return text.casefold().lstrip("@?&;") not in self._allowed

    def _mails(self, text: str) -> Iterator[Detail]:
        for found in _MAIL.finditer(text):
            written = re.sub(_DOT, ".", re.sub(_AT, "@", found[0], flags=re.IGNORECASE), flags=re.IGNORECASE)
            if not _RETINA.search(found[0]) and self._reaches_somebody(written):
                yield Detail("e-mail address", found[0], found.start())

    def _spoken(self, text: str) -> Iterator[Detail]:
        """Addresses that are written so that machines do not see them; people and better machines do."""
        for found in _SPOKEN.finditer(text):
            name = _BEFORE_AT.search(text, max(0, found.start() - 64), found.start())
            domain = re.sub(_SPOKEN_DOT, ".", found[1], flags=re.IGNORECASE)
            if name and self._reaches_somebody(f"{name[0]}@{domain}"):
                yield Detail("e-mail address", text[name.start() : found.end()], name.start())

    def _reaches_somebody(self, address: str) -> bool:
        """Whether an e-mail address can be somebody's, and is not meant to be seen."""
        name, _, domain = address.casefold().partition("@")
        end = domain.rpartition(".")[2]
        if (end not in _top_level() and not end.startswith("xn--")) or name in _NOBODY:
            return False
        domains = {".".join(domain.split(".")[at:]) for at in range(domain.count(".") + 1)}
        return f"{name}@{domain}" not in self._allowed and not domains & self._allowed and not is_reserved(domain)

    def _handles(self, text: str) -> Iterator[Detail]:
        for found in _HANDLE.finditer(text):
            if self._told(found[0]) and not is_reserved(found[0].rpartition("@")[2]):
                yield Detail("account name", found[0], found.start(), public=True)

    def _phones(self, text: str) -> Iterator[Detail]:
        for pattern in (_PHONE, _CHAT):
            for found in pattern.finditer(text):
                written = found[1] if pattern is _CHAT else found[0]
                number = self._number(f"+{written}" if pattern is _CHAT else written)
                if number and number not in self._numbers and not is_reserved_number(number):
                    yield Detail("telephone number", written, found.start())

    def _number(self, text: str) -> str:
        """A telephone number in its international form, or an empty string where it is none."""
        if not re.fullmatch(r"[\d ()./\u00a0\u2009\u2010-\u2015\u202f+-]{8,24}", text):
            return ""
        import phonenumbers  # noqa: PLC0415  (only texts with something like a number need it)

        plain = re.sub(r"[\u2010-\u2015]", "-", re.sub(r"[\u00a0\u2009\u202f]", " ", text))
        international = re.sub(r"^00(?=[1-9])", "+", plain)
        try:
            number = phonenumbers.parse(international, self._country)
        except phonenumbers.NumberParseException:
            return ""
        known = phonenumbers.is_valid_number(number)
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if known else ""


def is_reserved(domain: str) -> bool:
    """Whether a domain can belong to nobody, so that it may stand in examples."""
    ends = tuple(str(one["end"]) for one in _reserved()["domains"])
    name = domain.casefold().rstrip(".")
    return name in ends or name.endswith(tuple(f".{end}" for end in ends))


def is_reserved_number(number: str) -> bool:
    """Whether a telephone number, in its international form, is kept for film and print."""
    return any(re.fullmatch(str(one["pattern"]), number) for one in _reserved()["phones"])


def _is_iban(text: str) -> bool:
    """Checked as ISO 13616 says: the remainder of its digits by 97 is 1."""
    bare = text.replace(" ", "")
    turned = bare[4:] + bare[:4]
    return 15 <= len(bare) <= 34 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _is_bsn(text: str) -> bool:
    """Checked by its eleven-test (https://nl.wikipedia.org/wiki/Burgerservicenummer)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    return sum(weight * digit for weight, digit in zip(_BSN_WEIGHTS, digits, strict=True)) % 11 == 0


@cache
def _top_level() -> frozenset[str]:
    path = resources.data_dir() / "tlds.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _reserved() -> Mapping[str, Any]:
    path = resources.data_dir() / "reserved.yml"
    found: Mapping[str, Any] = read_yaml(path.read_bytes(), path.name)[0].data
    return found
