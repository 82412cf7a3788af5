"""The passages of documents, by the vector of F40."""

from tests.computed import estimated, figure, of_topic, told

CUT = """
workload: {documents: 5 M, tokens-per-document: 1.2 k, document-changes-per-day: 20 k}
components:
  docs: {kind: source-db}
  parse: {kind: document-parser, passage-tokens: 400, overlap: 50}
flows: {batches: [docs -> parse: raw-table]}
"""


def test_passages_are_counted_with_what_they_share() -> None:
    assert told(estimated(CUT), "documents.parse.passages") == (
        "documents * ⌈(tokens per document - overlap) / (passage tokens - overlap)⌉",
        "5 M * ⌈(1.2 k - 50) / (400 - 50)⌉",
        "20 M",
    )


def test_each_change_makes_all_passages_of_a_document_anew() -> None:
    assert figure(estimated(CUT), "documents.parse.renewed").value == 80_000


def test_without_overlap_passages_stand_side_by_side() -> None:
    apart = CUT.replace(", overlap: 50", "")

    assert figure(estimated(apart), "documents.parse.passages").value == 15e6


def test_several_parsers_share_documents_in_an_unknown_way() -> None:
    two = CUT.replace("flows:", "  other: {kind: document-parser}\nflows:")

    assert of_topic(estimated(two), "documents") == []
