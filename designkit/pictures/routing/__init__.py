"""Routes of arrows: square wires around cards, as few crossings as can be had."""
