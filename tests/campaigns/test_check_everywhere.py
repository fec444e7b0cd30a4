"""A post that breaks a limit stops smm check, the build and both plugins, at the same place."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from smm_portfolio.build.checking import check_project
from smm_portfolio.hosts.session import dress, load_for
from smm_portfolio.problems import UserError, errors_in
from tests.campaigns.project import found

TOO_LONG = {"platform": "x", "format": "text", "text": "a" * 281}


def places(problems: list[object]) -> list[tuple[str, str, int, int]]:
    return [(one.code, one.file, one.line, one.column) for one in errors_in(problems)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose only post is one character too long for X."""
    found(tmp_path, **TOO_LONG)
    (tmp_path / "mkdocs.yml").write_text("site_name: Coats\ndocs_dir: site_src\n", encoding="utf-8")
    (tmp_path / "site_src" / "index.md").write_text("# Coats\n", encoding="utf-8")
    return tmp_path


AT = [("SMM100", "site_src/campaigns/spring.yml", 22, 11)]


def test_smm_check_and_the_build_find_it(project: Path) -> None:
    assert places(check_project(project).problems) == AT


def test_a_host_refuses_to_build(project: Path) -> None:
    loaded = load_for(project, project / "site_src", "en")
    assert places(loaded.problems) == AT
    with pytest.raises(UserError) as caught:
        dress(loaded)
    assert places(caught.value.problems) == AT


def test_the_campaign_plugin_alone_refuses_too(project: Path) -> None:
    (project / "smm.yml").unlink()
    text = "site_name: Coats\ndocs_dir: site_src\ntheme: {name: material}\nplugins: [smm-campaigns]\n"
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    with pytest.raises(PluginError, match="SMM100"):
        config.plugins.on_config(config)


def test_a_real_brand_without_its_disclaimer_and_a_date_outside_are_found_with_the_rest(project: Path) -> None:
    path = project / "site_src" / "campaigns" / "spring.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("name: Lapwerk,", "name: Lapwerk, real: true,").replace("date: 2026-04-08", "date: 2026-05-08")
    path.write_text(text, encoding="utf-8")
    codes = [(one.code, one.path) for one in errors_in(check_project(project).problems)]
    assert codes == [("SMM018", "brand.real"), ("SMM018", "posts[0].date"), ("SMM100", "posts[0].text")]


def test_posts_of_a_campaign_with_a_fault_elsewhere_are_checked_in_the_same_run(project: Path) -> None:
    path = project / "site_src" / "campaigns" / "spring.yml"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("tone: Dry.", "tune: Dry.").replace("2026-04-01..", "2026-99-01.."), encoding="utf-8")
    found = [(one.code, one.path, one.line) for one in errors_in(check_project(project).problems)]
    assert ("SMM100", "posts[0].text", 22) in found
    assert {code for code, _, _ in found} >= {"SMM010", "SMM011"}
    path.write_text(sound.replace("format: text", "format: tekst"), encoding="utf-8")
    assert [one.code for one in errors_in(check_project(project).problems)] == ["SMM013"]
