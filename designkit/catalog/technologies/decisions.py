"""Technologies and methods that turn scores into actions."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology("Drools", "", (), "rules that are matched by an engine"),
    Technology(
        "Open Policy Agent", "", ("OPA",), "policies as code, asked over an API"
    ),
    Technology(
        "MMR",
        "",
        ("Maximal marginal relevance",),
        "trades relevance against repetition, item by item",
    ),
    Technology(
        "DPP", "", ("Determinantal point process",), "prefers sets whose items differ"
    ),
    Technology("LambdaMART", "", ("LambdaRank",), "boosted trees that learn an order"),
    Technology("Cross-encoder", "", (), "scores query and document together"),
    Technology("BERT", "", ("DistilBERT",), "a pretrained text encoder"),
    Technology("DLRM", "", (), "a click model of embedding tables and their products"),
    Technology(
        "DCN",
        "",
        ("DCN-v2", "Deep & Cross"),
        "a click model that crosses features by layers",
    ),
    Technology("MMoE", "", (), "one network for several objectives"),
    Technology(
        "GNN", "", ("Graph neural network",), "learns from neighbours in a graph"
    ),
    Technology(
        "Isotonic regression",
        "",
        ("isotonic",),
        "calibration by a rising step function",
    ),
    Technology("Platt scaling", "", ("Platt",), "calibration by a logistic curve"),
    Technology(
        "Thompson sampling", "", ("Thompson",), "explores in proportion to doubt"
    ),
    Technology(
        "Epsilon-greedy", "", ("epsilon",), "explores at random at a fixed rate"
    ),
    Technology("OpenRTB", "", (), "the protocol of ad auctions"),
    Technology(
        "PID controller",
        "",
        ("PID", "PID throttling"),
        "corrects a rate by its past error",
    ),
    Technology(
        "OR-Tools", "", ("Google OR-Tools",), "open solvers for routing and assignment"
    ),
    Technology("Gurobi", "", (), "a commercial solver"),
    Technology("LKH", "", (), "a heuristic for tours"),
    Technology(
        "ALNS",
        "",
        ("Adaptive large neighbourhood search",),
        "destroys and repairs a plan to improve it",
    ),
    Technology("PDQ", "", (), "a fingerprint for images"),
    Technology("TMK", "", (), "a fingerprint for videos"),
    Technology("PhotoDNA", "", (), "a fingerprint for known abuse images"),
    Technology(
        "Credit bureau",
        "",
        ("bureau", "Experian", "Equifax", "TransUnion"),
        "credit history bought from outside",
    ),
    Technology(
        "Device intelligence",
        "",
        ("device fingerprint",),
        "signals about the device of a caller",
    ),
    Technology(
        "Stripe",
        "saas.payment.Stripe",
        ("Stripe Radar",),
        "payments, with fraud scores",
    ),
    Technology("Adyen", "saas.payment.Adyen", (), "payments, with fraud scores"),
    Technology("Zendesk", "saas.crm.Zendesk", (), "tickets and cases for agents"),
    Technology("ServiceNow", "", (), "tickets and cases for agents"),
)
