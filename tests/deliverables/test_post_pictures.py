"""Pictures of posts: the platform's own pixels, and the label in each, because a picture travels alone."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.values.media import Artwork, ContentFormat, Picture
from smm_portfolio.content.values.post import Card, Medium, SplitTest, Variant
from smm_portfolio.deliverables.post_pictures import picture_views, post_pictures
from smm_portfolio.looks import FontSet, Look, font_set, load_look
from smm_portfolio.site.context import SiteContext

BASE = "campaigns/spring/spring-mock-post"


@pytest.fixture(scope="module")
def dressed(library: Library) -> tuple[Look, FontSet]:
    """The look and its fonts."""
    look, _ = load_look("studio", library.root)
    assert look is not None
    return look, font_set(look, library.root / ".cache" / "smm")


@pytest.fixture(scope="module")
def made(dutch: SiteContext, dressed: tuple[Look, FontSet], library: Library) -> dict[str, bytes]:
    """All pictures."""
    return post_pictures(dutch, *dressed, library.root / ".cache" / "smm")


def test_each_drawn_post_has_its_platform_s_pixels(made: dict[str, bytes]) -> None:
    """A picture of another size is cut or blown up by the platform."""
    sizes = {uri: Image.open(io.BytesIO(content)).size for uri, content in made.items() if uri.endswith(".png")}
    assert sizes == {f"{BASE}-coat.png": (1080, 1350), f"{BASE}-sewing.png": (1080, 1920)}


def test_the_label_is_in_every_picture_and_in_what_the_file_says(
    made: dict[str, bytes], dutch: SiteContext, entry: Entry[Campaign]
) -> None:
    views = dict(picture_views(dutch, entry))
    assert {view.mock for view in views.values()} == {"Fictief · niet in opdracht"}
    for uri in views:
        assert "Fictief" in str(Image.open(io.BytesIO(made[uri])).info["Description"])


def test_the_archive_holds_every_picture_and_is_the_same_each_time(
    made: dict[str, bytes], dutch: SiteContext, dressed: tuple[Look, FontSet], library: Library
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(made["campaigns/spring/spring-mock-posts.zip"]))
    assert sorted(archive.namelist()) == ["spring-mock-post-coat.png", "spring-mock-post-sewing.png"]
    assert post_pictures(dutch, *dressed, library.root / ".cache" / "smm") == made


def test_one_changed_post_is_drawn_anew_and_no_other(
    made: dict[str, bytes], dutch: SiteContext, dressed: tuple[Look, FontSet], library: Library
) -> None:
    """A campaign of a hundred posts would otherwise wait for all of them after each edit."""
    folder: Path = library.root / ".cache" / "smm" / "posts"
    before = set(folder.rglob("*.png"))
    entry = library.campaigns[0]
    posts = list(entry.model.posts)
    posts[0] = posts[0].model_copy(update={"headline": posts[1].title})
    changed = dataclasses.replace(entry, model=entry.model.model_copy(update={"posts": tuple(posts)}))
    context = dataclasses.replace(dutch, library=dataclasses.replace(library, campaigns=(changed,)), memo={})
    again = post_pictures(context, *dressed, library.root / ".cache" / "smm")
    assert len(set(folder.rglob("*.png")) - before) == 1
    assert again[f"{BASE}-sewing.png"] == made[f"{BASE}-sewing.png"]
    assert again[f"{BASE}-coat.png"] != made[f"{BASE}-coat.png"]


def _changed(entry: Entry[Campaign], *posts: Post) -> Entry[Campaign]:
    return dataclasses.replace(entry, model=entry.model.model_copy(update={"posts": posts}))


def test_each_version_has_its_own_picture_and_so_has_a_file_to_upload(
    dutch: SiteContext, entry: Entry[Campaign], library: Library, tmp_path: Path
) -> None:
    """The archive showed version A's photo for B, and a drawing where the page shows the file."""
    post, motif = entry.model.posts[0], entry.model.art.motif
    Image.new("RGB", (1080, 1350), "#336699").save(tmp_path / "photo.png")
    context = dataclasses.replace(dutch, library=dataclasses.replace(library, docs=tmp_path), memo={})
    photo = Picture.model_construct(file="photo.png", alt=post.alt)
    other = Variant.model_construct(id="b", differs=post.title, art=Artwork.model_construct(motif=motif, seed=8))
    test = SplitTest.model_construct(hypothesis=post.title, metric="ctr", decision=post.title, variants=(other,))
    tried = post.model_copy(update={"picture": photo, "test": test})
    views = dict(picture_views(context, _changed(entry, tried)))
    assert [bool(view.src) for view in views.values()] == [True, False]
    uploaded = post.model_copy(update={"media": (Medium.model_construct(file="photo.png"),)})
    (view,) = dict(picture_views(context, _changed(entry, uploaded))).values()
    assert view.src


def test_no_picture_takes_the_name_of_another(dutch: SiteContext, entry: Entry[Campaign]) -> None:
    """Card 1 of a carousel "coat" and a post "coat-1" were one file, and one of them was lost."""
    post = entry.model.posts[0]
    cards = tuple(Card.model_construct(alt=post.alt) for _ in range(2))
    carousel = post.model_copy(update={"format": ContentFormat.CAROUSEL, "cards": cards})
    posts = (carousel, *(post.model_copy(update={"id": f"{post.id}-{number}"}) for number in (1, 2)))
    names = [uri for uri, _ in picture_views(dutch, _changed(entry, *posts))]
    assert len(set(names)) == len(names) == 4
