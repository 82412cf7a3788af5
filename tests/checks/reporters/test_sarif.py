from collections.abc import Iterator
from dataclasses import replace
from json import loads
from urllib.parse import unquote

from inline_snapshot import snapshot

from designkit.checks.report import Report
from designkit.checks.reporters.sarif import sarif
from tests.checks.reporters.samples import CLEAN, FULL, HOLE, PARTLY, hostile
from tests.hostile import every_hostile_text

Part = dict[str, object]


def run(report: Report) -> Part:
    (found,) = loads(sarif.report(report))["runs"]
    return found


def results(report: Report) -> list[Part]:
    return loads(sarif.report(report))["runs"][0]["results"]


def strings(part: object) -> Iterator[str]:
    """Give every text of a report, keys apart."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | dict):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from strings(inner)


def test_a_report_has_the_rules_and_a_result_for_each_finding():
    assert sarif.report(FULL) == snapshot("""\
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "designkit",
          "version": "1.2.3",
          "rules": [
            {
              "id": "DK110",
              "name": "no-monitoring",
              "shortDescription": {
                "text": "A system that serves a model should watch it."
              },
              "fullDescription": {
                "text": "A system that serves a model should watch it."
              },
              "help": {
                "text": "A system that serves a model should watch it.",
                "markdown": "A system that serves a model should watch it."
              },
              "defaultConfiguration": {
                "level": "error"
              },
              "properties": {
                "tags": [
                  "completeness"
                ]
              }
            },
            {
              "id": "DK306",
              "name": "ttl-hole",
              "shortDescription": {
                "text": "Values should outlive their refresh."
              },
              "fullDescription": {
                "text": "Values should outlive their refresh."
              },
              "help": {
                "text": "Between two refreshes the values are gone.\\n\\n## Bad\\n\\n`ttl: 1 d`",
                "markdown": "Between two refreshes the values are gone.\\n\\n## Bad\\n\\n`ttl: 1 d`"
              },
              "defaultConfiguration": {
                "level": "error"
              },
              "properties": {
                "tags": [
                  "consistency"
                ]
              }
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "DK110",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "monitoring is missing: nothing watches this system"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "designs/pay.yaml"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 1,
                  "endLine": 3,
                  "endColumn": 11
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "components"
                }
              ]
            }
          ],
          "relatedLocations": [],
          "suppressions": [
            {
              "kind": "inSource",
              "status": "accepted",
              "justification": "the platform watches it"
            }
          ],
          "partialFingerprints": {
            "designkit/v2": "6d2a963288aaf3c2aa198525d61c6112"
          }
        },
        {
          "ruleId": "DK117",
          "level": "note",
          "message": {
            "text": "3 components have no owner"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "designs/pay.yaml"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 1,
                  "endLine": 3,
                  "endColumn": 11
                }
              }
            }
          ],
          "relatedLocations": [],
          "suppressions": [],
          "partialFingerprints": {
            "designkit/v2": "22686fe72bae09747aa965849cac5bed"
          }
        },
        {
          "ruleId": "DK306",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "ttl 1 d is shorter than a refresh (1 d + 30 min)\\nKeep them twice as long: `ttl: 2 d`."
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "designs/pay.yaml"
                },
                "region": {
                  "startLine": 4,
                  "startColumn": 31,
                  "endLine": 4,
                  "endColumn": 34
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "components.score.ttl"
                }
              ]
            }
          ],
          "relatedLocations": [
            {
              "id": 1,
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "designs/pay.yaml"
                },
                "region": {
                  "startLine": 5,
                  "startColumn": 30,
                  "endLine": 5,
                  "endColumn": 35
                }
              },
              "message": {
                "text": "refreshed here"
              }
            }
          ],
          "suppressions": [],
          "partialFingerprints": {
            "designkit/v2": "299c9594df8245497d236f482feaaf3d"
          }
        },
        {
          "ruleId": "DK758",
          "level": "warning",
          "message": {
            "text": "gate lets everybody in"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "designs/pay.yaml"
                },
                "region": {
                  "startLine": 6,
                  "startColumn": 3,
                  "endLine": 8,
                  "endColumn": 15
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "components.gate"
                }
              ]
            }
          ],
          "relatedLocations": [],
          "suppressions": [],
          "partialFingerprints": {
            "designkit/v2": "429b6c0c787236ed023cfcb69a833e05"
          }
        }
      ]
    }
  ]
}
""")


def test_a_clean_design_has_an_empty_list_of_results():
    assert run(CLEAN)["results"] == []


def test_either_every_result_has_suppressions_or_none_has():
    assert [len(it["suppressions"]) for it in results(FULL)] == [1, 0, 0, 0]


def test_a_fingerprint_does_not_depend_on_the_line():
    lower = replace(HOLE.span, line=40, end_line=40)
    moved = replace(FULL.files[0], diagnostics=(replace(HOLE, span=lower),))
    before, after = results(FULL), results(replace(FULL, files=(moved,)))

    assert after[0]["partialFingerprints"] == before[2]["partialFingerprints"]


def test_two_findings_at_one_element_have_two_fingerprints():
    twice = (HOLE, replace(HOLE, message="another"))
    file = replace(FULL.files[0], diagnostics=twice)
    first, second = results(replace(FULL, files=(file,)))

    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_braces_and_brackets_are_no_placeholders_and_no_links():
    file = replace(
        FULL.files[0], diagnostics=(replace(HOLE, message="[a](1) {0}", help=""),)
    )
    (result,) = results(replace(FULL, files=(file,)))

    assert result["message"] == {"text": r"\[a\](1) {{0}}"}


@every_hostile_text
def test_a_hostile_file_name_stays_one_relative_address(text: str):
    (location,) = results(hostile(text))[0]["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]

    assert uri.isascii()
    assert not set(uri) & set(' :?#[]@<>"\\^`{|}\n')
    assert unquote(uri) == f"designs/{text}.yaml".replace("\ud800", "?")


@every_hostile_text
def test_hostile_texts_stay_in_their_place(text: str):
    shown = sarif.report(hostile(text))

    assert shown.isascii()
    assert len(results(hostile(text))) == 2
    assert not any(
        sign in it for it in strings(loads(shown)) for sign in "\x1b\0\u202e"
    )


def test_a_design_that_is_judged_in_part_is_a_notification_of_the_tool():
    invocation = loads(sarif.report(PARTLY))["runs"][0]["invocations"]

    assert invocation == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": [
                {
                    "level": "note",
                    "message": {"text": PARTLY.files[0].judged_in_part},
                    "locations": [
                        {
                            "physicalLocation": {
                                "artifactLocation": {"uri": "designs/pay.yaml"}
                            }
                        }
                    ],
                }
            ],
        }
    ]
