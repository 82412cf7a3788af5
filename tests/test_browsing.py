"""The browser of the tests sees what a reader would not."""

from pathlib import Path

import pytest

from tests.browsing import PHONE, Screen, Visiting, launched

STRICT = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"


@pytest.mark.slow
def test_a_quiet_page_has_no_faults(visit: Visiting) -> None:
    head = f"{STRICT}<meta name=viewport content=width=device-width><title>Fine</title>"

    seen = visit(f"<!doctype html>{head}<p>Fine", PHONE)

    assert (seen.page.title(), seen.faults, seen.requests) == ("Fine", [], [])
    assert seen.page.evaluate("[innerWidth, navigator.maxTouchPoints > 0]") == [
        390,
        True,
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<script>throw new Error('x')</script>", id="error of a script"),
        pytest.param("<script>console.error('x')</script>", id="console"),
        pytest.param(f"{STRICT}<p style='color: red'>x", id="refused by its policy"),
    ],
)
def test_a_fault_is_seen(visit: Visiting, page: str) -> None:
    assert len(visit(f"<!doctype html>{page}").faults) == 1


@pytest.mark.slow
def test_a_request_is_seen(visit: Visiting, tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text("p { color: red }")

    seen = visit("<!doctype html><link rel=stylesheet href=x.css><p>x")

    assert seen.requests == [(tmp_path / "x.css").as_uri()]


@pytest.mark.slow
def test_a_page_can_be_read_without_script(visit: Visiting) -> None:
    seen = visit(
        "<!doctype html><p>One</p><script>document.body.innerHTML = 'Two'</script>",
        Screen(has_script=False),
    )

    assert seen.page.text_content("p") == "One"


@pytest.mark.parametrize(("runs_all", "ends"), [(True, "fail"), (False, "skip")])
def test_without_a_browser_a_test_says_so(
    monkeypatch: pytest.MonkeyPatch, runs_all: bool, ends: str
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CHROMIUM", "/nowhere")
    monkeypatch.setattr("tests.browsing.WHOLE", runs_all)

    with pytest.raises(getattr(pytest, ends).Exception, match="a browser"), launched():
        pass
