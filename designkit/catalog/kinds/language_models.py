"""Kinds of the serving stage that run language models, own or rented."""

from designkit.catalog.attributes import (
    count,
    counts,
    duration,
    flag,
    fraction,
    money,
    percentiles,
    prices,
    rate,
    several,
    size,
    text,
    volume,
)
from designkit.catalog.kind import Attribute, Kind, Plane, Stage
from designkit.catalog.role import Role

MODEL: tuple[Attribute, ...] = (
    text("model-version", "exact version or digest of the model; an alias is none"),
    text("role", "what it is used for", "generate", "embed", "rerank", "moderate"),
    count("context-window", "tokens that fit, read and written together"),
    counts("input-tokens", "tokens that one call reads"),
    counts("output-tokens", "tokens that one call writes"),
    count("max-output", "tokens after which an answer is cut off"),
    percentiles("first-token", "time from the call to its first token"),
    percentiles("per-token", "time from one token to the next"),
)
"""What is said of a language model, wherever it runs."""

KINDS: tuple[Kind, ...] = (
    Kind(
        name="llm-server",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.RUNS_MODEL,
            Role.ESSENTIAL,
            Role.COMPUTES,
            Role.ON_DEMAND,
            Role.ALTERNATES,
            Role.LOOP_PREDICTS,
        ),
        glyph="text-chip",
        definition=(
            "Runs a language model on own hardware, many sequences in one batch, and "
            "keeps their keys and values in memory. When that memory is full it drops "
            "sequences and reads them again, just when the load is highest."
        ),
        takes=("prompt", "model", "policy"),
        needs=("prompt", "model"),
        gives=("completion", "embedding"),
        attributes=(
            *MODEL,
            count("parameters", "weights of the model, all of which stand in memory"),
            count("active-parameters", "weights that one token passes"),
            text("precision", "number format of the weights, such as fp8"),
            text("cache-precision", "number format of keys and values"),
            count("layers", "layers of the model"),
            count("kv-heads", "heads that have keys and values of their own"),
            count("head-size", "numbers in one key"),
            count("width", "numbers that stand for one token between two layers"),
            count("gpus-per-replica", "cards that work on one model together"),
            fraction("parallel-efficiency", "part of their speed that is left then"),
            size("gpu-memory", "memory of one card"),
            volume("gpu-bandwidth", "bytes that one card reads from memory in a time"),
            rate("gpu-flops", "operations of one card in a time, dense"),
            fraction("memory-share", "part of a card for weights, keys and values"),
            count("batch-max", "sequences that are worked on at once"),
            flag("prefix-cache", "whether the common beginning of prompts is kept"),
            flag("chunked-prefill", "whether a long prompt is read piece by piece"),
            flag("disaggregated", "whether reading and writing have their own cards"),
            text("draft-model", "smaller model that proposes the next tokens"),
        ),
        technologies=("vLLM", "SGLang", "TensorRT-LLM", "TGI", "llama.cpp"),
        example=(
            "{technology: vLLM, replicas: 13, model-version: 'sha256:9f31c04e', "
            "role: generate, parameters: 70.6 bn, precision: fp8, layers: 80, "
            "kv-heads: 8, head-size: 128, width: 8192, gpus-per-replica: 1, "
            "gpu-memory: 141 GB, gpu-bandwidth: 4.8 TB/s, gpu-flops: 1979 T/s, "
            "memory-share: 90%, batch-max: 64, max-output: 1 k, "
            "input-tokens: {p50: 3 k, p95: 9 k}, prefix-cache: true}"
        ),
    ),
    Kind(
        name="hosted-model",
        stage=Stage.SERVING,
        plane=Plane.ANY,
        roles=(
            Role.RUNS_MODEL,
            Role.ESSENTIAL,
            Role.COMPUTES,
            Role.ON_DEMAND,
            Role.ALTERNATES,
            Role.LOOP_PREDICTS,
        ),
        glyph="cloud",
        definition=(
            "A model that somebody else runs and bills by the token: it writes, "
            "embeds, reranks or moderates. Its limits, its versions and what becomes "
            "of the text are settled by a contract, and it is down when its owner is."
        ),
        takes=("prompt", "request", "passages", "policy"),
        needs_one=(("prompt", "request", "passages"),),
        gives=("completion", "embedding", "passages"),
        attributes=(
            *MODEL,
            prices("price", "price of a million tokens"),
            fraction("batch-discount", "part of the price that is saved by waiting"),
            duration("batch-window", "longest wait for work nobody waits for"),
            rate("limit-requests", "calls in a time that the contract allows"),
            rate("limit-input-tokens", "tokens in a time that may be read"),
            rate("limit-output-tokens", "tokens in a time that may be written"),
            flag("cached-counts", "whether cached input counts towards the limit"),
            count("cache-min", "tokens of the shortest beginning that is kept"),
            duration("cache-ttl", "how long a beginning is kept"),
            duration("data-retention", "how long its owner keeps the text"),
            flag("trains-on-data", "whether its owner may learn from the text"),
            text("retired-on", "day on which the version ends, like 2027-06-30"),
        ),
        technologies=("LLM", "Bedrock", "Azure OpenAI", "Cohere", "Voyage AI"),
        example=(
            "{technology: Bedrock, role: generate, model-version: name-2026-09-28, "
            "context-window: 200 k, max-output: 1 k, "
            "price: {input: 2 USD, cached-input: 0.2 USD, output: 10 USD}, "
            "limit-requests: 4 k/min, limit-input-tokens: 2 M/min, "
            "limit-output-tokens: 400 k/min, cached-counts: false, "
            "first-token: {p50: 600 ms, p99: 1.8 s}, "
            "per-token: {p50: 20 ms, p99: 60 ms}, "
            "region: eu, data-retention: 0 d, trains-on-data: false}"
        ),
    ),
    Kind(
        name="llm-gateway",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ALTERNATES,
            Role.PASSES_ON,
        ),
        glyph="airlock",
        definition=(
            "The one door to all language models: keys, quotas of tenants, routing, "
            "retries, a second provider, spending. Without it every team finds out "
            "for itself what happens when the provider says no."
        ),
        takes=("prompt", "completion", "policy"),
        needs=("prompt",),
        gives=("prompt", "completion"),
        attributes=(
            several("routes", "models or classes of models that it chooses from"),
            count("retries", "times that a failed call is tried again"),
            duration("hedge", "wait after which a second model is asked as well"),
            money("budget-per-tenant", "what one tenant may spend on a day"),
        ),
        technologies=("LiteLLM", "Portkey", "Envoy AI Gateway", "Kong"),
        example=(
            "{technology: LiteLLM, routes: [small, main, second], retries: 1, "
            "budget-per-tenant: 40 USD}"
        ),
    ),
)
