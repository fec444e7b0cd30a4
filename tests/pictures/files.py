"""Picture files as cameras, editors and mischief make them, and a project that shows them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

from tests.support.small_project import small_project

SECRET = b"Kerkstraat"
"""Stands in every kind of metadata that these files hold; nothing published may contain it."""
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><GPSLatitude>Kerkstraat</GPSLatitude></rdf:RDF></x:xmpmeta>"


def scene(width: int, height: int) -> Image.Image:
    """Many colours and soft transitions, like a photograph; the top left quarter is red."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    made = Image.merge("RGB", (across, down, Image.radial_gradient("L").resize((width, height))))
    made.paste((220, 20, 20), (0, 0, width // 2, height // 2))
    return made


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: maker, owner, place, orientation and a small copy of the picture."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = "Kerkstraat Camera"
    made[0xA430] = "Kerkstraat Owner"
    made.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 7.0), 3: "E", 4: (5.0, 7.0, 9.0), 29: "2026:03:07"})
    return made


def saved(image: Image.Image, format_: str, **options: Any) -> bytes:
    """A file in a format."""
    out = io.BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


def photo(width: int = 1600, height: int = 1200, orientation: int = 1, **options: Any) -> bytes:
    """A JPEG with Exif, GPS, XMP, IPTC and a comment."""
    plain = saved(
        scene(width, height),
        "JPEG",
        quality=85,
        exif=exif(orientation),
        xmp=XMP,
        comment=b"Kerkstraat 12",
        **options,
    )
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0f\x1c\x02\x5a\x00\x0aKerkstraat\x00"
    segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return plain[:2] + segment + plain[2:]


def see_through(width: int = 600, height: int = 400) -> bytes:
    """A PNG with a transparent half, text chunks and Exif."""
    image = scene(width, height).convert("RGBA")
    image.paste((0, 0, 0, 0), (width // 2, 0, width, height))
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Kerkstraat")
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return saved(image, "PNG", pnginfo=info, exif=exif())


def drawn(width: int = 640, height: int = 360) -> bytes:
    """A PNG in four colours."""
    image = Image.new("RGB", (width, height), "#f7b7c5")
    image.paste("#131416", (40, 40, 200, 300))
    image.paste("#ff5b35", (220, 60, 500, 200))
    return saved(image, "PNG")


def moving(frames: int = 4, width: int = 300, height: int = 200) -> bytes:
    """An animated GIF with a comment."""
    pictures = [Image.new("RGB", (width, height), (40 * n, 80, 200 - 30 * n)) for n in range(frames)]
    return saved(
        pictures[0], "GIF", save_all=True, append_images=pictures[1:], duration=120, loop=0, comment=b"Kerkstraat"
    )


def wide_gamut(width: int = 600, height: int = 400) -> bytes:
    """A JPEG whose profile swaps nothing but is not sRGB: Lab colours cannot be shown without it."""
    lab = ImageCms.createProfile("LAB", 6500)
    image = ImageCms.profileToProfile(scene(width, height), ImageCms.createProfile("sRGB"), lab, outputMode="LAB")
    assert image is not None
    return saved(image, "TIFF", icc_profile=ImageCms.ImageCmsProfile(lab).tobytes())


def huge_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is enormous."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def box(name: bytes, body: bytes) -> bytes:
    """A box of an MP4 file."""
    return struct.pack(">I4s", len(body) + 8, name) + body


def film(*parts: bytes) -> bytes:
    """An MP4 file as far as its header goes."""
    return box(b"ftyp", b"isom\0\0\0\0isom") + box(b"mdat", b"loci" * 8) + box(b"moov", b"".join(parts))


SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
 viewBox="0 0 120 80" inkscape:export-filename="/home/Kerkstraat/tekening.svg"><!-- Kerkstraat -->
<metadata>Kerkstraat</metadata><inkscape:grid id="Kerkstraat"/><defs><path id="p" d="M0 0h9"/></defs>
<rect width="120" height="80" fill="#f7b7c5"/><use href="#p" style="fill:url(#p)"/></svg>
"""

CASE = """\
title: {nl: Van leeg naar vol, en: From empty to full}
kind: client
permission: public
client: {name: Bakkerij De Aar}
summary: {nl: Meer boekingen., en: More bookings.}
sector: {nl: Eten, en: Food}
role: {nl: Alles, en: Everything}
period: 2026-03-01..2026-05-31
platforms: [instagram]
situation: {text: {nl: Half leeg., en: Half empty.}, date: 2026-02-28}
goals: [{text: {nl: 30 boekingen, en: 30 bookings}, metric: conversions, target: 30}]
approach: [{title: {nl: Rubrieken, en: Series}, why: {nl: Dat houd je vol., en: You can keep that up.}}]
picture: {file: images/IMG_2041.jpg, alt: {nl: De etalage, en: The shop window}}
samples:
  - {platform: instagram, format: feed, caption: {nl: Zaterdag., en: Saturday.},
     picture: {file: images/table.png, alt: {nl: Een tafel, en: A table}}}
  - {platform: instagram, format: story, caption: {nl: Nu., en: Now.},
     picture: {file: images/dough.gif, alt: {nl: Deeg dat rijst, en: Dough that rises}}}
results: [{metric: conversions, baseline: 18, result: 41}]
"""

LESSON = """\
---
title: Les
---
# Les

![De winkel](../images/shop.jpg){ width=300 }

## Verder

![De winkel nog eens](../images/IMG_2041.jpg) en ![een tekening](../images/plan.svg)

`<img src="../images/shop.jpg">`

[Het affiche](../images/poster.jpg)
"""


def pictured_project() -> dict[str, str | bytes]:
    """A small project with pictures in YAML and in a page: photographs with everything a telephone writes into them."""
    return {
        **small_project(),
        "site_src/cases/bakery.yml": CASE,
        "site_src/cases/chain.yml": CASE.replace("permission: public", "permission: anonymised")
        .replace("{name: Bakkerij De Aar}", "{name: Spaakwerk}\nanonymised_as: {nl: Winkel, en: Shop}")
        .replace("IMG_2041.jpg", "counter.jpg"),
        "site_src/training/lesson.md": LESSON,
        "site_src/training/lesson.en.md": LESSON.replace("De winkel", "The shop"),
        "site_src/images/IMG_2041.jpg": photo(2000, 1500, orientation=6),
        "site_src/images/counter.jpg": photo(1100, 800),
        "site_src/images/table.png": see_through(),
        "site_src/images/dough.gif": moving(),
        "site_src/images/shop.jpg": photo(1000, 750),
        "site_src/images/poster.jpg": photo(700, 1000),
        "site_src/images/left-over.jpg": photo(640, 480),
        "site_src/images/plan.svg": SVG,
    }


def one_picture(name: str, raw: bytes | str) -> dict[str, str | bytes]:
    """The smallest project with a picture: one case study that shows it at its head."""
    case = CASE.replace("images/IMG_2041.jpg", f"images/{name}")
    start, end = case.index("samples:"), case.index("results:")
    return {
        "smm.yml": "name: Example\nlanguages: [nl, en]\n",
        "site_src/cases/bakery.yml": case[:start] + case[end:],
        f"site_src/images/{name}": raw,
    }
