"""The files of a site: they are all there, lead to each other, and break nothing."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit import site_files
from tests.documents.site.sites import (
    LONE,
    PAY,
    THREE,
    dead_links,
    entry_of,
    links,
    written,
)
from tests.hostile import some_hostile_texts
from tests.html_elements import elements

CONTENT = re.compile(r'<script type="application/json" id="content">(.*?)</script>')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("site"), THREE)


def index_of(*texts: str) -> str:
    entries = [entry_of(text, f"d{number}") for number, text in enumerate(texts)]
    return site_files(entries)[""][0].data.decode()


def content_of(index: str) -> dict[str, list[dict[str, object]]]:
    found = CONTENT.search(index)
    assert found
    read: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return read


def test_a_site_has_an_index_pages_concepts_and_rules(site: Path) -> None:
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.*"))
    of_rules = [name for name in names if name.startswith("rules/")]
    of_concepts = [name for name in names if name.startswith("concepts/")]
    others = [name for name in names if name not in (*of_rules, *of_concepts)]

    assert others == [
        "index.html",
        "lone/lone.html",
        "lone/thumbnail.svg",
        "pay/pay.html",
        "pay/thumbnail.svg",
    ]
    assert "rules/orphan.html" in of_rules
    assert "concepts/caching.html" in of_concepts


def test_every_link_leads_to_a_place_of_the_site(site: Path) -> None:
    assert dead_links(site) == []


def test_a_link_to_nowhere_is_noticed(tmp_path: Path) -> None:
    site = written(tmp_path, {"pay": PAY, "lone": LONE})
    (site / "rules" / "orphan.html").unlink()

    assert "index.html: rules/orphan.html" in dead_links(site)


def test_pages_lead_back_and_to_the_rules_of_the_site(site: Path) -> None:
    page = site / "lone" / "lone.html"

    assert next(iter(links(page))) == "#view=document"
    assert "../index.html" in links(page)
    assert "../rules/orphan.html" in page.read_text("utf-8")


def test_a_page_of_its_own_has_no_way_back(tmp_path: Path) -> None:
    import designkit as dk

    loaded = dk.loads(LONE)
    (made,) = dk.write(loaded, "html", check=dk.check(loaded))

    assert b"../" not in made.data


def test_the_index_says_what_a_card_should() -> None:
    listed = list(elements(index_of(*THREE.values())))
    cards = [it for it in listed if "card" in (it.attrs.get("class") or "").split()]

    assert [" ".join(card.to_text().split()) for card in cards] == snapshot(
        [
            "Payments Fraud detection · tier 1 · risk Scores each payment. p99 within 100 ms, 99.9% available 4 components, 4 flows 7 errors 4 warnings 4 info Envoy, Iceberg, Kafka, our own",
            "Lone ML system 3 components, 1 flow 5 errors 2 warnings 3 info PostgreSQL",
            "d2.yaml does not load d2.yaml:5:16: unknown kind 'gatway'",
        ]
    )


def test_filters_have_what_designs_have() -> None:
    options = [it for it in elements(index_of(*THREE.values())) if it.name == "option"]

    assert [(it.attrs["value"], it.to_text()) for it in options] == snapshot(
        [
            ("", "all"),
            ("fraud-detection", "Fraud detection (1)"),
            ("generic", "ML system (1)"),
            ("", "all"),
            ("Envoy", "Envoy (1)"),
            ("Iceberg", "Iceberg (1)"),
            ("Kafka", "Kafka (1)"),
            ("our own", "our own (1)"),
            ("PostgreSQL", "PostgreSQL (1)"),
            ("", "all"),
            ("error", "with errors (2)"),
            ("warning", "with warnings (2)"),
            ("info", "with info (2)"),
            ("refused", "that do not load (1)"),
        ]
    )


def test_search_looks_through_designs_components_findings_and_concepts() -> None:
    content = content_of(index_of(PAY))
    (pay,) = content["designs"]

    assert {**pay, "findings": len(pay["findings"])} == snapshot(
        {
            "name": "Payments",
            "url": "d0/d0.html",
            "system": "fraud-detection",
            "tech": ["Envoy", "Iceberg", "Kafka", "our own"],
            "states": ["error", "warning", "info"],
            "text": "d0 Fraud detection Scores each payment. risk",
            "parts": [
                ["app", "App", "client", ""],
                ["gate", "Gate", "gateway", "Envoy"],
                ["log", "Log", "event-log", "Kafka to Iceberg"],
                ["score", "Score", "model-server", "our own"],
            ],
            "findings": 15,
        }
    )  # type: ignore[arg-type]
    assert content["concepts"][0] == snapshot(
        [
            "concepts/bias-variance.html",
            "Bias, variance and which of them you have",
            "Explain the bias-variance trade-off. How do you diagnose which one your model suffers from?",
            "underfitting overfitting learning curve double descent shrinkage",
        ]
    )


def test_a_design_that_does_not_load_is_listed_and_linked_nowhere(site: Path) -> None:
    index = (site / "index.html").read_text("utf-8")

    assert "broken.yaml:5:16: unknown kind &#39;gatway&#39;" in index
    assert not [link for link in links(site / "index.html") if "broken" in link]


def test_a_rule_page_names_the_designs_and_what_is_accepted(site: Path) -> None:
    page = (site / "rules" / "no-registry.html").read_text("utf-8")

    assert "accepted: It is small." in page
    assert "../lone/lone.html#side=findings" in page


def test_a_concept_page_names_questions_and_components(site: Path) -> None:
    page = (site / "concepts" / "caching.html").read_text("utf-8")

    assert "<p>What if the cache is empty?</p>" in page
    assert "../lone" not in page


@pytest.mark.parametrize("file", ["index.html", "rules/orphan.html"])
def test_the_policy_allows_what_a_page_brings(site: Path, file: str) -> None:
    page = (site / file).read_text("utf-8")
    texts = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", page, re.DOTALL)
    hashes = [b64encode(sha256(it.encode()).digest()).decode() for it in texts]

    assert re.findall(r"'sha256-([^']+)'", page) == hashes
    assert "style=" not in page.partition("</style>")[2].partition("<script>")[0]


def test_a_site_is_the_same_on_every_run() -> None:
    entries = [entry_of(text, stem) for stem, text in THREE.items()]

    assert site_files(entries) == site_files(entries)


@some_hostile_texts
def test_hostile_texts_stay_texts(text: str) -> None:
    quoted = json.dumps(text)
    design = PAY.replace("name: Payments", f"name: {quoted}").replace(
        "technology: our own", f"name: {quoted}, technology: {quoted}"
    )
    entry = entry_of(design, "pay")
    files = [it for made in site_files([entry]).values() for it in made]
    tags = {it.name for file in files for it in elements(file.data.decode())}

    assert tags & {"img", "b", "svg", "foreignobject", "iframe"} == set()
    assert [
        it.attrs for it in elements(files[0].data.decode()) if "onload" in it.attrs
    ] == []


def test_names_that_need_quoting_are_quoted() -> None:
    entry = entry_of(PAY, "zahlung-ü", ("thumbnail.svg",))

    assert (entry.url, entry.thumbnail, entry.at("score", "findings")) == (
        "zahlung-%C3%BC/zahlung-%C3%BC.html",
        "zahlung-%C3%BC/thumbnail.svg",
        "zahlung-%C3%BC/zahlung-%C3%BC.html#sel=score&side=findings",
    )


def test_a_design_called_like_a_view_is_found_where_its_page_is() -> None:
    assert entry_of(PAY, "overview").url == "overview/overview-design.html"
