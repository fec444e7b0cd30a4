"""ProperDocs and Zensical stand beside MkDocs and Material here: they must leave them as users have them."""

from importlib.metadata import distribution, distributions

import pytest

OTHER_ENGINES = ("properdocs", "zensical")
OURS = ("mkdocs", "mkdocs-material", "mkdocs-material-extensions", "pymdown-extensions", "markdown")


def intrusions(files: set[str], groups: set[str], taken: set[str]) -> list[str]:
    """What of a package would change MkDocs: shared files, start-up hooks, plugins or themes for it."""
    found = sorted(files & taken)
    found += sorted(file for file in files if file.endswith(".pth"))
    return found + sorted(group for group in groups if group.startswith("mkdocs"))


@pytest.mark.parametrize("name", OTHER_ENGINES)
def test_other_engine_leaves_mkdocs_alone(name: str):
    package = distribution(name)
    files = {str(file) for file in package.files or []}
    assert files
    taken = {str(file) for ours in OURS for file in distribution(ours).files or []}
    assert intrusions(files, {point.group for point in package.entry_points}, taken) == []


def test_an_intruder_is_seen():
    assert intrusions({"material/__init__.py"}, set(), {"material/__init__.py"})
    assert intrusions({"hook.pth"}, set(), set())
    assert intrusions(set(), {"mkdocs.plugins"}, set())


def test_no_plugin_that_pulls_in_a_second_engine_is_installed():
    unwanted = {
        "mkdocs-redirects",
        "mkdocs-gen-files",
        "mkdocs-rss-plugin",
        "mkdocs-static-i18n",
        "mkdocs-materialx",
    }
    assert unwanted.isdisjoint(package.name.lower() for package in distributions())
