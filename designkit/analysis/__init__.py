"""What can be read off a design: facts, the request path, freshness, retries."""
