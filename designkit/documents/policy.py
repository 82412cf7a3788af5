"""The policy of a page: how it allows the script and the style that it brings."""

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup


def source_of(code: str) -> Markup:
    """Return how a policy allows an inline script or style: by its digest."""
    digest = b64encode(sha256(code.encode()).digest()).decode()
    return Markup(f"'sha256-{digest}'")  # nothing in a digest has to be escaped
