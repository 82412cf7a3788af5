"""A design's request path at its peak, simulated as a network of queues."""
