"""What learners get is made of the design, and a worksheet keeps its answers back."""

import io
import re
import textwrap
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pypdf
import pytest
from inline_snapshot import snapshot

from designkit.catalog.systems import SYSTEMS
from designkit.documents.paper import Heading, Paper
from designkit.documents.printers import find_printer
from designkit.handouts.masking import Mask, Secrets, secrets
from designkit.handouts.variant import MASKS, HandoutOptions
from designkit.handouts.variants import all_variants, find_variant
from designkit.handouts.variants.full import shown
from designkit.model.design import Design
from designkit.pictures.drawing import TextPart
from designkit.source.loader import load_text
from designkit.source.profiles import profile
from tests.decks import deck_of
from tests.drawn import placed_views
from tests.fonts import fonts_of
from tests.html_elements import elements
from tests.linting import remarks
from tests.mutated import DESIGNS, shipped
from tests.reading import said, seen_in_html
from tests.sampled import sampled

every_design = pytest.mark.parametrize("name", DESIGNS)
every_sheet = pytest.mark.parametrize(
    ("variant", "name"),
    [
        *((variant, name) for variant in ("full", "blank") for name in DESIGNS),
        ("broken", "fraud"),
    ],
)


@cache
def papers(
    variant: str, name: str, wish: HandoutOptions | None = None
) -> tuple[Paper, ...]:
    made = find_variant(variant).make(shipped(name), name, wish or HandoutOptions())
    return made.papers


def printed(format: str, paper: Paper) -> bytes:
    return find_printer(format).print(paper)[0].data


def pdf_text(data: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(data))
    return "\n".join(page.extract_text() for page in reader.pages)


def test_there_are_four_variants() -> None:
    assert [item.name for item in all_variants()] == [
        "full",
        "blank",
        "broken",
        "cards",
    ]


@every_design
def test_a_handout_has_two_to_six_pages(name: str) -> None:
    (paper,) = papers("full", name)
    reader = pypdf.PdfReader(io.BytesIO(printed("pdf", paper)))

    assert 2 <= len(reader.pages) <= 6
    assert fonts_of(reader) <= {"Inter", "NewCMMath", "DejaVuSansMono"}


@every_design
def test_a_handout_says_the_numbers_of_the_estimate(name: str) -> None:
    (paper,) = papers("full", name)
    text = printed("md", paper).decode()

    assert "Requests a second at peak" in text
    assert "![" in text
    assert set(paper.drawings) == set(shown(design_named(name)))


def design_named(name: str) -> Design:
    design = shipped(name).design
    assert design is not None
    return design


def hidden_on(name: str, wish: HandoutOptions) -> Secrets:
    """What a worksheet must not say."""
    design = design_named(name)
    drawings = [placed_views(name)[view] for view in shown(design)]
    return secrets(design, drawings, map(Mask, wish.masks), wish.seed)


@sampled("name", DESIGNS, 2)
@pytest.mark.parametrize("masks", [*((mask,) for mask in MASKS), MASKS], ids="-".join)
def test_what_is_masked_is_in_no_file_of_a_worksheet(
    name: str, masks: tuple[str, ...]
) -> None:
    wish = HandoutOptions(masks=masks, seed=len(masks))
    sheet, key = papers("blank", name, wish)
    hidden = hidden_on(name, wish)
    text, *pictures = (file.data.decode() for file in find_printer("md").print(sheet))
    page = printed("html", sheet).decode()

    assert said(text, hidden.in_prose) == []
    assert [said(picture, hidden.in_pictures) for picture in pictures] == [[]] * 2
    assert said(seen_in_html(page), hidden.phrases) == []
    assert not re.search(r"\\[*_]", text), (
        "marks of emphasis that lost their other half"
    )
    assert said(printed("md", key).decode(), hidden.in_prose | hidden.drawn)


@sampled("name", DESIGNS, 2)
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_masked_cannot_be_read_in_a_pdf(name: str, seed: int) -> None:
    wish = HandoutOptions(seed=seed)
    sheet, _ = papers("blank", name, wish)
    hidden = hidden_on(name, wish)
    text = pdf_text(printed("pdf", sheet))

    assert said(text, hidden.in_prose) == []
    assert said(text.replace("-\n", ""), hidden.in_prose) == []


@every_design
def test_the_key_of_a_worksheet_is_another_paper_with_the_answers(name: str) -> None:
    design = shipped(name).design
    assert design is not None
    sheet, key = papers("blank", name)
    text = printed("md", key).decode()

    assert (sheet.stem, key.stem) == (f"{name}-blank", f"{name}-blank-key")
    for component in design.components.values():
        assert component.title in text


def test_a_mask_leaves_the_rest_in_sight() -> None:
    sheet, _ = papers("blank", "fraud", HandoutOptions(masks=("numbers",)))
    nodes = [node for drawing in sheet.drawings.values() for node in drawing.nodes]
    parts = [part for node in nodes for part in node.parts]
    texts = {part.text for part in parts if isinstance(part, TextPart)}

    assert "Fraud scorer" in texts
    assert not any("15 ms" in text for text in texts)


def test_another_seed_is_another_sheet_and_the_same_seed_the_same() -> None:
    first, again, other = (
        printed(
            "md",
            find_variant("blank")
            .make(shipped("fraud"), "fraud", HandoutOptions(seed=seed))
            .papers[0],
        )
        for seed in (1, 1, 2)
    )

    assert first == again
    assert first != other


@every_sheet
def test_a_linter_has_nothing_to_say(variant: str, name: str) -> None:
    sheet = papers(variant, name)[0]

    assert remarks(printed("md", sheet).decode()) == []


@every_sheet
def test_a_browser_has_nothing_to_mend(variant: str, name: str) -> None:
    for paper in papers(variant, name):
        found = [element.name for element in elements(printed("html", paper).decode())]
        levels = [int(name[1]) for name in found if re.fullmatch("h[1-6]", name)]

        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))


@every_design
def test_headings_nest(name: str) -> None:
    for variant in ("full", "blank"):
        for paper in papers(variant, name):
            levels = [
                block.level for block in paper.blocks if isinstance(block, Heading)
            ]
            assert levels[0] == 2
            assert all(b - a <= 1 for a, b in pairwise(levels))


@every_design
def test_no_text_cites_by_an_id(name: str) -> None:
    design = shipped(name).design
    assert design is not None
    (paper,) = papers("full", name)
    texts = [
        printed("md", paper).decode(),
        *(card.back for card in deck_of(name).cards),
    ]
    cited = re.compile(rf"\[[^]]*\b({'|'.join(design.sources)})\b[^]]*\](?!\()")

    assert [text for text in texts if cited.search(text)] == []


def test_a_card_tells_what_a_part_is_for_and_what_its_absence_breaks() -> None:
    card = next(c for c in deck_of("fraud").cards if c.id.endswith(".component.audit"))

    assert card.front == (
        "Card payment fraud, Audit trail: "
        "what does it do here, and what breaks without it?"
    )
    assert textwrap.wrap(card.back, 80) == snapshot(
        [
            "Decision, model version, rule ids and reasons of every challenged or blocked",
            "payment, in storage that we cannot rewrite ourselves, for as long as a complaint",
            "can still be brought.  *audit-log:* A record that cannot be altered: which",
            "version decided what, who overrode it, who looked. Without it a contested",
            "decision cannot be reconstructed.  **Without it** the checker finds:  - warning",
            "`no-audit-trail`: decide decides about people and leaves nothing in an audit-log",
        ]
    )


def test_a_question_is_the_same_card_wherever_it_stands() -> None:
    design = shipped("fraud").design
    assert design is not None
    turned = design.model_copy(update={"questions": design.questions[::-1]})
    loaded = replace(shipped("fraud"), design=turned)
    deck = find_variant("cards").make(loaded, "fraud", HandoutOptions()).deck
    assert deck is not None
    before, after = (
        {card.id: card for card in found.cards if card.sort == "follow-up"}
        for found in (deck_of("fraud"), deck)
    )

    assert len(before) == len(design.questions)
    assert before == after


@pytest.mark.parametrize("system", [item.name for item in SYSTEMS])
def test_the_handout_of_a_starter_has_the_seven_steps(system: str) -> None:
    starter = load_text(profile(system).starter, f"{system}.yaml")
    (paper,) = find_variant("full").make(starter, system, HandoutOptions()).papers
    titles = [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 2]

    assert [title for title in titles if title[0].isdigit()] == [
        "1 Problem formulation",
        "2 Data collection",
        "3 Feature engineering",
        "4 Model selection",
        "5 Evaluation",
        "6 Deployment",
        "7 Monitoring and retraining",
    ]


def test_cards_go_by_the_design_and_not_by_its_file() -> None:
    text = """\
designkit: 1
name: Ad clicks, again
system: generic
components: {app: {kind: client, why: It asks.}}
"""
    texts = [text, text, text.replace("name:", "id: Clicks 2\nname:")]
    stems = ["clicks", "moved", "clicks"]
    made = [
        find_variant("cards").make(load_text(text), stem, HandoutOptions()).deck
        for text, stem in zip(texts, stems, strict=True)
    ]

    assert [(deck.id, deck.cards[-1].id) for deck in made if deck] == [
        ("designkit.ad-clicks-again", "ad-clicks-again.component.app"),
        ("designkit.ad-clicks-again", "ad-clicks-again.component.app"),
        ("designkit.clicks-2", "clicks-2.component.app"),
    ]
    assert made[0] == made[1]


def test_a_name_of_signs_alone_names_cards_as_well() -> None:
    text = (
        "designkit: 1\nname: '?!'\nsystem: generic\ncomponents: {a: {kind: client}}\n"
    )
    deck = find_variant("cards").make(load_text(text), "a", HandoutOptions()).deck

    assert deck is not None
    assert deck.id == "designkit.3f21"
