import re
import textwrap

from inline_snapshot import snapshot

from designkit.checks.run import check_file, make_plan
from designkit.source.loader import load_text
from designkit.source.settings import Settings
from tests.written import document

HEAD = "designkit: 1\nname: Small\nsystem: generic\n"
FAULTY = """
components:
  registry: {kind: model-registry}
  canary: {kind: deployer, rollback: none, strategy: canary}
  rush: {kind: deployer, rollback: none, strategy: blue-green}
flows: {control: [registry -> canary: model, registry -> rush: model]}
"""
RULES = ("no-rollback", "big-bang")


def appendix(text: str, title: str) -> str:
    """Check a small design and return one section of its write-up, in short lines."""
    loaded = load_text(HEAD + text)
    report, _ = check_file(loaded, make_plan(Settings(), RULES))
    assert loaded.design is not None
    page = document(loaded.design, {}, (), report)
    _, _, section = page.partition(f"## {title}\n\n")
    lines = section.partition("\n## ")[0].splitlines()
    short = (re.sub(" +", " ", it) for it in lines if it and "---" not in it)
    return "\n".join(textwrap.fill(it, 84) for it in short)


def test_a_clean_design_says_how_much_was_checked() -> None:
    text = FAULTY.replace("rollback: none", "rollback: auto")
    text = text.replace("blue-green", "canary")

    assert appendix(text, "Findings") == snapshot(
        "No findings: 2 rules passed, 0 not applicable."
    )


def test_findings_come_with_the_worst_first() -> None:
    assert appendix(FAULTY, "Findings") == snapshot("""\
2 errors, 1 warning: 0 rules passed, 0 not applicable.
| Severity | Rule | Line | Element | Finding | Help |
| error | DK502 no-rollback | 7 | components.canary.rollback | canary cannot take a
bad model back | Keep the last versions ready, roll back by itself when a guardrail
breaks, take thresholds and indexes along, and practise it. |
| error | DK502 no-rollback | 8 | components.rush.rollback | rush cannot take a bad
model back | Keep the last versions ready, roll back by itself when a guardrail
breaks, take thresholds and indexes along, and practise it. |
| warning | DK501 big-bang | 8 | components.rush.strategy | rush releases to
everybody at once: its strategy is blue-green | Score in shadow first, then send 1%
to 5% of the traffic, watch it for long enough to see a fault, and widen step by
step. |\
""")
    assert appendix(FAULTY, "Accepted findings") == ""


def test_what_is_accepted_stands_apart_with_the_reason() -> None:
    text = FAULTY.replace(
        "strategy: blue-green}",
        "strategy: blue-green} # designkit: ignore[big-bang] internal",
    )
    waivers = """
waivers:
  - {rule: no-rollback, at: canary, reason: scores are kept, until: 2999-01-31}
  - {rule: no-fallback, reason: batch}
"""

    assert appendix(text + waivers, "Findings") == snapshot("""\
1 error: 0 rules passed, 0 not applicable, 2 findings accepted.
| Severity | Rule | Line | Element | Finding | Help |
| error | DK502 no-rollback | 8 | components.rush.rollback | rush cannot take a bad
model back | Keep the last versions ready, roll back by itself when a guardrail
breaks, take thresholds and indexes along, and practise it. |\
""")
    assert appendix(text + waivers, "Accepted findings") == snapshot("""\
| Rule | Line | At | Finding | Accepted because | Until |
| DK502 no-rollback | 7 | components.canary.rollback | canary cannot take a bad
model back | scores are kept | 2999-01-31 |
| DK501 big-bang | 8 | components.rush.strategy | rush releases to everybody at
once: its strategy is blue-green | internal | |
| no-fallback | | | | batch | |\
""")


def test_without_a_check_nothing_is_said_of_rules() -> None:
    text = HEAD + FAULTY + "waivers: [{rule: no-rollback, reason: kept, at: rush}]"
    design = load_text(text).design
    assert design is not None
    page = document(design, {})

    assert "## Findings" not in page
    assert "| no-rollback | rush | kept" in page
