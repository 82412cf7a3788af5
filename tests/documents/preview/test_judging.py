"""The preview answers its own pages and people; nobody else's page, under no other name."""

from http import HTTPStatus

import pytest

from designkit.documents.preview.judging import Request, judged

OURS = ("127.0.0.1:8520",)


@pytest.mark.parametrize(
    ("request_", "port"),
    [
        pytest.param(Request("GET", OURS), 8520, id="a program"),
        pytest.param(Request("HEAD", ("localhost:8520",)), 8520, id="a head"),
        pytest.param(Request("GET", ("LocalHost:8520",)), 8520, id="in capitals"),
        pytest.param(Request("GET", ("[::1]:8520",)), 8520, id="IPv6"),
        pytest.param(Request("GET", ("localhost",)), 80, id="a port that goes unsaid"),
        pytest.param(Request("GET", OURS, site="none"), 8520, id="a typed address"),
        pytest.param(
            Request("GET", OURS, site="cross-site", mode="navigate"), 8520, id="a link"
        ),
        pytest.param(
            Request("GET", OURS, "http://127.0.0.1:8520", "same-origin", "cors"),
            8520,
            id="our own page",
        ),
    ],
)
def test_what_is_answered(request_: Request, port: int) -> None:
    assert judged(request_, port) is HTTPStatus.OK


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        pytest.param(Request("GET", ()), 421, id="no host"),
        pytest.param(Request("GET", (*OURS, *OURS)), 421, id="two hosts"),
        pytest.param(Request("GET", ("evil.example:8520",)), 421, id="another name"),
        pytest.param(Request("GET", ("127.0.0.1",)), 421, id="no port"),
        pytest.param(Request("GET", ("127.0.0.1:8521",)), 421, id="another port"),
        pytest.param(Request("GET", ("127.0.0.1.evil.example:8520",)), 421, id="below"),
        pytest.param(Request("GET", ("localhost:8520@evil.example",)), 421, id="user"),
        pytest.param(Request("POST", ("evil.example",)), 421, id="name before method"),
        pytest.param(Request("POST", OURS), 405, id="a method that changes"),
        pytest.param(Request("OPTIONS", OURS), 405, id="a question before a request"),
        pytest.param(Request("GET", OURS, has_body=True), 400, id="a body"),
        pytest.param(Request("GET", OURS, "https://evil.example"), 403, id="an origin"),
        pytest.param(Request("GET", OURS, "null"), 403, id="an origin without a name"),
        pytest.param(Request("GET", OURS, "http://localhost:8520"), 403, id="mixed"),
        pytest.param(Request("GET", OURS, site="cross-site"), 403, id="another site"),
        pytest.param(Request("GET", OURS, site="same-site"), 403, id="another port's"),
        pytest.param(
            Request("GET", OURS, site="cross-site", mode="no-cors"), 403, id="an image"
        ),
    ],
)
def test_what_is_refused(request_: Request, status: int) -> None:
    assert judged(request_, 8520) == status
