"""A warning that a library logs must not pass unseen."""

import pytest

# The inner tests log in this very process, where our own guard listens, too.
pytestmark = pytest.mark.usefixtures("logged")

USE_GUARD = ("-p", "tests.support.log_guard", "-p", "no:cacheprovider")


@pytest.mark.parametrize("name", ["weasyprint", "mkdocs.structure.nav", "smm_portfolio.print", "fontTools.subset"])
@pytest.mark.parametrize("level", ["warning", "error"])
def test_logged_warning_fails_the_test(pytester: pytest.Pytester, name: str, level: str):
    pytester.makepyfile(f"import logging\ndef test_it():\n    logging.getLogger({name!r}).{level}('no glyph')\n")
    result = pytester.runpytest_inprocess(*USE_GUARD)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([f"*{name} {level.upper()}: no glyph*"])


def test_silence_and_information_pass(pytester: pytest.Pytester):
    pytester.makepyfile("import logging\ndef test_it():\n    logging.getLogger('mkdocs').info('building')\n")
    pytester.runpytest_inprocess(*USE_GUARD).assert_outcomes(passed=1)


def test_asking_for_the_log_allows_it_and_shows_it(pytester: pytest.Pytester):
    pytester.makepyfile("""
        import logging
        def test_it(logged):
            logging.getLogger("weasyprint").warning("no glyph")
            assert [record.getMessage() for record in logged] == ["no glyph"]
        def test_next(logged):
            assert logged == []
    """)
    pytester.runpytest_inprocess(*USE_GUARD).assert_outcomes(passed=2)
