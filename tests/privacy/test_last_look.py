"""The finished files are searched, whoever made them: a name in any corner of one keeps the old site where it was."""

from __future__ import annotations

import base64
import gzip
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from smm_portfolio.build.checking import check_project
from smm_portfolio.content.library import Library
from smm_portfolio.content.settings import Settings
from smm_portfolio.hosts.hidden_search import hidden_in
from tests.privacy.conftest import CASE, SVG, Make
from tests.support.small_project import smm, tree_of

NAME = "Spaakwerk Tweewielers"


def png(compressed: bool = False) -> bytes:
    said = PngInfo()
    said.add_itxt("Comment", f"made at {NAME}", zip=compressed)
    return saved("PNG", pnginfo=said)


def saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, kind, **options)
    return out.getvalue()


def exif() -> bytes:
    values = Image.Exif()
    values[0x013B] = NAME  # artist
    return values.tobytes()


def gps() -> bytes:
    values = Image.Exif()
    values.get_ifd(0x8825)[0x001C] = NAME  # the area that GPS names
    return values.tobytes()


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active["B2"] = f"voor {NAME}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def archive(content: bytes, name: str = "a.txt") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


def pdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def bookmarked(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))


def linked(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://x.nl/spaakwerk-tweewielers"))
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[0].Annots = document.make_indirect([note])


def described(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as meta:
        meta["dc:title"] = NAME


def attached(name: str, content: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        document.attachments[name] = content

    return change


def scripted(document: pikepdf.Pdf) -> None:
    script = document.make_stream(f"app.alert('{NAME}')".encode())
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=script)


def lettered(place: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        document.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        document.pages[0].Contents = document.make_stream(b"BT /F1 12 Tf " + place + b" (SPAAKWERK TWEEWIELERS) Tj ET")

    return change


def photographed(document: pikepdf.Pdf) -> None:
    name = pikepdf.Name
    kind = {"/Type": name.XObject, "/Subtype": name.Image, "/Filter": name.DCTDecode, "/Width": 8, "/Height": 8}
    picture = pikepdf.Stream(document, saved("JPEG", exif=exif()), kind)
    document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))


def tape(kind: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=f"w:{kind}") as packed:
        info = tarfile.TarInfo("a.txt")
        info.size = len(NAME)
        packed.addfile(info, io.BytesIO(NAME.encode()))
    return out.getvalue()


def commented() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.comment = NAME.encode()
    return out.getvalue()


LOWER = b"spaakwerk-tweewielers"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)

FILES: dict[str, tuple[str, bytes]] = {
    "a word parted by a tag at the start of a cell": ("a.html", b"<td>bij</td><td>Spaak<b>werk</b> Tweewielers</td>"),
    "a text in an address": ("a.html", b'<a href="data:text/plain;base64,' + base64.b64encode(NAME.encode()) + b'">'),
    "a photograph in a page": (
        "a.html",
        b'<img src="data:image/jpeg;base64,' + base64.b64encode(saved("JPEG", exif=exif())) + b'">',
    ),
    "a picture in a drawing": (
        "a.svg",
        b'<svg><image href="data:image/png;base64,' + base64.b64encode(png()) + b'"/></svg>',
    ),
    "a packed drawing": ("a.svgz", gzip.compress(f"<svg><title>{NAME}</title></svg>".encode())),
    "a feed": ("a.rss", b"<title>" + LOWER + b"</title>"),
    "a card": ("a.vcf", b"ORG:Spaakwerk Twee\r\n wielers"),
    "a module": ("a.mjs", b"'" + LOWER + b"'"),
    "lines of data": ("a.jsonl", b'{"a": "Spaakwerk Twee\\u0077ielers"}'),
    "a text as Windows writes it": ("a.txt", NAME.upper().encode("utf-16")),
    "a table as Excel writes it": ("a.csv", "Spáákwerk Tweewielers".encode("cp1252")),
    "a workbook with macros": ("a.xlsm", archive(b"<t>Spaak</t><t>werk-Tweewielers</t>", "xl/sharedStrings.xml")),
    "slides": ("a.key", archive(LOWER)),
    "a document without its ending": ("a.bak", archive(b"<w:t>" + LOWER + b"</w:t>", "word/document.xml")),
    "the remark of an archive": ("a.zip", commented()),
    "something unknown in an archive": ("a.zip", archive(b"\0\1" + LOWER, "a.foo")),
    "an archive in an archive in an archive": ("a.zip", archive(archive(archive(NAME.encode()), "a.zip"), "a.zip")),
    "a tape": ("a.tar", tape("")),
    "a packed tape": ("a.tgz", tape("gz")),
    "a tape packed otherwise": ("a.tar.bz2", tape("bz2")),
    "a PDF without its ending": ("a.bin", pdf(lambda one: one.docinfo.update({"/Title": NAME}))),
    "a script of a PDF": ("a.pdf", pdf(scripted)),
    "a table in a PDF": ("a.pdf", pdf(attached("a.xlsx", archive(NAME.encode(), "a.xml")))),
    "what was cut off a page": ("a.pdf", pdf(lettered(b"50 2000 Td"))),
    "spaced capitals of a PDF": ("a.pdf", pdf(lettered(b"9 Tc 50 500 Td"))),
    "a photograph in a PDF": ("a.pdf", pdf(photographed)),
    "what stands behind a picture": ("a.jpg", saved("JPEG") + NAME.encode()),
    "an old document": ("a.doc", OLD_OFFICE + LOWER.decode().encode("utf-16-le")),
    "a film, spelled otherwise": ("a.mp4", b"\0\0\0\x18ftypmp42spaakwerk_tweewielers\0"),
    "text": ("a.html", f"<p>{NAME}</p>".encode()),
    "a word that a tag parts": ("a.html", b"<p>Spaak<b>werk</b> Twee<i>wielers</i></p>"),
    "entities": ("a.html", b"<p>Spaakwerk&nbsp;&#84;weewielers</p>"),
    "an attribute": ("a.html", b'<p data-client="spaakwerk-tweewielers">x</p>'),
    "a remark": ("a.html", b"<p>x</p><!-- Spaakwerk Tweewielers -->"),
    "an address": ("a.html", b'<a href="/x/spaakwerk%20tweewielers">x</a>'),
    "structured data": (
        "a.html",
        b'<script type="application/ld+json">{"name":"Spaakwerk Twee\\u0077ielers"}</script>',
    ),
    "what search finds": ("search/search_index.json", json.dumps({"docs": [{"text": f"bij\n{NAME}"}]}).encode()),
    "a drawing": ("a.svg", f"<svg><title>{NAME}</title></svg>".encode()),
    "a calendar with folded lines": ("a.ics", b"SUMMARY:bij Spaakwerk Tw\r\n eewielers\r\n"),
    "a table": ("a.csv", b"naam;waarde\nSpaakwerk Tweewielers;1\n"),
    "a workbook": ("a.xlsx", workbook()),
    "an archive": ("a.zip", archive(NAME.encode())),
    "a name in an archive": ("a.zip", archive(b"x", "spaakwerk-tweewielers.txt")),
    "a picture in an archive": ("a.zip", archive(png(), "a.png")),
    "a packed site map": ("sitemap.xml.gz", gzip.compress(b"<loc>/spaakwerk-tweewielers/</loc>")),
    "the words of a PNG": ("a.png", png()),
    "packed words of a PNG": ("a.png", png(compressed=True)),
    "the Exif of a JPEG": ("a.jpg", saved("JPEG", exif=exif())),
    "the place of a JPEG": ("a.jpg", saved("JPEG", exif=gps())),
    "the remark of a JPEG": ("a.jpg", saved("JPEG", comment=NAME.encode())),
    "the Exif of a WebP": ("a.webp", saved("WEBP", exif=exif())),
    "the XMP of a WebP": ("a.webp", saved("WEBP", xmp=f"<x>{NAME}</x>".encode())),
    "the Exif of an AVIF": ("a.avif", saved("AVIF", exif=exif())),
    "the remark of a GIF": ("a.gif", saved("GIF", comment=NAME.encode())),
    "the title of a PDF": ("a.pdf", pdf(lambda one: one.docinfo.update({"/Title": NAME}))),
    "the metadata of a PDF": ("a.pdf", pdf(described)),
    "a bookmark of a PDF": ("a.pdf", pdf(bookmarked)),
    "a link of a PDF": ("a.pdf", pdf(linked)),
    "a PDF that nobody can open": ("a.pdf", b"%PDF-1.7 " + NAME.encode()),
    "a broken packed file": ("a.gz", NAME.encode()),
    "a film": ("a.mp4", b"\0\0\0\x18ftypmp42" + NAME.encode() + b"\0"),
    "its own address": ("work/spaakwerk-tweewielers/index.html", b"<p>x</p>"),
}


def library(tmp_path: Path, *terms: str) -> Library:
    docs = tmp_path / "docs"
    docs.mkdir(exist_ok=True)
    return Library(tmp_path, docs, Settings(private_terms=terms))


def searched(tmp_path: Path, name: str, content: bytes, *terms: str) -> list[str]:
    path = tmp_path / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return [one.message for one in hidden_in(tmp_path / "site", library(tmp_path, *terms))]


@pytest.mark.parametrize("where", FILES)
def test_a_hidden_name_is_found_in(where: str, tmp_path: Path) -> None:
    name, content = FILES[where]
    (message,) = searched(tmp_path, name, content, NAME)
    assert name in message
    assert "Spaakwerk" not in message.replace(name, "")
    assert searched(tmp_path, name, content, "Andere Naam") == [], "the search finds what is there, not anything"


def test_the_pages_of_a_pdf_are_read_also_where_a_line_ends_in_the_middle_of_the_name(tmp_path: Path) -> None:
    def written(document: pikepdf.Pdf) -> None:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        document.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        text = b"BT /F1 12 Tf 50 500 Td (bij Spaakwerk Twee-) Tj 0 -14 Td (wielers in de winkel) Tj ET"
        document.pages[0].Contents = document.make_stream(text)

    (message,) = searched(tmp_path, "a.pdf", pdf(written), NAME)
    assert message.endswith("'bij █ in de winkel'")


def locked_pdf() -> bytes:
    out = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def locked_archive() -> bytes:
    """Python writes none; the flag of the one entry says that it has a password."""
    plain = bytearray(archive(b"x"))
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plain[plain.find(head) + place] |= 1
    return bytes(plain)


CLOSED_FILES = {
    "a.pdf": locked_pdf(),
    "a.zip": locked_archive(),
    "a.xlsx": OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
    "a.odt": archive(b"<manifest:encryption-data/>", "META-INF/manifest.xml"),
    "a.7z": b"7z\xbc\xaf\x27\x1c" + bytes(9),
    "a.rar": b"Rar!\x1a\x07\x01\x00",
    "b.zip": archive(locked_pdf(), "a.pdf"),
}


@pytest.mark.parametrize("name", CLOSED_FILES)
def test_a_file_that_nobody_can_look_into_is_told(name: str, tmp_path: Path, make: Make) -> None:
    """It may hold what must not be published, and was passed over in silence."""
    assert len(searched(tmp_path, name, CLOSED_FILES[name], NAME)) == 1
    folder = make(settings=f"private_terms: [{NAME}]")
    (folder / "site_src" / name).write_bytes(CLOSED_FILES[name])
    (problem,) = check_project(folder).problems
    assert (problem.code, problem.file, problem.is_error) == ("SMM135", f"site_src/{name}", True)
    (folder / "smm.yml").write_text("name: Voorbeeld\nlanguages: [nl]\n", encoding="utf-8")
    (problem,) = check_project(folder).problems
    assert (problem.code, problem.is_error) == ("SMM135", False)


@pytest.mark.parametrize("name", ["Action", "Media", "Main", "Label", "Target", "Meta", "Content", "Person"])
def test_a_client_may_be_called_as_html_calls_something(name: str, tmp_path: Path) -> None:
    page = (
        '<html><head><meta charset="utf-8"><link rel="stylesheet" media="print" href="assets/stylesheets/main.1a.css">'
        '<script id="__config">{"features": ["action", "label"]}</script></head><body class="md-main">'
        '<script>__md_scope=new URL("."),target="main"</script><main data-md-component="content">'
        '<script type="application/ld+json">{"@type": "Person"}</script>'
        '<label class="smm-label" for="__q">x</label><form action="../"><a target="_blank">y</a></form></body></html>'
    )
    assert searched(tmp_path, "a.html", page.encode(), name) == []
    assert len(searched(tmp_path, "a.html", page.replace(">x<", f">{name}<").encode(), name)) == 1
    assert len(searched(tmp_path, "a.html", page.replace("__q", name).encode(), name)) == 1


def test_scripts_and_fonts_of_the_theme_are_not_the_projects(tmp_path: Path) -> None:
    """A short name would turn up in any large script; one of the project's own is searched."""
    assert searched(tmp_path, "assets/javascripts/bundle.js", b"var next=1", "next") == []
    (tmp_path / "docs" / "own.js").write_text("x")
    assert len(searched(tmp_path, "own.js", b"var next=1", "next")) == 1


# What a camera noted


def noted_pdf() -> bytes:
    return pdf(photographed)


BARE = saved("JPEG")
PLACED = saved("JPEG", exif=gps())
TAKEN = {
    "overrides/photo.jpg": PLACED,
    "assets/photo.png": saved("PNG", exif=exif()),
    "photo.webp": saved("WEBP", exif=gps()),
    "photo.avif": saved("AVIF", exif=gps()),
    "photo.tif": saved("TIFF", exif=gps()),
    "xmp.jpg": saved("JPEG", xmp=b"<x exif:GPSLatitude='52,22N'/>"),
    "no-ending": PLACED,
    "page.html": b'<img src="data:image/jpeg;base64,' + base64.b64encode(PLACED) + b'">',
    "own.css": b"a { background: url(data:image/jpeg;base64," + base64.b64encode(PLACED) + b") }",
    "photos.zip": archive(PLACED, "a.jpg"),
    "cv.docx": archive(PLACED, "word/media/image1.jpeg"),
    "cv.pdf": noted_pdf(),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_picture_that_tells_where_it_was_taken_is_found_whichever_way_it_came(name: str, tmp_path: Path) -> None:
    """Pictures of the docs folder are cleaned; a theme's folder, an archive or a PDF went past that."""
    (tmp_path / "smm.yml").write_text("name: x")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "docs" / name).write_bytes(b"x")
    (message,) = searched(tmp_path, name, TAKEN[name])
    assert name in message
    assert searched(tmp_path, name, TAKEN[name].replace(PLACED, BARE) if name == "no-ending" else BARE) == []


@pytest.mark.parametrize("name", ["photo", "photo.pjpeg", "photo.jpg.bak", "photo.mpo", "photo.cur"])
def test_a_picture_whose_name_does_not_say_so_is_an_error(name: str, make: Make) -> None:
    """It was published as it was, with the place in it."""
    folder = make()
    (folder / "site_src" / name).write_bytes(PLACED)
    (problem,) = check_project(folder).problems
    assert (problem.code, problem.file, problem.is_error) == ("SMM122", f"site_src/{name}", True)
    assert "photo.jpg" in problem.fix


# The whole way


def test_a_name_that_a_template_brings_in_leaves_the_old_site_as_it_was(make: Make) -> None:
    """Nothing in the content holds it: only the finished page does."""
    folder = make(settings="private_terms: [Project Reiger]")
    smm(folder, "build", "--no-pdf")
    before = tree_of(folder / "site")
    part = folder / "themes/studio/web/pages/guide.md.j2"
    assert not part.exists()
    lesson = folder / "site_src/training/lesson.md"
    lesson.write_text("# Les\n\nProject&nbsp;Rei<b>ger</b>\n", encoding="utf-8")
    done = smm(folder, "build", "--no-pdf", check=False)
    assert done.returncode == 1
    assert "SMM129" in done.stderr
    assert "/training/lesson/index.html" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree_of(folder / "site") == before
    assert [path.name for path in folder.glob(".site*")] == []


@pytest.mark.parametrize(
    "command", [["mkdocs", "build"], ["smm_portfolio.cli", "export", "pages", "--no-pdf"]], ids=" ".join
)
def test_other_ways_out_are_searched_too(command: list[str], make: Make) -> None:
    folder = make({"site_src/a.md": "# A\n\nProject&nbsp;Rei<b>ger</b>\n"}, "private_terms: [Project Reiger]")
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 1
    assert "SMM129" in done.stdout + done.stderr
    assert not (folder / "pages").exists()


def test_the_logo_of_an_anonymised_client_stays_behind(make: Make) -> None:
    """MkDocs would copy whatever lies in its folder."""
    folder = make({"site_src/cases/ketting.yml": CASE, "site_src/images/logo.svg": SVG, "site_src/images/b.svg": SVG})
    smm(folder, "build", "--no-pdf")
    assert (folder / "site/work/ketting/index.html").is_file()
    assert not (folder / "site/images/logo.svg").exists()
    assert not [name for name, content in tree_of(folder / "site").items() if b"paakwerk" in content]


def test_pictures_of_a_case_that_may_not_be_shown_stay_behind(make: Make) -> None:
    secret = CASE.replace("permission: anonymised", "permission: none").replace(
        "links:", "picture: {file: images/etalage.svg, alt: Etalage}\nlinks:"
    )
    files = {"site_src/cases/weg.yml": secret, "site_src/images/logo.svg": SVG, "site_src/images/etalage.svg": SVG}
    folder = make(files)
    smm(folder, "build", "--no-pdf")
    names = list(tree_of(folder / "site"))
    assert not [name for name in names if "etalage" in name or "work/weg" in name or "images/logo" in name]
