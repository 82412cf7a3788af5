"""The overview of a system as a script for `diagrams`, boxes and icons placed by dot.

For information: what it costs to draw nine cards and a dozen arrows with the library.
"""

import sys
from pathlib import Path

from diagrams import Cluster, Diagram, Edge
from diagrams.generic.compute import Rack
from diagrams.generic.storage import Storage

PLANES = {
    "Offline": ("Data ingestion", "Feature store", "Training", "Registry"),
    "Online": ("Clients", "Serving", "Monitoring"),
    "Across": ("Experimentation", "Governance"),
}
ARROWS = (
    ("Data ingestion", "Feature store", "events"),
    ("Feature store", "Training", "features"),
    ("Training", "Registry", "model"),
    ("Registry", "Serving", "deploy"),
    ("Feature store", "Serving", "materialise"),
    ("Clients", "Serving", "request"),
    ("Serving", "Clients", "response"),
    ("Serving", "Monitoring", "predictions"),
    ("Serving", "Data ingestion", "log"),
    ("Clients", "Data ingestion", "outcomes"),
    ("Monitoring", "Training", "retrain"),
    ("Experimentation", "Serving", "assignment"),
    ("Registry", "Governance", "audit"),
)


def draw(path: Path) -> None:
    """Write the picture to `path`, without its suffix, as SVG."""
    boxes = {}
    with Diagram("Overview", filename=str(path), show=False, outformat="svg"):
        for plane, names in PLANES.items():
            with Cluster(plane):
                for name in names:
                    kind = Storage if "store" in name else Rack
                    boxes[name] = kind(name)
        for source, target, label in ARROWS:
            edge = Edge(xlabel=label)  # type: ignore[arg-type]  # takes any text
            boxes[source] >> edge >> boxes[target]


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
