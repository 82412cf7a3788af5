"""Approval by people: cases, people, and the delay that it adds."""

from tests.computed import estimated, lacking, of_topic, told

ACCEPTED = """
    workload: {requests-per-day: 20 k}
    components:
      app: {kind: client}
      score: {kind: model-server}
      decide: {kind: decision-engine, accepted-by: clerk, accepted-share: 3%}
      clerk: {kind: person, task-time: 6 min, working-day: 6 h, sla: 4 h}
    flows:
      calls:
        - app -> score: request
        - score -> decide: prediction
        - decide -> app: response
"""


def test_what_people_have_to_accept_is_worked_out() -> None:
    found = estimated(ACCEPTED)

    assert {id: told(found, id) for id in of_topic(found, "approvals")} == {
        "approvals.decide.cases-per-day": (
            "average qps * 86,400 s * accepted share",
            "0.231/s * 86,400 s * 3%",
            "600",
        ),
        "approvals.decide.people": (
            "cases * task time / working day",
            "600 * 6 min / 6 h",
            "10",
        ),
        "approvals.decide.delay": (
            "accepted share * clerk sla",
            "3% * 4 h",
            "7 min 12 s",
        ),
    }


def test_what_is_lacking_is_named() -> None:
    found = estimated(ACCEPTED.replace("task-time: 6 min, ", ""))

    assert lacking(found, "approvals.decide.people") == (
        "needs components.clerk.task-time (time that one case takes a person)"
    )


def test_what_no_request_waits_for_states_no_number_of_decisions() -> None:
    found = estimated(
        ACCEPTED.replace("- score -> decide: prediction", "").replace(
            "        - decide -> app: response\n", ""
        )
    )

    assert lacking(found, "approvals.decide.people") == (
        "how many decisions it takes on a day is not known"
    )


def test_a_decision_that_states_no_share_is_left_alone() -> None:
    found = estimated(ACCEPTED.replace(", accepted-share: 3%", ""))

    assert found.part("approvals") is None
