"""The command line, as ``python -m designkit``."""

import sys

from designkit.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
