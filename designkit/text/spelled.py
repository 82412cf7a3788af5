"""A number or a truth value that its author spelled in a way of its own."""


class Spelled(str):
    """The text of a scalar, such as ``3.10``, ``007``, ``1e3`` or ``TRUE``.

    `value` is what YAML takes it for. A field that holds a text keeps the text, and a
    field that holds a number takes the value.
    """

    value: int | float | bool

    def __new__(cls, text: str, value: int | float | bool) -> "Spelled":
        """Pair a text with its value."""
        spelled = super().__new__(cls, text)
        spelled.value = value
        return spelled


def as_spelled(value: int | float | bool, text: str) -> int | float | bool | Spelled:
    """Return `value`, with its text where writing the value anew gives another one."""
    anew = str(value).lower() if isinstance(value, bool) else str(value)
    return value if anew == text else Spelled(text, value)


def meant_by(value: object) -> object:
    """Return the number or the truth value of a spelled one, else `value` itself."""
    return value.value if isinstance(value, Spelled) else value
