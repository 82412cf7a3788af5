"""A page is filled between its markers, again and again the same, and nowhere else."""

from pathlib import Path

import pytest
import yaml
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from designkit.documents.embedding.designs import EmbeddedDesigns
from designkit.documents.embedding.page import BOM, EmbeddedPage, embed_page
from tests.hostile import HOSTILE

END = "<!-- /designkit -->"
DESIGN = """\
designkit: 1
name: Films
system: recommendation
workload: {requests-per-day: 20 M, peak-factor: 3}
components:
  app: {kind: client, why: People | look}
  rank: {kind: model-server, technology: Triton, latency: {p50: 20 ms, p99: 90 ms}}
features:
  age: {entity: user, definition: Years.}
flows:
  calls:
    - app -> rank: request
    - rank -> app: response
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "designkit.toml").write_text('select = ["DK031", "DK115"]\n')
    (tmp_path / "films.yaml").write_text(DESIGN)
    return tmp_path / "README.md"


def filled(page: Path, text: str) -> EmbeddedPage:
    """Fill `text`, with its files written, and see that the next time it is fresh."""
    made = embed_page(text, page, EmbeddedDesigns())
    for path, data in made.files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    again = embed_page(made.text, page, EmbeddedDesigns())
    assert (again.text, again.stale) == (made.text, ())
    assert again.problems == made.problems
    return made


def shown(made: EmbeddedPage) -> list[str]:
    return [it.shown("README.md") for it in made.problems]


def test_each_kind_of_marker_is_filled(page: Path) -> None:
    made = filled(
        page,
        f"""\
# Films

Up to <!-- designkit: figure films.yaml traffic.peak-qps -->0{END} a second.

<!-- designkit: findings films.yaml -->{END}

<!-- designkit: picture films.yaml overview to=images -->{END}

> 1. <!-- designkit: table films.yaml components -->
>    old
>    {END}

<!-- designkit: table films.yaml flows mode=c* carries=requests columns=to,from -->
{END}
<p><!-- designkit: picture films.yaml request-path dark -->{END}</p>
""",
    )

    assert made.text == snapshot("""\
# Films

Up to <!-- designkit: figure films.yaml traffic.peak-qps -->694/s<!-- /designkit --> a second.

<!-- designkit: findings films.yaml -->1 error, 1 warning<!-- /designkit -->

<!-- designkit: picture films.yaml overview to=images -->

![Overview of Films: Clients, Serving.](images/films.overview.svg)

<!-- /designkit -->

> 1. <!-- designkit: table films.yaml components -->
>
>    | Component       | Kind         | Technology | Why            |
>    | --------------- | ------------ | ---------- | -------------- |
>    | **App** `app`   | client       |            | People \\| look |
>    | **Rank** `rank` | model-server | Triton     |                |
>
>    <!-- /designkit -->

<!-- designkit: table films.yaml flows mode=c* carries=requests columns=to,from -->

| To   | From |
| ---- | ---- |
| Rank | App  |

<!-- /designkit -->
<p><!-- designkit: picture films.yaml request-path dark --><img alt="Request path. The slowest way through adds up to 90 ms. App → Rank." src="films.request-path.dark.svg"><!-- /designkit --></p>
""")
    assert {path.relative_to(page.parent).as_posix() for path in made.files} == {
        "images/films.overview.svg",
        "films.request-path.dark.svg",
    }


def test_what_is_outside_of_markers_stays_byte_for_byte(page: Path) -> None:
    around = ("\ufeff# T \t\r\n", "\r\n\x0b\u2028 tail \n\n\r")
    text = f"{around[0]}<!-- designkit: table films.yaml features -->\n{END}{around[1]}"
    made = filled(page, text)

    assert made.text.startswith(BOM)
    assert made.text == snapshot(
        """\
\ufeff# T \t\r
<!-- designkit: table films.yaml features -->

| Feature | Describes | Definition |
| ------- | --------- | ---------- |
| **Age** | user      | Years.     |

<!-- /designkit -->\r
\x0b\u2028 tail \n\
\n\
\r\
"""
    )


def test_lines_end_as_those_around_them(page: Path) -> None:
    text = f"<!-- designkit: table films.yaml features -->\r\n{END}\r\n"

    assert "\n" not in filled(page, text).text.replace("\r\n", "")


def test_markers_in_code_are_shown_and_not_filled(page: Path) -> None:
    pair = f"<!-- designkit: figure films.yaml traffic.peak-qps -->{END}"
    text = f"`{pair}`\n\n```md\n{pair}\n```\n\n    {pair}\n"

    assert filled(page, text) == EmbeddedPage(page.as_posix(), text)


def test_what_cannot_be_filled_is_told_and_leaves_the_page_as_it_is(page: Path) -> None:
    (page.parent / "broken.yaml").write_text(DESIGN.replace("client", "clint"))
    asked = (
        "",
        "pictur films.yaml overview",
        "table",
        "table films.yaml flow",
        "table films.yaml flows mod=call",
        "table films.yaml flows mode=batch",
        "table films.yaml flows columns=form",
        "table films.yaml flows mode=a mode=b",
        "figure films.yaml traffic.peak-qp",
        "figure films.yaml cost.per-month",
        "figure films.yaml",
        "findings films.yaml error",
        "picture films.yaml overvew",
        "picture films.yaml training",
        "picture films.yaml overview blue",
        "picture films.yaml overview to=../..",
        "picture films.yaml overview alt=x",
        "picture film.yaml overview",
        "picture fruad overview",
        "picture broken.yaml overview",
    )
    text = "\n\n".join(f"<!-- designkit: {it} -->{END}" for it in asked)
    text += f"\n\nIn a line: <!-- designkit: table films.yaml flows -->{END}"
    made = filled(page, text)
    told = [it.replace(page.parent.as_posix(), "…") for it in shown(made)]

    assert (made.text, made.parts) == (text, ())
    assert told == snapshot(
        [
            "README.md:1:1: no kind of marker is called ''; there are picture, table, figure, findings",
            "README.md:3:1: no kind of marker is called 'pictur'; did you mean picture? There are picture, table, figure, findings",
            "README.md:5:1: it names no design; as in: table designs/fraud.yaml",
            "README.md:7:1: no table is called 'flow'; did you mean flows? There are components, flows, features, figures, deciding, findings",
            "README.md:9:1: no option of this marker is called 'mod'; did you mean mode? There are columns, mode, from, to, carries, note",
            "README.md:11:1: no row has mode=batch; in mode there is: call",
            "README.md:13:1: no column is called 'form'; did you mean from? There are mode, from, to, carries, note",
            "README.md:15:1: an option is said twice; take one away",
            "README.md:17:1: no figure is called 'traffic.peak-qp'; did you mean traffic.peak-qps? `designkit estimate films.yaml --format json` names them all",
            "README.md:19:1: cost.per-month cannot be computed: needs components.*.cost (what each part costs to run)",
            "README.md:21:1: a marker of this kind is written: figure DESIGN ID",
            "README.md:23:1: a marker of this kind is written: findings DESIGN",
            "README.md:25:1: no view is called 'overvew'; did you mean overview? There are overview, request-path, run-path, training, feedback-loop, full",
            "README.md:27:1: films.yaml has nothing for the view training",
            "README.md:29:1: no theme is called 'blue'; there are light, dark, auto",
            "README.md:31:1: to=../.. leads out of the project; name a folder inside",
            "README.md:33:1: no option of this marker is called 'alt'; there are to, overlay, scenario",
            "README.md:35:1: there is no file …/film.yaml; did you mean …/films.yaml?",
            "README.md:37:1: no shipped design is called 'fruad'; did you mean fraud? There are ad-click, fraud, recommendation, search-ranking",
            "README.md:39:1: broken.yaml does not load, 1 error; the first: broken.yaml:6:15: unknown kind 'clint'",
            "README.md:41:12: this needs lines of its own; put each of its markers on one",
        ]
    )


def test_two_pictures_never_share_a_file(page: Path) -> None:
    other = page.parent / "designs"
    other.mkdir()
    (other / "films.yaml").write_text(DESIGN.replace("Films", "Others"))
    text = "\n\n".join(
        f"<!-- designkit: picture {it} overview -->{END}"
        for it in ("films.yaml", "designs/films.yaml", "films.yaml")
    )

    assert shown(filled(page, text)) == snapshot(
        [
            "README.md:3:1: another picture is called films.overview.svg as well; give one of them another folder: to=FOLDER"
        ]
    )


def test_a_stale_part_says_where_it_is_and_what_has_changed(page: Path) -> None:
    text = filled(
        page,
        "At <!-- designkit: figure films.yaml traffic.peak-qps -->1"
        f"{END}\n\n<!-- designkit: table films.yaml components -->{END}\n\n"
        f"<!-- designkit: picture films.yaml overview -->{END}\n",
    ).text
    new = DESIGN.replace("20 M", "40 M").replace("Triton", "Ray Serve")
    (page.parent / "films.yaml").write_text(new)
    made = embed_page(text, Path(page), EmbeddedDesigns())

    assert [it.told.replace(page.as_posix(), "README.md") for it in made.stale] == (
        snapshot(
            [
                """\
README.md:1: figure films.yaml traffic.peak-qps
-694/s
+1,389/s\
""",
                """\
README.md:3: table films.yaml components
-| **Rank** `rank` | model-server | Triton     |                |
+| **Rank** `rank` | model-server | Ray Serve  |                |\
""",
                """\
README.md:12: picture films.yaml overview
  films.overview.svg is another by now\
""",
            ]
        )
    )


def hostile(text: str) -> str:
    """Write the design of the tests with `text` wherever people write."""
    design = yaml.safe_load(DESIGN)
    for item in (*design["components"].values(), *design["features"].values()):
        item["why"] = text
    design["components"]["rank"] |= {"name": text, "technology": text}
    design["features"]["age"]["definition"] = text
    design["flows"]["calls"][0] = {"app -> rank": {"carries": "request", "note": text}}
    return yaml.safe_dump(design, allow_unicode=True)


BREAKERS = (
    ("end", END),
    ("end-in-code", f"`{END}`"),
    ("half-code", f"` {END} ``"),
    ("end-in-a-link", f"[x](https://a.example/{END})"),
    ("end-behind-a-backslash", f"\\{END} \\\\{END}"),
    ("begin", "<!-- designkit: figure films.yaml traffic.peak-qps -->"),
)

REFUSED = ("ansi", "bidi", "control", "surrogate", "zero-width")
"""Texts with which no design loads."""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name)
        for name, text in (*HOSTILE, *BREAKERS)
        if name not in REFUSED
    ],
)
def test_no_text_breaks_out_of_its_table(page: Path, text: str) -> None:
    (page.parent / "films.yaml").write_text(hostile(text), encoding="utf-8")
    asked = ("components", "flows", "features", "findings", "figures")
    body = "".join(
        f"<!-- designkit: table films.yaml {it} -->\n{END}\n\n" for it in asked
    )
    made = filled(page, f"{body}The end.\n")
    tokens = MarkdownIt("commonmark").enable("table").parse(made.text)
    kinds = [it.type for it in tokens if it.level == 0 and it.nesting >= 0]
    part = ["html_block", "table_open", "html_block"]

    assert made.problems == ()
    assert kinds == [*part * len(asked), "paragraph_open"]
    assert not [it for it in tokens if it.children and _html(it.children)]


def _html(children: list) -> bool:  # type: ignore[type-arg]
    return any(it.type in ("html_inline", "image") for it in children)
