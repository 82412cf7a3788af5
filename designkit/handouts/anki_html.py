"""Texts of cards as Anki shows them: HTML, in which nothing but ours is markup."""

from designkit.text.markdown_html import to_html

MARKS = str.maketrans({"[": "&#91;", "{": "&#123;"})
"""What opens sounds, LaTeX and gaps in Anki, which looks for it as it is written."""

FORMULAS = ("\\(", "\\&#91;")
"""What opens a formula, which the browser inside Anki looks for in what it shows."""

NO_FORMULA = '<span class="tex2jax_ignore">\\</span>'


def anki_html(text: str) -> str:
    """Return inline Markdown and tables as HTML without anything that Anki acts on."""
    html = to_html(text).translate(MARKS)
    for sign in FORMULAS:
        html = html.replace(sign, NO_FORMULA + sign[1:])
    return html
