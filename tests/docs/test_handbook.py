"""Whoever follows the handbook to the letter gets where it says."""

import datetime as dt
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from smm_portfolio.campaigns.checks import campaign_problems
from smm_portfolio.content.binding import bind
from smm_portfolio.content.kinds import KINDS
from smm_portfolio.content.loader import load
from smm_portfolio.content.settings import Settings
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.evidence.resolve import resolve_case
from smm_portfolio.hosts.navigation import front_matter
from smm_portfolio.looks.loader import load_look
from smm_portfolio.problems.views import show
from smm_portfolio.reference.commands import commands as known_commands
from smm_portfolio.reference.plugins import PLUGINS
from tests.docs import handbook
from tests.docs.handbook import Fence
from tests.support.small_project import share_cache
from tests.support.starter import write_own_texts

HANDBOOK = Path("site_src/handbook")
BEGINNERS = (
    "index",
    "start",
    "profile",
    "case-study",
    "pictures",
    "exports",
    "checklists",
    "packs",
    "campaigns",
    "looks",
    "languages",
    "privacy",
    "publish",
    "trainers",
    "problems",
)
"""Pages that somebody needs who starts; they are there in Dutch too."""
ENGLISH_ONLY = ("existing-site", "leave-mkdocs")
REMARK = re.compile(r"(#[^\n]*\n)+")


@pytest.fixture(scope="module")
def folder(repo_root: Path) -> Path:
    return repo_root / HANDBOOK


def written(folder: Path) -> list[Path]:
    """Pages written by hand."""
    return sorted(folder.glob("*.md"))


def examples(folder: Path, language: str) -> list[Fence]:
    """YAML of the hand-written pages in a language; a page that has no Dutch counts for both."""
    return fences_in(folder, language, "yaml")


def fences_in(folder: Path, language: str, kind: str) -> list[Fence]:
    """Blocks of code of one kind in the hand-written pages of a language."""
    ending = ".en.md" if language == "en" else ".md"
    pages = [page for page in written(folder) if page.name.endswith(".en.md") == (ending == ".en.md")]
    return [fence for page in pages for fence in handbook.fences(page) if fence.language == kind]


def test_pages_are_those_of_the_plan(folder: Path):
    names = {f"{name}{ending}" for name in BEGINNERS for ending in (".md", ".en.md")}
    assert {page.name for page in written(folder)} == names | {f"{name}.en.md" for name in ENGLISH_ONLY}


def test_every_page_says_what_it_is(folder: Path):
    """Title for the menu, description for search engines, order in the menu."""
    orders: dict[str, list[object]] = {"nl": [], "en": []}
    for page in handbook.pages(folder):
        head = front_matter(page)
        assert set(head) == {"title", "description", "order"}, page.name
        assert 40 <= len(head["description"]) <= 160, page.name
        assert page.read_text(encoding="utf-8").partition("---\n\n")[2].count(f"# {head['title']}\n"), page.name
        orders["en" if page.name.endswith(".en.md") else "nl"].append(head["order"])
    assert all(len(set(listed)) == len(listed) for listed in orders.values())


def test_both_languages_of_a_page_tell_the_same(folder: Path):
    """As many sections, blocks of code and commands; a section that is added must be added twice."""
    for name in BEGINNERS:
        dutch, english = folder / f"{name}.md", folder / f"{name}.en.md"
        assert handbook.commands(dutch) == handbook.commands(english), name
        for count in (_headings, _titles):
            assert count(dutch) == count(english), name
        assert front_matter(dutch)["order"] == front_matter(english)["order"], name


def _headings(page: Path) -> int:
    return len(re.findall(r"^#+ ", handbook.prose(page), re.MULTILINE))


def _titles(page: Path) -> list[tuple[str, str]]:
    return [(fence.language, fence.title) for fence in handbook.fences(page)]


def test_links_lead_somewhere(folder: Path):
    assert {page.name: missing for page in handbook.pages(folder) if (missing := handbook.missing_targets(page))} == {}


def test_a_dead_link_is_seen(tmp_path: Path):
    (tmp_path / "there.en.md").write_text("x")
    page = tmp_path / "page.md"
    page.write_text(
        '[a](there.md#x) [b](gone.md) `[c](not-a-link.md)` <img src="gone.png">\n\n```md\n[d](code.md)\n```\n'
    )
    assert handbook.missing_targets(page) == ["gone.md", "gone.png"]


# Examples


def write_examples(root: Path, folder: Path, language: str, repo_root: Path) -> Path:
    """A project made of every whole file that the pages in a language show."""
    for fence in [*examples(folder, language), *fences_in(folder, language, "csv")]:
        whole = fence.title and not fence.title.startswith("in ") and fence.title != "mkdocs.yml"
        if whole and not (root / fence.title).exists():
            (root / fence.title).parent.mkdir(parents=True, exist_ok=True)
            (root / fence.title).write_text(fence.body, encoding="utf-8")
    (root / "smm.yml").write_text(f"languages: [{language}]\nlook: mine\n", encoding="utf-8")
    shutil.copy(repo_root / "checklists/new-hire.yml", root / "checklists")
    shutil.copy(repo_root / "site_src/sources.yml", root / "site_src")
    return root


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whole_files_work_together_as_they_stand(language: str, folder: Path, repo_root: Path, tmp_path: Path):
    """A beginner copies every file of the handbook into one project."""
    root = write_examples(tmp_path, folder, language, repo_root)
    loaded = load(root)
    assert show(loaded.problems) == ""
    assert {entry.slug for entry in loaded.library.entries()} == {"bakery", "first-week", "new-hire", "spring"}


def test_every_example_says_which_file_it_is(folder: Path):
    for language in ("nl", "en"):
        untitled = [one for one in examples(folder, language) if not one.title and not REMARK.fullmatch(one.body)]
        assert untitled == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_parts_of_files_fit_where_they_belong(language: str, folder: Path, repo_root: Path):
    parts = [one for one in examples(folder, language) if one.title.startswith("in ") and "brand" not in one.title]
    assert len(parts) > 5
    for fence in parts:
        assert wrong_in(fence, folder, repo_root, language) == "", f"{fence.page}: {fence.title}"


def wrong_in(fence: Fence, folder: Path, repo_root: Path, language: str) -> str:
    """What is wrong with a part of a file once it stands in that file."""
    name = fence.title.removeprefix("in ")
    whole = next((one.body for one in examples(folder, language) if one.title == name), "")
    base = repo_root / name
    text = whole or (base.read_text(encoding="utf-8") if base.is_file() else "")
    document, found = read_yaml(text.encode() or b"{}", name)
    part, wrong = read_yaml(fence.body.encode(), name)
    document.data.update(part.data)
    _, problems = bind(document, model_of(name, document.data.get("type", "")), ("nl", "en"))
    return show([*found, *wrong, *problems])


def model_of(name: str, type_: str = "") -> type[Model]:
    """The model of a file by its place, and by its type where a folder holds two kinds."""
    if name == "smm.yml":
        return Settings
    path = Path(name)
    placed = [kind for kind in KINDS if kind.file == path.name or kind.folder == path.parent.name]
    return next(kind.model for kind in placed if kind.type == type_)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_on_the_page_gives_the_figures_beside_it(
    language: str, folder: Path, repo_root: Path, tmp_path: Path
):
    root = write_examples(tmp_path, folder, language, repo_root)
    (part,) = [one for one in examples(folder, language) if one.page.startswith("exports.")]
    case = root / part.title.removeprefix("in ")
    document, _ = read_yaml(case.read_bytes(), case.name)
    document.data.update(yaml.safe_load(part.body))
    case.write_text(yaml.safe_dump(document.data), encoding="utf-8")
    loaded = load(root, resolve=resolve_case)
    assert show(loaded.problems) == ""
    (result,) = loaded.library.cases[0].model.results
    assert (result.baseline.value, result.result.value) == (18, 41)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_campaign_on_the_page_passes_and_its_mistakes_are_seen(
    language: str, folder: Path, repo_root: Path, tmp_path: Path
):
    root = write_examples(tmp_path, folder, language, repo_root)
    campaign = root / "site_src/campaigns/spring.yml"
    text = campaign.read_text(encoding="utf-8")

    def checked(changed: str) -> set[str]:
        campaign.write_text(changed, encoding="utf-8")
        return {problem.code for problem in campaign_problems(load(root).library, dt.date(2026, 11, 23))}

    forbidden = {"nl": "plasticvrij", "en": "plastic-free"}[language]
    assert checked(text) == set()
    assert checked(text.replace("#adv ", "").replace("#ad ", "")) == {"SMM101"}
    assert checked(text.replace("|\n      ", f"|\n      #ad {forbidden} ")) == {"SMM107"}
    assert checked(text.replace("|\n      ", "|\n      #ad " + 500 * "x ")) == set(), "as platforms.yml allows"
    (root / "site_src/platforms.yml").unlink()
    assert checked(text.replace("|\n      ", "|\n      #ad " + 500 * "x ")) == {"SMM100"}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_on_the_page_makes_the_packs_that_it_says(
    language: str, folder: Path, repo_root: Path, tmp_path: Path
):
    write_examples(tmp_path, folder, language, repo_root)
    smm = [sys.executable, "-m", "smm_portfolio.cli"]
    subprocess.run([*smm, "new", "my-site"], cwd=tmp_path, capture_output=True, check=True)
    share_cache(tmp_path / "my-site", repo_root)
    words = ["pack", "new-hire", "--people", "../people.csv", "--today", "2026-11-23"]
    done = subprocess.run([*smm, *words], cwd=tmp_path / "my-site", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (folder / f"packs{'.en' if language == 'en' else ''}.md").read_text(encoding="utf-8")
    told_of = re.findall(r"^\| `([^`]+)`", page.partition("{ #what-is-checked-first }")[0], re.MULTILINE)
    assert len(told_of) == 4
    assert [name for name in told_of if not (tmp_path / "my-site/packs" / name).is_file()] == []


def test_a_part_that_does_not_fit_is_seen(folder: Path, repo_root: Path):
    wrong = Fence("page.md", "yaml", "in site_src/cases/bakery.yml", "art: {motif: spaceships}\n")
    assert "SMM013" in wrong_in(wrong, folder, repo_root, "en")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_brand_file_makes_a_look_without_a_warning(language: str, folder: Path, tmp_path: Path):
    brands = [one.body for one in examples(folder, language) if one.title == "themes/mine/brand.yml"]
    (logo,) = [one.body for one in examples(folder, language) if one.title == "in themes/mine/brand.yml"]
    mine = tmp_path / "themes" / "mine"
    mine.mkdir(parents=True)
    (mine / "logo.svg").write_text("<svg/>")
    for text in [*brands, brands[0] + logo]:
        (mine / "brand.yml").write_text(text, encoding="utf-8")
        look, problems = load_look("mine", tmp_path)
        assert show(problems) == ""
        assert look is not None


def test_configurations_name_plugins_and_options_that_exist(folder: Path):
    found = [one for one in examples(folder, "en") if one.title == "mkdocs.yml"]
    assert found
    for fence in found:
        for plugin in yaml.safe_load(fence.body).get("plugins", []):
            name, options = next(iter(plugin.items())) if isinstance(plugin, dict) else (plugin, {})
            assert name in (*PLUGINS, "search")
            known = {option for option, _ in PLUGINS[name]._schema} if name in PLUGINS else set()
            assert set(options) <= known


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_message_on_the_page_is_the_one_that_appears(language: str, folder: Path, repo_root: Path, tmp_path: Path):
    page = folder / f"problems{'.en' if language == 'en' else ''}.md"
    shown = next(fence.body for fence in handbook.fences(page) if "SMM010" in fence.body)
    root = write_examples(tmp_path, folder, language, repo_root)
    case = root / "site_src/cases/bakery.yml"
    case.write_text(case.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    assert shown in show(load(root).problems)


# Commands


def misspelt(words: list[str], makefile: str) -> str:
    """What is wrong with a command that a page tells its reader to type; empty where nothing is."""
    program, *rest = words
    if program == "make":
        targets = {word for word in rest if "=" not in word}
        unknown = [one for one in targets if not re.search(rf"^{re.escape(one)}:", makefile, re.MULTILINE)]
        return f"no target {unknown}" if unknown else ""
    name, *given = rest
    if name == "--help":
        return ""
    known = known_commands()
    command = known.get(name) or known.get(" ".join(rest[:2]))
    if command is None:
        return f"no command {name}"
    options = {"--help", *(opt for one in command.params for opt in (*one.opts, *one.secondary_opts))}
    unknown = [word for word in given if word.startswith("-") and word not in options]
    return f"no option {unknown}" if unknown else ""


def told(repo_root: Path) -> Iterator[tuple[str, list[str]]]:
    """Every command of the handbook and of the pages beside it."""
    beside = [repo_root / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    for page in [*handbook.pages(repo_root / HANDBOOK), *beside]:
        for words in handbook.commands(page):
            yield page.name, [word for word in words if word != "…"]


def test_every_command_can_be_typed(repo_root: Path):
    makefile = (repo_root / "Makefile").read_text(encoding="utf-8")
    listed = list(told(repo_root))
    assert len(listed) > 60
    assert {(page, " ".join(words)): wrong for page, words in listed if (wrong := misspelt(words, makefile))} == {}


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("smm bild", "no command bild"),
        ("smm build --pfd", "no option ['--pfd']"),
        ("make sight", "no target ['sight']"),
        ("make site PDF=no", ""),
    ],
)
def test_a_misspelt_command_is_seen(typed: str, wrong: str):
    assert misspelt(typed.split(), "site:\n\tsmm build\n") == wrong


@pytest.mark.slow
@pytest.mark.parametrize(
    "typed",
    [
        "smm check",
        "smm schema",
        "smm doctor",
        "smm build",
        "smm build --no-pdf",
        "smm build --draft",
        "smm build --site-url https://www.example.com/portfolio/",
        "smm pdf new-hire --start 2027-01-04",
        "smm pdf new-hire --language en --start 2027-01-04 --out welcome.pdf",
        "smm export pages",
    ],
)
def test_commands_work_in_a_new_site(typed: str, repo_root: Path, tmp_path: Path):
    """The reader has followed "Start", has written every text, and types what the handbook says."""
    assert typed.split() in [words for _, words in told(repo_root)], "no longer in the handbook"
    smm = [sys.executable, "-m", "smm_portfolio.cli"]
    for words in (["new", "my-site"], typed.split()[1:]):
        cwd = tmp_path if words[0] == "new" else tmp_path / "my-site"
        done = subprocess.run([*smm, *words], cwd=cwd, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        if words[0] == "new":
            write_own_texts(tmp_path / "my-site")
            share_cache(tmp_path / "my-site", repo_root)
