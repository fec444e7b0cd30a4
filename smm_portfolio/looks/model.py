"""What a brand file may say: colours by role, type, shape and print."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from smm_portfolio.content.values.base import Model, refuse
from smm_portfolio.looks.colour import HEX

_ROLE = re.compile(r"(?:(?:light|dark|print)\.)?[a-z][a-z0-9-]*")
_CSS_VALUE = re.compile(r"[^;{}<>\\@]{1,200}")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")
_FORBIDDEN = ("url(", "expression(", "/*", "*/", "image(", "image-set(", "src(")


def _colour(text: str) -> str:
    if HEX.fullmatch(text) or _ROLE.fullmatch(text):
        return text
    raise refuse(
        "SMM071",
        f"“{text}” is neither a colour nor the name of another role",
        "Write a colour such as '#1B38C9' (in quotes), or a role such as accent or light.field.",
    )


def _css_value(text: str) -> str:
    if _CSS_VALUE.fullmatch(text) and not any(word in text.lower() for word in _FORBIDDEN):
        return text.strip()
    raise refuse(
        "SMM071",
        f"“{text}” cannot be a style value",
        "Write a length, number or font list without braces, semicolons and addresses.",
    )


def _name(text: str) -> str:
    if _NAME.fullmatch(text):
        return text
    raise refuse("SMM016", f"“{text}” cannot be a name here", "Use lower-case letters, digits and hyphens.")


Colour = Annotated[str, AfterValidator(_colour)]
"""``#RRGGBB``, ``#RRGGBBAA``, or the name of another role, also of another scheme (``light.accent``)."""

Css = Annotated[str, AfterValidator(_css_value)]
"""The value of one CSS property: no rules, no addresses."""

Name = Annotated[str, AfterValidator(_name)]


class Adjusted(Model):
    """A colour made from another one so that it stays readable."""

    like: Colour
    """The colour to start from."""
    on: Colour
    """The ground that it stands on."""
    contrast: Annotated[float, Field(ge=1, le=21)] = 4.5
    """The ratio to reach; the nearest lighter or darker colour of the same hue is taken."""


Role = Colour | Adjusted


class Colours(Model):
    """Colours by role; the roles are those of the base look, and no others."""

    light: dict[Name, Role]
    """The site by day."""
    dark: dict[Name, Role]
    """The site by night; redrawn, not inverted. A role that is missing here follows the light one."""
    print: dict[Name, Role]
    """Paper."""


class WebCut(Model):
    """One font file of the site."""

    axes: dict[Name, str] = Field(default_factory=dict)
    """Variable axes: a range such as 400..850, or one value; an axis that is not named keeps its default."""
    italic: bool = False
    """Cut from the italic."""
    role: Name = "text"
    """Which family name it serves: text, or display for the large sizes of a face with optical sizes."""
    preload: bool = False
    """Asked for before the style sheet is read; for the faces of text and headings, so that nothing moves late."""


class Font(Model):
    """A typeface of the look."""

    family: str
    """Name of the family: an installed fontpkg package, or the file below."""
    file: str | None = None
    """A font file beside the brand file, for a face that no package has."""
    file_italic: str | None = None
    """Its italic."""
    fallback: Css = "system-ui, sans-serif"
    """Families that stand in while it loads."""
    web: tuple[WebCut, ...] = ()
    """What the site loads of it."""


class PrintCut(Model):
    """One static font of the printed documents."""

    font: Name
    """One of the fonts above."""
    weight: Annotated[int, Field(ge=100, le=900)] = 400
    """Weight to cut, on the scale of the family."""
    bold: Annotated[int, Field(ge=100, le=900)] | None = None
    """Weight that stands for bold."""
    italic: bool = False
    """Also an italic."""
    axes: dict[Name, float] = Field(default_factory=dict)
    """Other axes, for example wdth or opsz."""


class Type(Model):
    """Letters: families, and what the style sheets need to set them."""

    fonts: dict[Name, Font]
    """Typefaces by a name of your own."""
    families: dict[Name, Name]
    """Which font sets what: head, body, ui, num; a name with -display takes that font's display cut."""
    tokens: dict[Name, Css]
    """Sizes, weights, leading and tracking of the site."""
    print: dict[Name, PrintCut]
    """The cuts for paper: text, display, label and form."""
    print_tokens: dict[Name, Css]
    """Sizes, tracking and figures on paper."""


class Shape(Model):
    """Space, rules and corners."""

    tokens: dict[Name, Css]
    """Of the site."""
    print_tokens: dict[Name, Css]
    """Of paper."""


class Logo(Model):
    """The mark of the brand."""

    file: str
    """An SVG beside the brand file."""
    alt: str
    """What it shows, in words."""


class Brand(Model):
    """brand.yml: the only source of colours, type, rules, corners and logo, for site, paper and share pictures."""

    name: str
    """Shown in lists of looks."""
    extends: Name | None = None
    """The look that this one changes; without it, the base."""
    logo: Logo | None = None
    """Left out, the name of the profile is the mark."""
    colours: Colours
    """Colours by role."""
    type: Type
    """Letters."""
    shape: Shape
    """Space, rules and corners."""
