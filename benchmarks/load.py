"""Loads the designs in the files that are named; fails when one does not load."""

import gc
import sys
from pathlib import Path

from designkit.source.loader import load_file

if __name__ == "__main__":
    gc.set_threshold(1_000_000)  # as the command line does
    for name in sys.argv[1:]:
        if load_file(Path(name)).design is None:
            sys.exit(f"{name} does not load")
