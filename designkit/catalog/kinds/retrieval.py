"""Kinds of the serving stage that narrow a catalogue down to a shortlist."""

from designkit.catalog.attributes import (
    count,
    duration,
    fraction,
    several,
    size,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="candidate-generator",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ESSENTIAL,
            Role.ON_DEMAND,
            Role.NARROWS,
            Role.CHOOSES,
        ),
        glyph="funnel",
        definition=(
            "Picks some hundreds of plausible items out of millions, cheaply, from "
            "several sources. Ranking cannot bring back what is missed here, and "
            "without it the ranker would have to score everything."
        ),
        takes=(
            "request",
            "candidates",
            "embedding",
            "feature-values",
            "model",
            "policy",
            "passages",
        ),
        needs=("request",),
        gives=(
            "candidates",
            "request",
            "passages",
            "embedding",
        ),
        attributes=(
            count("items-out", "candidates that leave for one request"),
            several("sources", "where candidates come from"),
            fraction("recall", "part of the relevant items among the candidates"),
        ),
        technologies=("Two-tower", "Faiss", "Vespa", "Co-visitation"),
    ),
    Kind(
        name="ann-index",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ESSENTIAL,
            Role.ON_DEMAND,
            Role.NARROWS,
        ),
        glyph="neighbours",
        definition=(
            "Finds the vectors nearest to a given one without comparing all of them. "
            "It buys speed with a little recall, which has to be measured, and it "
            "must hold vectors of the very encoder that makes the query."
        ),
        takes=("index", "embedding", "request"),
        needs=("index",),
        gives=(
            "candidates",
            "passages",
        ),
        attributes=(
            count("items", "vectors that it holds"),
            count("dimensions", "numbers in one vector"),
            count("links", "links of one vector, of a graph index such as HNSW"),
            size("code-size", "size of one vector when it is compressed (PQ)"),
            count("lists", "lists of an inverted file (IVF)"),
            count("shards", "parts that are searched side by side"),
            fraction("recall", "part of the true neighbours that it finds"),
            size("memory", "memory of the whole index"),
            text("encoder", "model, with its version, that made the vectors"),
        ),
        technologies=(
            "Faiss",
            "ScaNN",
            "HNSW",
            "Milvus",
            "Vespa",
            "Qdrant",
            "Pinecone",
            "Weaviate",
            "pgvector",
        ),
    ),
    Kind(
        name="inverted-index",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ON_DEMAND,
            Role.NARROWS,
        ),
        glyph="postings",
        definition=(
            "Finds documents by their words and fields, with filters. Exact names, "
            "part numbers and rare words need it; vectors alone miss them."
        ),
        takes=("index", "event", "request"),
        needs=("index",),
        gives=(
            "candidates",
            "feature-values",
            "passages",
        ),
        attributes=(
            count("items", "documents that it holds"),
            count("shards", "parts that are searched side by side"),
            duration("refresh", "time until a changed document can be found"),
        ),
        technologies=("Elasticsearch", "OpenSearch", "Lucene", "Vespa", "Solr"),
    ),
    Kind(
        name="eligibility-filter",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ON_DEMAND,
            Role.CHOOSES,
        ),
        glyph="sieve",
        definition=(
            "Removes what must not be shown (out of stock, wrong region, blocked, "
            "already seen) before anything is scored. Fed with old data, it sells "
            "what is gone and hides what is there."
        ),
        takes=(
            "candidates",
            "request",
            "policy",
            "feature-values",
            "passages",
        ),
        needs_one=(("candidates", "passages"),),
        gives=(
            "candidates",
            "passages",
        ),
        attributes=(
            count("rules", "conditions that it checks"),
            duration("source-freshness", "age of the facts that it filters by"),
            fraction("selectivity", "part of what is found that it lets through"),
        ),
        technologies=("Redis", "Bloom filter", "Roaring bitmap", "Open Policy Agent"),
    ),
)
