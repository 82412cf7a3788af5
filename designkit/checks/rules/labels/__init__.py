"""Rules on where labels come from, and on what leaks or gets lost on the way."""
