"""Drawings of users: a picture stays, whatever runs, loads or tells on somebody does not."""

from __future__ import annotations

import base64
import re

import pytest

from smm_portfolio.pictures.faults import PictureError
from smm_portfolio.pictures.svg import clean_svg
from tests.pictures.files import SVG, photo
from tests.pictures.looking import traces

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def svg(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


REFUSED = {
    "a script": "<script>alert(1)</script>",
    "a script in capitals of another kind": '<g><x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script></g>',
    "a handler": '<rect onload="alert(1)"/>',
    "a handler in capitals": '<rect onClick="alert(1)"/>',
    "a link that runs code": '<a href="javascript:alert(1)"><text>x</text></a>',
    "a link that hides it": '<a xlink:href="java&#10;script:alert(1)"><text>x</text></a>',
    "a picture from elsewhere": '<image href="https://example.com/x.png"/>',
    "a picture beside it": '<image xlink:href="x.png"/>',
    "a part of another drawing": '<use href="other.svg#a"/>',
    "a drawing inside a drawing": '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    "a page": '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.com"/></foreignObject>',
    "a style sheet": "<style>@import url(https://example.com/x.css);</style>",
    "a font": "<style>@font-face{font-family:a;src:url( 'https://example.com/a.woff2')}</style>",
    "a style that hides its address": r"<style>rect{fill:u\72l(https://example.com/x)}</style>",
    "a style with a comment": "<style>rect{fill:ur/**/l(//example.com/x)}</style>",
    "a fill": '<rect style="fill:url(//example.com/x#a)"/>',
    "a filter": '<rect filter="url(https://example.com/x#a)"/>',
    "a change of its links": '<a href="#a"><set attributeName="href" to="javascript:alert(1)"/></a>',
    "a broken picture inside": '<image href="data:image/png;base64,%%%"/>',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_runs_or_loads_something_is_refused(name: str) -> None:
    with pytest.raises(PictureError) as caught:
        clean_svg(svg(REFUSED[name]))
    assert caught.value.fault.code in ("SMM124", "SMM122")
    assert caught.value.fault.fix


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"), "SMM124"),
        (b"<svg><rect></svg>", "SMM122"),
        (b"<html><body/></html>", "SMM122"),
        (b"", "SMM122"),
        (svg("<g>" * 300_000), "SMM122"),
        (b" " * 11_000_000, "SMM123"),
        (svg("<g>" * 5_000 + "</g>" * 5_000), "SMM123"),
        (b'<?xml version="1.0" encoding="klingon"?>' + svg(""), "SMM122"),
    ],
    ids=[
        "entities",
        "not closed",
        "a page",
        "nothing",
        "deeper than the sea",
        "too large",
        "deep",
        "no letters",
    ],
)
def test_what_is_no_drawing_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(PictureError) as caught:
        clean_svg(raw)
    assert caught.value.fault.code == code


KEPT = {
    "shapes": '<rect width="9" height="9" fill="#123456" />',
    "a gradient": '<defs><linearGradient id="a" /></defs><rect fill="url(#a)" style="stroke:url( \'#a\' )" />',
    "a part of itself": '<symbol id="a" /><use href="#a" />',
    "words for people who do not see it": "<title>De winkel</title><desc>Aan het plein</desc>",
    "a style": "<style>.a{fill:red}</style>",
    "a link": '<a href="https://example.com"><text>x</text></a>',
    "movement": '<rect><animate attributeName="x" to="9" /></rect>',
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_only_drawn_stays_as_it_was(name: str) -> None:
    assert KEPT[name] in clean_svg(svg(KEPT[name]))[0].decode()


def test_what_a_drawing_program_noted_is_taken_out() -> None:
    content, width, height = clean_svg(SVG.encode())
    assert (width, height) == (120, 80)
    assert b"Kerkstraat" not in content
    assert b"inkscape" not in content
    assert b"fill:url(#p)" in content
    assert clean_svg(content)[0] == content


def test_a_photograph_inside_a_drawing_loses_its_place_too() -> None:
    inside = base64.b64encode(photo(60, 40)).decode()
    content, _, _ = clean_svg(svg(f'<image href="data:image/jpeg;base64,{inside}" />'))
    found = re.search(rb"base64,([^\"]+)", content)
    assert found
    assert traces(base64.b64decode(found[1])) == []
