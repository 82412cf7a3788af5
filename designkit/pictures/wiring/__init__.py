"""How wires are drawn: where they part, where they cross, and the strokes of each."""
