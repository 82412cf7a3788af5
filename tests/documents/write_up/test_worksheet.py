import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from functools import cache

import pytest
from inline_snapshot import snapshot

from designkit.analysis.facts import Facts
from designkit.catalog.test_score import TESTS, ReadinessArea, ReadinessTest
from designkit.checks.report import FileReport
from designkit.checks.run import check_file, make_plan
from designkit.diagnostics import Diagnostic, Severity, Span
from designkit.documents.write_up.worksheet import PROOFS, ScoreLine, fill_in
from designkit.files import bundled
from designkit.model.design import Design
from designkit.source.loader import load_text
from designkit.source.settings import Settings
from tests.drawn import shipped_design as shipped
from tests.hostile import every_hostile_text
from tests.markdown_tokens import block_structure, inline_tokens
from tests.written import document

NAMES = tuple(sorted(path.stem for path in bundled("designs").glob("*.yaml")))
RULES = tuple(sorted({rule for test in TESTS for rule in test.rules}))


@cache
def designed(text: str) -> Design:
    found = load_text(text).design
    assert found is not None
    return found


def small(text: str) -> str:
    return f"designkit: 1\nname: Small\nsystem: generic\n{textwrap.dedent(text)}"


def line(id: str, text: str) -> str:
    """Say how a small design stands to one test, without the question."""
    found = next(it for it in fill_in(Facts(designed(small(text)))) if it.test.id == id)
    return without_question(found)


def folded(texts: Iterable[str]) -> str:
    """Break long lines, so that a snapshot of them can be read."""
    return "\n".join(textwrap.fill(text, 80) for text in texts)


def contradicted(found: dict[str, str]) -> list[str]:
    return [id for id, text in found.items() if text.startswith("contradicted")]


def without_question(found: ScoreLine) -> str:
    evidence = found.text.replace(f"*{found.test.question}*", "").strip()
    return f"{found.status}: {evidence}" if evidence else found.status


def checked(text: str, *rules: str) -> dict[str, str]:
    """Say how a small design stands to each test, once `rules` have looked at it."""
    report, _ = check_file(load_text(small(text)), make_plan(Settings(), rules))
    lines = fill_in(Facts(designed(small(text))), report.diagnostics)
    return {found.test.id: without_question(found) for found in lines}


def finding(
    rule: str,
    element: str = "components",
    *,
    message: str = "wrong",
    waived: str = "",
) -> Diagnostic:
    return Diagnostic(
        code="DK999",
        name=rule,
        severity=Severity.ERROR,
        message=message,
        file="x",
        span=Span(7, 3, 7, 9),
        element=element,
        waived=waived,
    )


def test_there_are_seven_tests_in_each_of_four_sections() -> None:
    assert [test.id for test in TESTS] == [
        f"{section}{number}" for section in ReadinessArea for number in range(1, 8)
    ]


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.id)
def test_every_test_has_a_short_claim_and_a_question(test: ReadinessTest) -> None:
    assert len(test.claim) <= 40
    assert test.question.endswith("?")
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", rule) for rule in test.rules)


def test_what_no_design_can_show_has_neither_proof_nor_rule() -> None:
    unproved = {test.id for test in TESTS if test.id not in PROOFS}

    assert unproved == {"D2", "D6", "I2", "O5"}
    assert not any(test.rules for test in TESTS if test.id in unproved)
    assert PROOFS.keys() <= {test.id for test in TESTS}


@pytest.mark.parametrize("name", NAMES)
def test_a_complete_design_fills_all_but_five_tests(name: str) -> None:
    counts = Counter(found.status.value for found in fill_in(Facts(shipped(name))))

    assert counts == {"shown": 21, "partly": 2, "ask": 5}


def test_the_worksheet_of_the_fraud_design() -> None:
    lines = fill_in(Facts(shipped("fraud")))
    found = folded(f"{it.test.id} {it.status}: {it.text}" for it in lines)

    assert found.replace("\N{MULTIPLICATION SIGN}", "times") == snapshot("""\
D1 shown: Data checks (Great Expectations): blocks training if a check fails
(schema, volume within 20% of last week, null rate per column and 2 more).
Payment event log (Kafka): schema Avro, backward compatible.
D2 ask: *What is lost without each feature family, and when was that last
measured?*
D3 shown: Promise: at most 0.30 USD per 1,000 requests. Device and IP data
(Fingerprint, MaxMind): 0.0002 USD a call. Online feature store (Aerospike): 7.2
USD/h.
D4 shown: Marked as personal data: 7 of 10 feature families. Basis: Legitimate
interest in preventing fraud (GDPR recital 47). Device and IP data (Fingerprint,
MaxMind): commercial, fraud prevention only (licence). Dispute feeds (Visa TC40,
Mastercard SAFE): network rules, members only (licence).
D5 shown: Card token vault (HashiCorp Vault): deletes from 7 stores; within 30
d. Kept: 730 d. Access: Card numbers only inside the vault.
D6 ask: *How many days from the idea of a feature to its first served value?*
D7 shown: One definition for training and serving: 10 of 10 feature families.
M1 shown: Trainer (LightGBM): code models/scorer. Model registry (MLflow): risk
officer and on-call modeller (approval). Fraud rules (Drools): git, two
approvals, expiry after 30 days (change log).
M2 shown: Link: Of the releases so far, plot change in value-weighted recall
against change in fraud loss after 120 days.
M3 ask: *Which hyperparameters were searched, how, and how long ago?*
M4 shown: Retrained: Fraud scorer every 7 d. Oldest allowed: Fraud scorer 28 d.
M5 shown: Judged against: The champion, and rules with the scorecard. Ladder:
Fraud scorer in 5 steps from 180 rules. Baseline: 180 velocity and list rules
with a 12-coefficient logistic scorecard.
M6 shown: Measured alone: country, amount band, merchant category and 3 more.
Gate: recall on each slice of 1,500 frauds >= champion - 2%.
M7 shown: Measured: False decline rate by issuing country, prepaid or credit,
and billing region. At risk: Holders of prepaid cards, migrants who pay across
borders and people with new e-mail addresses look like thieves to velocity and
identity features.
I1 shown: Versioned: Payments of 90 days, Natural-rate fortnight, The same
fortnight, four weeks on. Trainer (LightGBM): seed pinned. Run tracker (MLflow
Tracking): records runs and keeps them 730 d. Model registry (MLflow): records
code, data and features of a version.
I2 ask: *Which tests train one step on made-up data, and run on every change?*
I3 partly: Pipeline scheduler (Airflow): runs the steps every 7 d. *What runs
the whole pipeline on a small sample before a change goes in?*
I4 shown: Evaluation gate (in-house): PR-AUC >= champion - 0.002, recall at 0.1%
FPR >= 78%, slice recall >= champion - 2%, calibration ratio 0.95..1.05.
I5 partly: Feature log (Kafka to Iceberg): 100% of the features as served for
400 d. Decision log (Kafka to Iceberg): keeps payment-id, model version, score
and 5 more. Reason codes (SHAP (TreeSHAP)): reasons by shap. *Can an engineer
replay one prediction and see every value on its way?*
I6 shown: Release controller (Argo Rollouts): shadow, then canary, then ab; 1%
first; 30 min a step.
I7 shown: Release controller (Argo Rollouts): rollback auto in 2 min. Model
registry (MLflow): keeps 10 versions.
O1 shown: Payments ledger (PostgreSQL): ledger-v7, 30 days' notice of a column
change (contract). Merchant checkout to Payment event log: payment-event v4
(contract). Alarm when data changes: Data checks (Great Expectations), Data and
skew (Evidently). No contract: Device and IP data, Dispute feeds.
O2 shown: Data and skew (Evidently): watches data, feature; over 1 h; against
training snapshot of the live model; alarm at distance > 0.1 or null rate
doubled. Data checks (Great Expectations): blocks training if a check fails
(schema, volume within 20% of last week, null rate per column and 2 more).
O3 shown: Data and skew (Evidently): watches skew; over 1 h; against training
snapshot of the live model; alarm at distance > 0.1 or null rate doubled.
Feature log (Kafka to Iceberg): 100% of the features as served.
O4 shown: Oldest allowed: Fraud scorer 28 d. Retraining trigger (Airflow):
starts a training on schedule, performance, drift.
O5 ask: *What notices NaN, infinity or dead units in training and in serving?*
O6 shown: Service and approvals (Prometheus): watches ops; over 5 min; alarm at
p99 > 100 ms, fallback share > 1%, refusals of a version > 3 times champion.
O7 shown: Score and label quality (in-house): watches model-quality; over 1 d;
against last 28 days, same weekday; alarm at calibration ratio outside 0.9..1.1.\
""")


def test_a_sketch_leaves_nearly_everything_to_ask() -> None:
    found = checked(
        """
        components:
          app: {kind: client}
          train: {kind: trainer, code: models/x}
          score: {kind: model-server}
        flows:
          calls: [app -> score: request, score -> app: response]
          control: [train -> score: model]
        """,
        *(
            "no-eval-gate",
            "no-max-age",
            "no-monitoring",
            "no-registry",
            "no-retraining",
        ),
    )

    assert Counter(found.values())["ask"] == 21
    assert contradicted(found) == snapshot(["M4", "I4", "I7", "O4", "O6", "O7"])
    assert found["M1"] == snapshot("partly: Train: code models/x.")


@pytest.mark.parametrize(
    ("id", "text", "expected"),
    [
        pytest.param(
            "D1",
            "components: {a: {kind: data-validator}}",
            snapshot("partly: A: checks data."),
            id="checks unnamed",
        ),
        pytest.param(
            "D1",
            "components: {a: {kind: data-validator, checks: [schema]}}",
            snapshot("shown: A: checks (schema)."),
            id="checks that stop nothing",
        ),
        pytest.param(
            "D7",
            """
            components: {a: {kind: batch-transform}, b: {kind: stream-transform}}
            features:
              f: {offline-by: a, online-by: b}
              g: {offline-by: a, online-by: a}
            """,
            snapshot("""\
partly: One definition for training and serving: 1 of 2 feature families. Not
known to have one: f.\
"""),
            id="two definitions of one feature",
        ),
        pytest.param(
            "D7",
            """
            components: {a: {kind: batch-transform}, b: {kind: stream-transform}}
            features: {f: {offline-by: a, online-by: b, parity: nightly replay}}
            """,
            snapshot("""\
shown: One definition for training and serving: 1 of 1 feature family. Proved by
nightly replay.\
"""),
            id="parity is proved",
        ),
        pytest.param(
            "D5",
            "components: {v: {kind: privacy-service}}",
            snapshot("partly: V: deletes."),
            id="deletion without limits",
        ),
        pytest.param(
            "M2",
            """
            components: {a: {kind: client}}
            problem: {metrics: {offline: AUC, online: sales}}
            """,
            snapshot("partly: Offline: AUC. Online: sales."),
            id="metrics without a link",
        ),
        pytest.param(
            "M3",
            "components: {t: {kind: tuner, trials: 200}}",
            snapshot("shown: T: 200 trials."),
            id="a tuner",
        ),
        pytest.param(
            "M3",
            "components: {t: {kind: tuner}}",
            snapshot("partly: T: searches hyperparameters."),
            id="bare tuner",
        ),
        pytest.param(
            "M4",
            "components: {t: {kind: retrain-trigger, interval: 1 d}}",
            snapshot("partly: T: every 1 d."),
            id="trained again, no limit",
        ),
        pytest.param(
            "O4",
            "components: {t: {kind: retrain-trigger, max-model-age: 3 d}}",
            snapshot("shown: T: no model older than 3 d."),
            id="the limit of the trigger",
        ),
        pytest.param(
            "M5",
            "components: {a: {kind: client}}\nproblem: {baseline: last value}",
            snapshot("partly: Baseline: last value."),
            id="a baseline that nothing is judged against",
        ),
        pytest.param(
            "M5",
            """
            components: {a: {kind: client}}
            problem: {baseline: "a rule, e.g. the last value. It is slow; it is cheap"}
            """,
            snapshot("partly: Baseline: a rule, e.g. the last value."),
            id="the first sentence is enough",
        ),
        pytest.param(
            "I1",
            "components: {t: {kind: trainer, seed-pinned: true}}",
            snapshot("partly: T: seed pinned."),
            id="only the seed",
        ),
        pytest.param(
            "I1",
            "components: {t: {kind: trainer, seed-pinned: false}}",
            snapshot("ask"),
            id="no seed",
        ),
        pytest.param(
            "I4",
            "components: {e: {kind: evaluator, metrics: AUC}}",
            snapshot("partly: E: measures AUC."),
            id="measured, not gated",
        ),
        pytest.param(
            "I6",
            "components: {d: {kind: deployer, strategy: [shadow, blue-green]}}",
            snapshot("partly: D: shadow, then blue-green."),
            id="all traffic at once",
        ),
        pytest.param(
            "I7",
            """
            components:
              d: {kind: deployer, rollback: manual, rollback-time: 1 h}
              r: {kind: model-registry, keep-versions: 3}
            """,
            snapshot("partly: R: keeps 3 versions. D: rollback manual in 1 h."),
            id="taken back by hand",
        ),
        pytest.param(
            "I7",
            "components: {d: {kind: deployer, rollback: none}}",
            snapshot("ask"),
            id="no way back",
        ),
        pytest.param(
            "O1",
            "components: {s: {kind: source-db, contract: v1}, v: {kind: third-party}}",
            snapshot("partly: S: v1 (contract). No contract: V."),
            id="a contract and no alarm",
        ),
        pytest.param(
            "O7",
            "components: {m: {kind: monitor, watch: model-quality}}",
            snapshot("partly: M: watches model-quality."),
            id="watched without a threshold",
        ),
        pytest.param(
            "O7",
            "components: {m: {kind: monitor, watch: ops, threshold: p99 > 1 s}}",
            snapshot("ask"),
            id="something else is watched",
        ),
    ],
)
def test_part_of_the_evidence_is_part_of_the_proof(
    id: str, text: str, expected: str
) -> None:
    assert folded([line(id, text)]) == expected


DEPLOYED = """
components:
  registry: {kind: model-registry, keep-versions: 5}
  deploy: {kind: deployer, rollback: auto}
flows: {control: [registry -> deploy: model]}
"""


def test_a_finding_contradicts_what_is_shown() -> None:
    text = DEPLOYED.replace("auto", "none")

    assert checked(text, "no-rollback")["I7"] == snapshot(
        "contradicted: DK502 no-rollback, line 7: deploy cannot take a bad model back."
    )


def test_what_is_only_not_said_is_still_to_ask() -> None:
    text = DEPLOYED.replace(", rollback: auto", "")

    assert checked(text, "no-rollback")["I7"] == snapshot(
        "partly: Registry: keeps 5 versions."
    )


def test_a_finding_that_is_accepted_is_told_with_its_reason() -> None:
    waiver = "waivers: [{rule: no-rollback, reason: yesterday's scores are kept}]"
    text = DEPLOYED.replace("auto", "none") + waiver

    assert checked(text, "no-rollback")["I7"] == snapshot(
        "partly: Registry: keeps 5 versions. Accepted: yesterday's scores are kept."
    )


def test_a_gap_of_the_monitors_speaks_for_what_they_miss() -> None:
    found = checked(
        "components: {m: {kind: monitor, watch: [data, feature, prediction]}}",
        "monitor-gap",
    )

    assert contradicted(found) == snapshot(["O6", "O7"])


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_contradicts_its_tests_and_no_other(rule: str) -> None:
    before = fill_in(Facts(shipped("fraud")))
    after = fill_in(Facts(shipped("fraud")), [finding(rule)])
    changed = [new for old, new in zip(before, after, strict=True) if new != old]

    assert {it.test.id for it in changed} == {t.id for t in TESTS if rule in t.rules}
    assert {it.status for it in changed} == {"contradicted"}


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        pytest.param("components.deploy.rollback", "contradicted", id="it is said"),
        pytest.param("components.deploy.cost", "partly", id="it is not said"),
        pytest.param("evaluation.gates.0", "contradicted", id="an item of a list"),
        pytest.param("flows.train->calibrate:model", "contradicted", id="a flow"),
        pytest.param("", "contradicted", id="the whole design"),
    ],
)
def test_only_silence_is_no_contradiction(element: str, expected: str) -> None:
    found = [finding("no-rollback", element=element)]
    lines = fill_in(Facts(shipped("fraud")), found)

    assert next(it.status for it in lines if it.test.id == "I7") == expected


def test_the_score_is_that_of_the_lowest_section() -> None:
    found = [finding("no-rollback"), finding("big-bang"), finding("no-eval-gate")]
    page = document(shipped("fraud"), {}, found)
    section = page[page.index("## ML Test Score worksheet") :]
    table = [row for row in section.splitlines() if row.startswith("|")][:7]

    assert "\n".join(table) == snapshot("""\
| Section        | Shown | Partly | Ask | Contradicted | At most                |
| -------------- | ----- | ------ | --- | ------------ | ---------------------- |
| Data           | 5     | 0      | 2   | 0            | 5 of 7                 |
| Model          | 6     | 0      | 1   | 0            | 6 of 7                 |
| Infrastructure | 1     | 2      | 1   | 3            | 2 of 7                 |
| Monitoring     | 6     | 0      | 1   | 0            | 6 of 7                 |
| **All**        | 18    | 2      | 5   | 3            | **2 of 7**, the lowest |\
""")
    assert "can claim at most 2 of 7 points**" in section


@every_hostile_text
def test_hostile_findings_change_words_and_not_structure(text: str) -> None:
    def written(words: str) -> str:
        fault = finding("no-rollback", message=words, element=words)
        accepted = finding("big-bang", message=words, element=words, waived=words)
        report = FileReport("x", "", (fault, accepted), passed=1, waived=1)
        return document(designed(small(DEPLOYED)), {}, (), report)

    page = written(f"x{text[:200]}")

    assert block_structure(page) == block_structure(written("word"))
    assert "html_inline" not in {token.type for token in inline_tokens(page)}
