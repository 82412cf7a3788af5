"""The command line, as ``python -m designkit``."""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path and sys.path and __spec__ is not None:
        del sys.path[0]  # the current directory is no place to import from
    from designkit.cli.app import main

    sys.exit(main())
