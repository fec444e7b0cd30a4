"""A shared link to a part of a page must still work after a change of language."""

from smm_portfolio.site.anchors import with_anchors


def test_headings_without_an_id_get_one_by_their_place() -> None:
    dutch = with_anchors("## Situatie { #situation .x }\n\n### Wat we wilden\n\n### Nog iets { .smm-h3 }\n")
    english = with_anchors("## Situation { #situation .x }\n\n### What we wanted\n\n### More { .smm-h3 }\n")
    assert "## Situatie { #situation .x }" in dutch
    for page in (dutch, english):
        assert "{ #heading-1 }" in page
        assert "{ #heading-2 .smm-h3 }" in page


def test_code_is_left_alone() -> None:
    code = "```\n# a comment\n```\n"
    assert with_anchors(code) == code
