"""Kinds of the serving stage around a language model: what it asks for and may do."""

from designkit.catalog.attributes import (
    count,
    counts,
    duration,
    flag,
    fraction,
    money,
    rate,
    several,
    text,
    trust,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

PASSED = (
    "request",
    "event",
    "passages",
    "prompt",
    "completion",
    "response",
    "tool-call",
    "tool-result",
)
"""What a guardrail checks and lets pass."""

KINDS: tuple[Kind, ...] = (
    Kind(
        name="agent",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ESSENTIAL,
            Role.COMPUTES,
            Role.ON_DEMAND,
            Role.LOOP_PREDICTS,
        ),
        glyph="robot",
        definition=(
            "The program around a language model: it writes each prompt, calls the "
            "model, runs what the model may ask for, and stops. Who chooses the next "
            "step, code or the model, decides how far it can go wrong."
        ),
        takes=(
            "completion",
            "request",
            "event",
            "passages",
            "tool-result",
            "decision",
            "policy",
            "feature-values",
            "assignment",
            "embedding",
            "response",
            "prediction",
        ),
        needs=("completion",),
        needs_one=(("request", "event", "prediction"),),
        gives=(
            "prompt",
            "request",
            "tool-call",
            "response",
            "decision",
            "review-task",
            "trace",
            "event",
            "passages",
            "embedding",
            "completion",
            "prediction",
        ),
        attributes=(
            text(
                "control",
                "who chooses the next step: nobody, code, or the model",
                "single-call",
                "workflow",
                "agent",
            ),
            count("max-steps", "calls of the model after which a task ends"),
            duration("deadline", "time after which a task ends"),
            count("max-tokens", "tokens after which a task ends"),
            money("budget-per-task", "spending after which a task ends"),
            counts("steps", "calls of the model in one task"),
            count("system-tokens", "tokens of instructions and tools in a prompt"),
            count("history-tokens", "tokens of what was said before in a prompt"),
            count("passages", "passages in a prompt"),
            count("passage-tokens", "tokens of one passage"),
            text(
                "trim",
                "what happens when the context window is full",
                "drop",
                "summarise",
                "compact",
                "refuse",
            ),
            flag("disclosed", "whether people are told that it is a machine"),
        ),
        technologies=("LangGraph", "Temporal", "Agents SDK"),
        example=(
            "{technology: LangGraph, control: agent, max-steps: 40, deadline: 15 min, "
            "max-tokens: 1.5 M, budget-per-task: 2 USD, steps: {p50: 18, p95: 38}, "
            "system-tokens: 3.5 k, history-tokens: 1.2 k, passages: 6, "
            "passage-tokens: 350, trim: summarise, disclosed: true}"
        ),
    ),
    Kind(
        name="guardrail",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(Role.PASSES_ON,),
        glyph="shield",
        definition=(
            "Checks, outside the model, what goes in, what comes out or what is about "
            "to be done, and lets it pass, changes it, stops it or asks a person. It "
            "lowers the rate of harm; only what a tool cannot do bounds it."
        ),
        takes=(*PASSED, "model", "policy", "decision"),
        needs_one=(PASSED,),
        gives=(*PASSED, "decision", "review-task"),
        attributes=(
            text(
                "side",
                "where it stands",
                "input",
                "output",
                "tool",
                "retrieval",
            ),
            several("checks", "checks that are run"),
            text(
                "mode",
                "what it does with what it finds",
                "block",
                "redact",
                "ask",
                "watch",
            ),
            text(
                "fail-mode",
                "what happens while it is down: all passes, or nothing",
                "open",
                "closed",
            ),
            fraction("miss-rate", "part of a stated set of attacks that it lets pass"),
            fraction("false-alarm-rate", "part of what is harmless that it stops"),
            count("window-tokens", "tokens of a stream that it holds back to check"),
        ),
        technologies=(
            "Llama Guard",
            "NeMo Guardrails",
            "Presidio",
            "Open Policy Agent",
        ),
        example=(
            "{technology: Open Policy Agent, side: tool, checks: [schema, amount, "
            "owner], mode: block, fail-mode: closed}"
        ),
    ),
    Kind(
        name="session-memory",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(Role.KEEPS_ROWS,),
        glyph="remember",
        definition=(
            "Keeps what was said and what should be remembered, and gives it back "
            "within a number of tokens. What is written here is read again as if it "
            "were true."
        ),
        takes=("event", "passages", "completion", "policy", "request"),
        gives=("passages",),
        attributes=(
            duration("ttl", "how long it is kept"),
            several("scope", "whose it is: user, tenant, repository"),
            text(
                "author",
                "who may write what is kept for long",
                "user",
                "people",
                "model",
            ),
            count("max-tokens", "most tokens that it gives back"),
        ),
        technologies=("Redis", "PostgreSQL", "Mem0", "Zep"),
        example=(
            "{technology: Redis, ttl: 90 d, scope: user, author: user, "
            "max-tokens: 1.2 k}"
        ),
    ),
    Kind(
        name="tool",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.SINK,
            Role.ON_DEMAND,
        ),
        glyph="wrench",
        definition=(
            "A function that a model may ask for, with a stated effect on the world "
            "and a stated identity under which it acts. A limit holds here, or it is "
            "only a wish in a prompt."
        ),
        takes=("tool-call", "policy", "decision"),
        needs=("tool-call",),
        gives=("tool-result", "event"),
        attributes=(
            text(
                "effect",
                "what it changes in the world; none if it only reads",
                "reversible",
                "irreversible",
            ),
            flag("idempotent", "whether the same call twice acts once"),
            text("idempotency-key", "by what a call that is sent twice is known"),
            text("acts-as", "whose rights it has", "user", "service"),
            text(
                "approval",
                "when a person must agree first",
                "never",
                "above-limit",
                "always",
            ),
            money("limit", "amount that it refuses to pass, or to pass unasked"),
            rate("action-limit", "actions in a time beyond which it stops itself"),
            text(
                "reach",
                "where its arguments and results may go",
                "closed",
                "internal",
                "open",
            ),
            trust("who can write what it returns; anybody, where its reach is open"),
            fraction("error-rate", "part of the calls that fail"),
            counts("result-tokens", "tokens of what one call returns"),
        ),
        technologies=("MCP", "gRPC", "PostgreSQL", "Partner API"),
        example=(
            "{technology: MCP, effect: reversible, idempotency-key: task and step, "
            "acts-as: user, approval: above-limit, limit: 50 USD, action-limit: 400/h, "
            "reach: internal, error-rate: 2%, result-tokens: {p50: 300, p95: 2 k}}"
        ),
    ),
    Kind(
        name="code-sandbox",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.SINK,
            Role.ON_DEMAND,
        ),
        glyph="sandbox",
        definition=(
            "Runs code that a model wrote, in a place that is thrown away afterwards. "
            "With the network open or a secret inside, the place is not thrown away."
        ),
        takes=("tool-call", "policy"),
        needs=("tool-call",),
        gives=("tool-result", "event"),
        attributes=(
            text("network", "what it can reach", "allow-list", "open"),
            text("secrets", "secrets that it holds"),
            count("cpu-limit", "processors that one run may use"),
            duration("time-limit", "time after which a run is ended"),
            count("places", "runs that fit at once"),
            counts("result-tokens", "tokens of what one run prints"),
        ),
        technologies=("Firecracker", "gVisor", "E2B", "Docker"),
        example=(
            "{technology: Firecracker, network: allow-list, secrets: none, "
            "cpu-limit: 2, time-limit: 10 min, places: 220}"
        ),
    ),
)
