"""What components state about themselves, in one cell."""

from designkit.documents.write_up.figures import settings
from tests.computed import loaded


def test_tokens_and_prices_are_written_as_they_are_stated() -> None:
    design = loaded("""
components:
  llm:
    kind: hosted-model
    output-tokens: {p50: 260, p95: 600}
    price: {input: 3 EUR, cached-input: 0.3 EUR}
""").design
    assert design is not None

    assert settings(design.components["llm"]) == (
        "output tokens: p50 260, p95 600; price: input 3 EUR, cached input 0.3 EUR"
    )
