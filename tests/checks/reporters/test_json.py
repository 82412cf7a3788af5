from json import loads

from inline_snapshot import snapshot

from designkit.checks.reporters.json import json
from tests.checks.reporters.samples import CLEAN, FULL, PARTLY, hostile
from tests.hostile import every_hostile_text


def test_a_finding_is_told_with_all_that_is_known_of_it():
    assert json.report(FULL) == snapshot("""\
{
  "version": 1,
  "findings": [
    {
      "code": "DK110",
      "name": "no-monitoring",
      "severity": "error",
      "file": "designs/pay.yaml",
      "line": 3,
      "column": 1,
      "end_line": 3,
      "end_column": 11,
      "element": "components",
      "message": "monitoring is missing: nothing watches this system",
      "help": "",
      "url": "",
      "related": [],
      "waived": "the platform watches it"
    },
    {
      "code": "DK117",
      "name": "nobody-owns-it",
      "severity": "info",
      "file": "designs/pay.yaml",
      "line": 3,
      "column": 1,
      "end_line": 3,
      "end_column": 11,
      "element": "",
      "message": "3 components have no owner",
      "help": "",
      "url": "",
      "related": [],
      "waived": null
    },
    {
      "code": "DK306",
      "name": "ttl-hole",
      "severity": "error",
      "file": "designs/pay.yaml",
      "line": 4,
      "column": 31,
      "end_line": 4,
      "end_column": 34,
      "element": "components.score.ttl",
      "message": "ttl 1 d is shorter than a refresh (1 d + 30 min)",
      "help": "Keep them twice as long: `ttl: 2 d`.",
      "url": "",
      "related": [
        {
          "line": 5,
          "column": 30,
          "end_line": 5,
          "end_column": 35,
          "message": "refreshed here"
        }
      ],
      "waived": null
    },
    {
      "code": "DK758",
      "name": "no-auth",
      "severity": "warning",
      "file": "designs/pay.yaml",
      "line": 6,
      "column": 3,
      "end_line": 8,
      "end_column": 15,
      "element": "components.gate",
      "message": "gate lets everybody in",
      "help": "",
      "url": "",
      "related": [],
      "waived": null
    }
  ]
}
""")


def test_no_findings_are_an_empty_list():
    assert json.report(CLEAN) == '{\n  "version": 1,\n  "findings": []\n}\n'


@every_hostile_text
def test_hostile_texts_come_back_as_they_were_but_for_half_characters(text: str):
    shown = json.report(hostile(text))
    found = loads(shown)["findings"]

    assert shown.isascii()
    assert found[0]["message"] == f"unknown key {text}".replace("\ud800", "\ufffd")
    assert found[1]["waived"] == text.replace("\ud800", "\ufffd")


def test_the_rules_that_could_not_finish_are_named():
    assert loads(json.report(PARTLY))["judged_in_part"] == [
        {
            "file": "designs/pay.yaml",
            "unread": 2,
            "stopped": ["ttl-hole"],
            "message": PARTLY.files[0].judged_in_part,
        }
    ]
