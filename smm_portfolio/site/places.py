"""Which pages about the person there are, where they lie, and what they are called.

Three pages are made from the profile: about, services and contact, each only where the profile has something for it.
A hand-written page at the same address (``about.md`` or ``about/index.md``) takes the place of ours without a warning,
in the navigation too: the profile still shows on the home page, so nothing is lost.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.tree import NavItem, Page
from smm_portfolio.site.words import say


@dataclass(frozen=True, slots=True)
class Place:
    """A page about the person.

    Args:
        name: about, services or contact.
        uri: its file in the docs tree.
        title: its name in the navigation.
        written: whether somebody wrote it by hand.
    """

    name: str
    uri: str
    title: str
    written: bool

    @property
    def href(self) -> str:
        """Its address."""
        return address(self.uri)


Places = dict[str, Place]


def address(uri: str) -> str:
    """The address that a page in the docs tree gets; two files may have the same."""
    return Page(uri, "", "").url


def places(context: SiteContext, taken: Collection[str]) -> Places:
    """The pages about the person by name, in order of navigation; none without a profile.

    Args:
        context: the build.
        taken: hand-written pages.
    """
    if context.library.profile is None:
        return {}
    profile = context.library.profile.model
    found: Places = {}
    for name, content in _content(profile).items():
        written = next((uri for uri in (f"{name}.md", f"{name}/index.md") if uri in taken), "")
        if written or content:
            found[name] = Place(name, written or f"{name}.md", say(context, f"{name}.title"), bool(written))
    return found


def branch(found: Places) -> list[NavItem]:
    """The places in the navigation: below the first of them, or one as itself."""
    items = tuple(NavItem(place.title, place.uri) for place in found.values())
    return list(items) if len(items) < 2 else [NavItem(items[0].title, "", items)]


def _content(profile: Profile) -> dict[str, bool]:
    """What the profile has for each page."""
    return {
        "about": bool(profile.about or profile.about_lead),
        "services": bool(profile.services),
        "contact": bool(profile.email or profile.phone or profile.links),
    }
