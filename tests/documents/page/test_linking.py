"""Papers inside a page have ids of their own, and links that stay in it."""

from designkit.documents.page.linking import joined


def test_ids_and_links_of_a_paper_get_its_name() -> None:
    html = '<h2 id="a">A</h2><a href="#a">x</a><a href="https://example.org/#a">y</a>'

    assert joined(html, "document-", {}) == (
        '<h2 id="document-a">A</h2><a href="#document-a">x</a>'
        '<a href="https://example.org/#a">y</a>'
    )


def test_links_to_the_other_paper_lead_to_its_section() -> None:
    homes = {"my design": "document", "my design-reference": "reference"}
    html = (
        '<a href="my%20design-reference.html">all</a>'
        '<a href="my%20design-reference.html#sources">sources</a>'
    )

    assert joined(html, "document-", homes) == (
        '<a href="#view=reference">all</a><a href="#reference-sources">sources</a>'
    )


def test_what_only_looks_like_a_link_stays() -> None:
    text = '<p> href="#a" is written so</p>'

    assert joined(text, "document-", {}) == text
