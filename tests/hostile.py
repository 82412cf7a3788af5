"""Texts that would break out of a careless output format, each with a short name."""

import pytest

from tests.sampled import sampled

HOSTILE: tuple[tuple[str, str], ...] = (
    ("html", "<b onmouseover=alert(1)>bold</b> <img src=x onerror=alert(1)>"),
    ("script", "<script>alert(1)</script>"),
    ("script-in-caps", "</SCRIPT><SVG ONLOAD=alert(1)>"),
    ("comment", "<!-- hidden --> <![CDATA[ x ]]> <?php x ?>"),
    ("entities", "&lt;script&gt; &#60;b&#62; &amp;amp; &unknown;"),
    ("quotes", """say "x" and 'y' and `z`"""),
    ("dot", 'x"]; node [label="y" URL="javascript:alert(1)"]; //'),
    ("dot-html-label", "<<table><tr><td>x</td></tr></table>>"),
    ("dot-escapes", r"\N \G \l \" \\"),
    (
        "typst",
        '#panic("x") #import "/a.typ": * #read("/a") @ref <label> $x$ \\u{41} // y /* z',
    ),
    ("mermaid", 'x"] --> y["z"; click x call alert(1); %%{init: {}}%%'),
    ("mermaid-keywords", "end subgraph graph TD classDef style"),
    ("svg", "</text><foreignObject><body/></foreignObject><text>"),
    ("d2", "x: |md y | {shape: image; link: javascript:alert(1)} # z"),
    ("csv-formula", '=HYPERLINK("http://evil.example","x")'),
    ("csv-formula-at", "@SUM(1+1)*cmd|' /C calc'!A0"),
    ("csv-formula-plus", "+1+1\t-2,3;4"),
    ("ansi", "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07"),
    ("bidi", "safe \u202egnp.exe\u202c \u2066x\u2069"),
    ("control", "a\x00b\x07c\x08d\x0be\x0cf\x7fg\x85h"),
    ("surrogate", "half \ud800 a pair"),
    ("line-breaks", "one\ntwo\r\nthree\rfour\u2028five\u2029six"),
    ("zero-width", "a\u200bb\u200cc\u200dd\ufeffe\u00ade"),
    ("template", "{{ 7 * 7 }} {% for x in y %} {# z #} ${x} #{x} <%= x %>"),
    ("format", "%s %(x)d {0} {x!r}"),
    ("image", "![alt](https://evil.example/x.png) ![x][y]"),
    (
        "link",
        "[click](javascript:alert(1)) <javascript:alert(1)> [x](data:text/html,y)",
    ),
    ("link-definition", "[x]: javascript:alert(1)"),
    ("nested-link", "[[x](https://a.example)](javascript:alert(1))"),
    ("table", "a | b || c \\| d `e|f` `g\\|h`"),
    ("table-rows", "a |\n| --- | --- |\n| b | c |"),
    ("fence", "```\ncode\n``` ~~~ `open"),
    ("heading", "# heading\n## another\n==="),
    ("rule", "---\n***\n___"),
    ("list", "- item\n1. one\n+ two\n* three\n- [ ] task"),
    ("quote", "> quoted\n>> twice"),
    ("indented", "    code\n\tcode"),
    ("emphasis", "*a **b _c __d ~~e~~ f* g** h_"),
    ("backslashes", "C:\\new\\table\\ \\"),
    ("maths", "$x$ $$y$$ \\(z\\)"),
    ("emoji", "👩\u200d🔬 ﷽ ß e\u0301"),
    ("huge", "<|`*[ " * 1_000),
)
"""Names and texts; every output format is tried with all of them."""

every_hostile_text = pytest.mark.parametrize(
    "text", [pytest.param(text, id=name) for name, text in HOSTILE]
)
"""Runs a test once with each hostile text."""

some_hostile_texts = sampled("text", dict(HOSTILE), 3)
"""Runs a test with every third of them, and with all where there is time."""
