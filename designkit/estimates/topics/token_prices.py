"""What language models cost that are billed by the token: a call, a request, a task."""

from collections.abc import Iterator

from designkit.estimates.choosing import criterion, is_known, one_form_of, only_if
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    Criterion,
    FigureInput,
    Lack,
    Option,
    Result,
    Term,
    called,
    counted,
)
from designkit.estimates.formulas.prefix_cache import prefix_hits
from designkit.estimates.formulas.tokens_price import call_price
from designkit.estimates.language import (
    agents_before,
    calls_of,
    is_awaited,
    is_batched,
    models_of,
    one_agent,
    read_by,
    written_by,
)
from designkit.estimates.topic import Chapter, EstimateInputs, mixed, topic
from designkit.model.component import Component
from designkit.model.tokens import TokenPrices
from designkit.quantities.measure import FRACTION, money

MEDIAN = "At the median of the tokens; the mean, which is paid, lies higher."
ONE_PREFIX = (
    "If all calls have the same beginning. Tenants, regions and versions that differ "
    "share the calls, and find it kept less often."
)


@topic(115, "Prices of tokens", Chapter.COST)
def token_prices(sheet: EstimateInputs) -> Iterator[Result]:
    """Add up what models cost that state the price of their tokens."""
    calls = dict[str, Result]()
    for model in models_of(sheet):
        if _prices(model):
            hits = tuple(_prefix(sheet, model))
            yield from hits
            call = _call(sheet, model, hits)
            yield call
            if is_awaited(sheet, model):
                calls[model.id] = call
    if calls:
        yield from _whole(sheet, calls)


def _prices(model: Component) -> TokenPrices | None:
    found = model.attributes.get("price")
    return found if isinstance(found, TokenPrices) else None


def _currency(model: Component) -> str:
    prices = _prices(model)
    each = (prices.input, prices.output) if prices else ()
    return next((price.currency for price in each if price), "")


def _price(sheet: EstimateInputs, model: Component, key: str) -> Term:
    label = f"{key.replace('-', ' ')} price"
    return sheet.stated("components", model.id, "price", key, label=label)


def _beginning(sheet: EstimateInputs, model: Component) -> FigureInput | None:
    """Return the tokens at the beginning of every prompt, where keeping has a price."""
    agent, price = one_agent(sheet, model), _price(sheet, model, "cached-input")
    if agent is None or isinstance(price, Lack):
        return None
    found = sheet.stated("components", agent.id, "system-tokens", label="kept tokens")
    return found if isinstance(found, FigureInput) else None


def _is_kept(sheet: EstimateInputs, model: Component, kept: FigureInput) -> Criterion:
    """Return whether the beginning of a prompt is long enough to be kept."""
    shortest = sheet.stated("components", model.id, "cache-min")
    if isinstance(shortest, Lack):
        return is_known(kept)
    return criterion(_is_long, kept=kept, shortest=shortest)


def _is_long(kept: float, shortest: float) -> float:
    return 1.0 if kept >= shortest else 0.0


def _prefix(sheet: EstimateInputs, model: Component) -> Iterator[Result]:
    """Give the share of calls that find their beginning kept."""
    lifetime = sheet.stated("components", model.id, "cache-ttl", label="lifetime")
    kept = _beginning(sheet, model)
    if isinstance(lifetime, FigureInput) and kept:
        hits = compute(
            FigureEntry(
                f"token-prices.{model.id}.prefix-hits",
                f"{model.title}: calls that find their beginning kept",
                FRACTION,
                note=ONE_PREFIX,
                about=model.id,
            ),
            "1 - e^(-{rate} * {calls} * {lifetime})",
            lambda rate, calls, lifetime: prefix_hits(rate * calls, lifetime),
            rate=sheet.result("traffic.average-qps"),
            calls=calls_of(sheet, model.id),
            lifetime=lifetime,
        )
        yield from only_if(_is_kept(sheet, model, kept), hits)


def _call(sheet: EstimateInputs, model: Component, hits: tuple[Result, ...]) -> Result:
    """Give the price of a call; what is kept is read or written at its own price."""
    entry = FigureEntry(
        f"token-prices.{model.id}.call",
        f"{model.title}: price of a call",
        money(_currency(model)),
        note=MEDIAN,
        about=model.id,
    )
    terms: dict[str, Term] = {
        "read": read_by(sheet, model),
        "written": written_by(sheet, model),
        "input": _price(sheet, model, "input"),
        "output": _price(sheet, model, "output"),
    }
    if loop := _loop(sheet, model):
        return _call_of_loop(entry, terms | loop)
    if is_batched(sheet, model) and model.quantity("batch-discount"):
        return _call_in_batch(sheet, model, entry, terms)
    plain = compute(
        entry,
        "({read} * {input} + {written} * {output}) / 10^6",
        lambda read, written, input, output: call_price(
            read, 0, 0, written, input, 0, 0, output
        ),
        **terms,
    )
    kept = _beginning(sheet, model)
    if not hits or kept is None:
        return plain
    cheaper = _call_with_beginning(sheet, model, entry, terms, kept, hits[0])
    is_kept = _is_kept(sheet, model, kept)
    return one_form_of(Option(cheaper, is_kept), Option(plain))


def _call_with_beginning(
    sheet: EstimateInputs,
    model: Component,
    entry: FigureEntry,
    terms: dict[str, Term],
    kept: FigureInput,
    hits: Result,
) -> Result:
    """Give the price of a call of which the beginning is kept between calls."""
    into = _price(sheet, model, "cache-write")
    return compute(
        entry,
        "(({read} - {kept}) * {input} + {kept} * ({hits} * {cached} + (1 - {hits}) * "
        "{into}) + {written} * {output}) / 10^6",
        _call_price,
        kept=kept,
        hits=called(hits, "hits"),
        cached=_price(sheet, model, "cached-input"),
        into=into if isinstance(into, FigureInput) else terms["input"],
        **terms,
    )


def _call_in_batch(
    sheet: EstimateInputs, model: Component, entry: FigureEntry, terms: dict[str, Term]
) -> Result:
    """Give the price of a call that nobody waits for."""
    return compute(
        entry,
        "({read} * {input} + {written} * {output}) * (1 - {discount}) / 10^6",
        lambda read, written, input, output, discount: (
            call_price(read, 0, 0, written, input, 0, 0, output) * (1 - discount)
        ),
        discount=sheet.stated(
            "components", model.id, "batch-discount", label="discount"
        ),
        **terms,
    )


def _loop(sheet: EstimateInputs, model: Component) -> dict[str, Term]:
    """Return what a loop reads that keeps between calls what it has read, if one is."""
    agent, cached = one_agent(sheet, model), _price(sheet, model, "cached-input")
    is_stated = "input-tokens" in model.attributes
    if agent is None or isinstance(cached, Lack) or is_stated:
        return {}
    into = _price(sheet, model, "cache-write")
    everything, new = (
        sheet.results.get(f"agents.{agent.id}.task-{name}") for name in ("input", "new")
    )
    if everything is None or new is None:
        return {}
    return {
        "everything": called(everything, "tokens of a task"),
        "new": called(new, "new ones"),
        "steps": sheet.stated("components", agent.id, "steps", "p50", label="steps"),
        "cached": cached,
        "into": into
        if isinstance(into, FigureInput)
        else _price(sheet, model, "input"),
    }


def _call_of_loop(entry: FigureEntry, terms: dict[str, Term]) -> Result:
    """Give the price of a call on average: new tokens are kept, the others read."""
    names = ("everything", "new", "steps", "cached", "into", "written", "output")
    return compute(
        entry,
        "({new} * {into} + ({everything} - {new}) * {cached}) / {steps} / 10^6 + "
        "{written} * {output} / 10^6",
        lambda everything, new, steps, cached, into, written, output: call_price(
            0, (everything - new) / steps, new / steps, written, 0, cached, into, output
        ),
        **{name: terms[name] for name in names},
    )


def _call_price(
    read: float,
    written: float,
    input: float,
    output: float,
    kept: float,
    hits: float,
    cached: float,
    into: float,
) -> float:
    begun = min(kept, read)
    return call_price(
        read - begun,
        begun * hits,
        begun * (1 - hits),
        written,
        input,
        cached,
        into,
        output,
    )


def _whole(sheet: EstimateInputs, calls: dict[str, Result]) -> Iterator[Result]:
    """Give the price of a request, and of a task."""
    currency = _currency(sheet.design.components[next(iter(calls))])
    terms = dict[str, Term]()
    for number, (id, call) in enumerate(calls.items()):
        terms[f"calls_{number}"] = calls_of(sheet, id)
        terms[f"price_{number}"] = called(call, f"price of a call of {id}")
    if lack := mixed(*calls.values()):
        terms = {"none": lack}
    request = compute(
        FigureEntry(
            "token-prices.request", "Price of the tokens of a request", money(currency)
        ),
        " + ".join(f"{{calls_{n}}} * {{price_{n}}}" for n in range(len(calls))),
        lambda **known: sum(
            known[f"calls_{n}"] * known[f"price_{n}"] for n in range(len(known) // 2)
        ),
        **terms,
    )
    yield request
    yield from _task(sheet, request, currency)


def _task(sheet: EstimateInputs, request: Result, currency: str) -> Iterator[Result]:
    """Give the price of a task, if it is said what a task is, beside its promises."""
    turns = sheet.stated("workload", "turns-per-task")
    promised = sheet.stated("objectives", "cost-per-task", label="promised cost")
    success = sheet.stated("objectives", "cost-per-success", label="promised cost")
    if all(isinstance(it, Lack) for it in (turns, promised, success)):
        return
    if isinstance(turns, Lack) and _is_loop(sheet):
        turns = counted("workload.turns-per-task", "requests", 1, "one for each task")
    task = compute(
        FigureEntry(
            "token-prices.task", "Price of the tokens of a task", money(currency)
        ),
        "{turns} * {request}",
        lambda turns, request: turns * request,
        turns=turns,
        request=called(request, "price of a request"),
    )
    yield task
    yield from _share(task, promised, "task")
    if isinstance(success, FigureInput):
        each = compute(
            FigureEntry(
                "token-prices.success",
                "Price of the tokens for each task that succeeds",
                money(currency),
            ),
            "{task} / {success}",
            _each_success,
            task=called(task, "price of a task"),
            success=sheet.stated("objectives", "task-success"),
        )
        yield each
        yield from _share(each, success, "success")


def _each_success(task: float, success: float) -> float:
    return task / success


def _is_loop(sheet: EstimateInputs) -> bool:
    """Whether an agent with steps answers requests: a request is then a task."""
    return any(
        "steps" in agent.attributes
        for model in models_of(sheet)
        for agent in agents_before(sheet, model)
    )


def _share(cost: Result, promise: Term, what: str) -> Iterator[Result]:
    if isinstance(promise, FigureInput):
        yield compute(
            FigureEntry(
                f"token-prices.{what}-share",
                f"Part of the promised cost of a {what} that tokens take",
                FRACTION,
            ),
            "{cost} / {promise}",
            lambda cost, promise: cost / promise,
            cost=called(cost, f"price of a {what}"),
            promise=mixed(cost, promise) or promise,
        )
