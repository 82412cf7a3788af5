"""Where everything in a drawing stands, and which way its wires go."""
