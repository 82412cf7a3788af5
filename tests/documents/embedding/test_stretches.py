"""Comments of a page are those that a reader of it does not see."""

import time

import pytest
from inline_snapshot import snapshot

from designkit.documents.embedding.stretches import Comment, comments, line_ends

PAGE = """\
<!-- first -->
Text <!-- second --> and `<!-- code -->` and \\<!-- escaped --> x.
`` ` <!-- code, too --> `` but ` <!-- third -->

```md
<!-- fenced -->
```

~~~
<!-- fenced as well -->
~~~

    <!-- indented -->

- > <!-- fourth
  > goes on -->

| a | b |
| - | - |
| ` <!-- fifth --> | x |
| <!-- sixth --> ` | x |

<details>
<!-- seventh ` --> `
</details>
"""


def said(text: str) -> list[tuple[str, bool]]:
    return [(" ".join(it.said.split()), it.is_in_html) for it in comments(text)]


def test_what_stands_in_code_is_no_comment() -> None:
    assert said(PAGE) == snapshot(
        [
            ("first", True),
            ("second", False),
            ("third", False),
            ("fourth > goes on", True),
            ("fifth", False),
            ("sixth", False),
            ("seventh `", True),
        ]
    )


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_lines_may_end_in_any_way(newline: str) -> None:
    assert said(PAGE.replace("\n", newline)) == said(PAGE)


def test_a_comment_knows_its_place() -> None:
    assert list(comments("a <!--b-->")) == [Comment("b", 2, 10, False)]


def test_a_line_ends_behind_its_break() -> None:
    assert line_ends("a\r\nb\rc\n\nd") == (3, 5, 7, 8, 9)
    assert line_ends("") == ()


def test_many_comments_that_never_end_take_no_time() -> None:
    started = time.perf_counter()

    assert list(comments("x " + "<!-- ` " * 20_000)) == []
    assert time.perf_counter() - started < 10
