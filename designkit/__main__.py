"""The command line, as ``python -m designkit`` and as the program ``designkit``."""

import sys

INTERRUPTED = 130


def run() -> int:
    """Run the command line; Ctrl-C ends it silently, even during imports."""
    try:
        from designkit.cli.app import main

        return main()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    if not sys.flags.safe_path and sys.path and __spec__ is not None:
        del sys.path[0]  # the current directory is no place to import from
    sys.exit(run())
