"""Each construct of Python that formulas use, as the page computes it."""

import pytest

from designkit.estimates.translation.table import entry
from tests.estimates.translation.sketched import Sketch, sketch

__all__ = ("sketch",)

HEAD = """
import math
from math import erfc, isclose
from statistics import NormalDist
from designkit.quantities.bounds import finite

LIMIT = 1e60
HOUR = 3_600
NORMAL = NormalDist()
SCALES = ((1e12, "T"), (0.1, "M"))
NAMES = {"x": 1.0}
TEXT = "a < b"


"""
CASES = {
    "parameters": (
        """
def f(a, b=2.0, *, c=LIMIT):
    return a - (b - c)
""",
        "(a, b = 2, c = 1e+60) => a - (b - c)",
    ),
    "division": (
        """
def f(a, b):
    return a / b + a / 2 + a / HOUR
""",
        "(a, b) => R.div(a, b) + a / 2 + a / 3600",
    ),
    "remainder": (
        """
def f(a, b):
    return a // b % 7 + a**2
""",
        "(a, b) => R.mod(R.floordiv(a, b), 7) + R.pow(a, 2)",
    ),
    "sign": (
        """
def f(a, b):
    return -(a + b) * (a - b)
""",
        "(a, b) => -(a + b) * (a - b)",
    ),
    "power": (
        """
def f(a):
    return -(a**2)
""",
        "(a) => -R.pow(a, 2)",
    ),
    "chain": (
        """
def f(a, b):
    return 0 <= a < b != 3
""",
        "(a, b) => 0 <= a && a < b && b !== 3",
    ),
    "condition": (
        """
def f(a, b):
    if not a or (a > 1 and b):
        return a
    return b
""",
        "(a, b) => { if (!R.truth(a) || a > 1 && R.truth(b)) { return a; } return b; }",
    ),
    "choice": (
        """
def f(a):
    return 1.0 if a else math.inf
""",
        "(a) => R.truth(a) ? 1 : Infinity",
    ),
    "reserved": (
        """
def f(new, default):
    return new + default
""",
        "(new_, default_) => new_ + default_",
    ),
    "refusal": (
        """
def f(a):
    if a < 0:
        raise ValueError(f'below 0: {a:.3g}, not `{a:,.0f}`')
    elif a > 9:
        b = 1
    else:
        b = 2
    return b
""",
        "(a) => { let b; if (a < 0) { R.refuse(`below 0: ${R.format(a, `.3g`)}, not \\`${R.format(a, `,.0f`)}\\``); } else { if (a > 9) { b = 1; } else { b = 2; } } return b; }",
    ),
    "while_loop": (
        """
def f(a):
    low, high = 0.0, a
    while high - low > 1:
        low += 1
    return low
""",
        "(a) => { let low, high; [low, high] = [0, a]; while (high - low > 1) { low = low + 1; } return low; }",
    ),
    "counted_loop": (
        """
def f(a):
    total = 0.0
    for number in range(1, int(a) + 1):
        if not number:
            continue
        total += number
        if total > a:
            break
    return total
""",
        "(a) => { let total, number; total = 0; for (let number$ = 1, number$end = R.int(a) + 1; number$ < number$end; number$ += 1) { number = number$; if (!R.truth(number)) { continue; } total = total + number; if (total > a) { break; } } return total; }",
    ),
    "items": (
        """
def f(a, **terms):
    for name, value in terms.items():
        a += value if name.startswith('b') else 0
    return a
""",
        '(a, terms) => { let name, value; for ([name, value] of Object.entries(terms)) { a = a + (name.startsWith("b") ? value : 0); } return a; }',
    ),
    "walrus": (
        """
def f(a):
    while a < (b := a * 2) < 9:
        a = b
    return a
""",
        "(a) => { let b; while (a < (b = a * 2) && b < 9) { a = b; } return a; }",
    ),
    "zip_and_filter": (
        """
def f(items):
    return sum(a * b for a, b in zip(items, items, strict=True) if a > b)
""",
        "(items) => R.sum(R.zip(items, items).filter(([a, b]) => a > b).map(([a, b]) => a * b))",
    ),
    "lists": (
        """
def f(items):
    return [*items, [it for it in items if it], len(items), items[-1], items[0], items[1:]]
""",
        "(items) => [...items, R.list(items).filter((it) => R.truth(it)), R.len(items), items.at(-1), items[0], items.slice(1)]",
    ),
    "all_and_any": (
        """
def f(items):
    return all(0 < it < 1 for it in items) and any(it for it in items)
""",
        "(items) => R.list(items).every((it) => 0 < it && it < 1) && R.list(items).some((it) => R.truth(it))",
    ),
    "extremes": (
        """
def f(items):
    return max(items) + max(0.0, items[0]) + sum(map(g, items))

def g(a):
    return a
""",
        "(items) => R.most(items) + Math.max(0, items[0]) + R.sum(R.list(items).map(sketch$g))",
    ),
    "dictionary": (
        """
def f(**terms):
    return {name: it for name, it in terms.items() if it != 2}
""",
        "(terms) => Object.fromEntries(Object.entries(terms).filter(([name, it]) => it !== 2).map(([name, it]) => [name, it]))",
    ),
    "places": (
        """
def f(a):
    return g(a, c=3) + h(b=a, a=1) + h(a)

def g(a, **rest):
    return a

def h(a, b=1, c=2):
    return a
""",
        "(a) => sketch$g(a, {c: 3}) + sketch$h(1, a) + sketch$h(a)",
    ),
    "spread": (
        """
def f(**v):
    return g(v['x'], **v) + h(1, **v)

def g(a, **rest):
    return a

def h(a, b=1):
    return a
""",
        '(v) => sketch$g(v["x"], {...v}) + sketch$h(1, v.b)',
    ),
    "constants": (
        """
def f(a):
    return (SCALES, NAMES['x'], TEXT, NAMES.get('y', 0.0), 'x' in NAMES)
""",
        '(a) => [[[1000000000000, "T"], [0.1, "M"]], {"x": 1}["x"], "a \\u003c b", R.get({"x": 1}, "y", 0), R.has({"x": 1}, "x")]',
    ),
    "float_of": (
        """
def f(a):
    return float('inf') if a else float(a > 1)
""",
        "(a) => R.truth(a) ? Infinity : Number(a > 1)",
    ),
    "library": (
        """
def f(a):
    return math.exp(a) + erfc(a) + NormalDist().inv_cdf(a) + NORMAL.inv_cdf(a) + isclose(a, 1, abs_tol=0.1)
""",
        "(a) => R.exp(a) + R.erfc(a) + R.normal.inv_cdf(a) + R.normal.inv_cdf(a) + R.isclose(a, 1, undefined, 0.1)",
    ),
    "callbacks": (
        """
def f(a, function):
    return function(a) + g(lambda b: b * a)

def g(function):
    return function(1)
""",
        "(a, function_) => function_(a) + sketch$g((b) => b * a)",
    ),
    "finite": (
        """
@finite
def f(a):
    return a
""",
        "R.finite((a) => a)",
    ),
    "caught": (
        """
def f(a):
    try:
        return g(a)
    except ValueError:
        return 0.0

def g(a):
    return a
""",
        "(a) => { try { return sketch$g(a); } catch (error$) { if (!(error$ instanceof R.ValueError)) throw error$; return 0; } }",
    ),
    "generator": (
        """
def f(items):
    for it in items:
        yield it
""",
        "function* (items) { let it; for (it of R.list(items)) { yield it; } }",
    ),
    "formats": (
        """
def f(a):
    text = f'{a:.{round(a)}f}'
    return (text.rstrip('0').rstrip('.') if '.' in text else text) + '%'
""",
        '(a) => { const text = `${R.format(a, `.${R.str(R.round(a))}f`)}`; return (R.has(text, ".") ? R.rstrip(R.rstrip(text, "0"), ".") : text) + "%"; }',
    ),
    "texts": (
        """
def f(a):
    return ', '.join(f'{it}' for it in a).replace('</x', '${').removeprefix('b')
""",
        '(a) => R.removePrefix(R.list(R.list(a).map((it) => `${R.str(it)}`)).join(", ").split("\\u003c/x").join("${"), "b")',
    ),
    "deleted": (
        '''
def f(a):
    del a
    """Nothing."""
    first, rest = (1, 2)
    return first
''',
        "(a) => { const [first, rest] = [1, 2]; return first; }",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construct_is_written_as(name: str, sketch: Sketch) -> None:
    python, javascript = CASES[name]
    sketch(HEAD + python)

    assert entry("sketch:f").js == javascript
