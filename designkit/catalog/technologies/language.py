"""Technologies of language-model systems: servers, doors, agents, guards, judges."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology(
        "SGLang",
        "",
        (),
        "serves language models, with prefixes kept in a tree",
        initials="SG",
    ),
    Technology("TensorRT-LLM", "", (), "runs language models on NVIDIA GPUs"),
    Technology(
        "TGI",
        "",
        ("Text Generation Inference",),
        "serves language models of the Hugging Face hub",
        initials="TG",
    ),
    Technology("llama.cpp", "", (), "runs language models on small machines"),
    Technology(
        "Cohere", "", (), "language models and rerankers as a service", initials="Ce"
    ),
    Technology("Voyage AI", "", (), "encoders and rerankers as a service"),
    Technology(
        "LiteLLM",
        "",
        (),
        "one interface to the models of many providers",
        initials="LL",
    ),
    Technology(
        "Portkey", "", (), "a gateway to language models with budgets", initials="Pk"
    ),
    Technology("Envoy AI Gateway", "", (), "a gateway to language models on Envoy"),
    Technology(
        "LangGraph",
        "",
        (),
        "agents as graphs of steps with a saved state",
        initials="LG",
    ),
    Technology("Agents SDK", "", (), "agents with tools and hand-over, in Python"),
    Technology("MCP", "", ("Model Context Protocol",), "tools behind one protocol"),
    Technology("Git", "onprem.vcs.Git", (), "versions of text, with author and review"),
    Technology(
        "Langfuse", "", (), "traces, prompts and their evaluation", initials="Lf"
    ),
    Technology("PromptLayer", "", (), "versions of prompts and their use"),
    Technology("Llama Guard", "", (), "a model that finds harmful text"),
    Technology("NeMo Guardrails", "", (), "rules around a language model"),
    Technology("Docling", "", (), "turns documents into text with layout and tables"),
    Technology("Unstructured.io", "", (), "turns files of many formats into text"),
    Technology("Tika", "", ("Apache Tika",), "text and metadata of many file formats"),
    Technology("Mem0", "", (), "a memory for assistants"),
    Technology("Zep", "", (), "a memory for assistants, as a graph with time"),
    Technology(
        "Firecracker",
        "onprem.container.Firecracker",
        (),
        "small virtual machines that start quickly",
    ),
    Technology(
        "gVisor",
        "onprem.container.Gvisor",
        (),
        "containers behind a kernel of their own",
    ),
    Technology("E2B", "", (), "sandboxes for code of language models, as a service"),
    Technology(
        "Ragas", "", (), "measures answers over retrieved passages", initials="Rg"
    ),
    Technology("promptfoo", "", (), "tests of prompts, and attacks on them"),
    Technology("Braintrust", "", (), "evaluation sets and judges as a service"),
    Technology(
        "OpenAI", "", ("ChatGPT",), "language models as a service", initials="OA"
    ),
    Technology("Anthropic", "", (), "language models as a service", initials="An"),
    Technology(
        "Mistral", "", ("Mistral AI",), "open and hosted language models", initials="Ms"
    ),
    Technology("Ollama", "", (), "language models on one's own machine", initials="Ol"),
    Technology(
        "NVIDIA NIM", "", ("NIM",), "models in containers of NVIDIA", initials="NI"
    ),
    Technology("LangChain", "", (), "chains of calls to models", initials="LC"),
    Technology("LlamaIndex", "", (), "indexes of documents for models", initials="LI"),
    Technology("Haystack", "", (), "pipelines of search and models", initials="Hs"),
    Technology("CrewAI", "", (), "several agents with roles", initials="CA"),
    Technology("AutoGen", "", (), "agents that talk to each other", initials="AG"),
    Technology("DSPy", "", (), "prompts compiled from examples", initials="DS"),
    Technology("LangSmith", "", (), "traces and tests of chains", initials="Ls"),
    Technology("Guardrails AI", "", (), "checks of what a model says", initials="GA"),
)
