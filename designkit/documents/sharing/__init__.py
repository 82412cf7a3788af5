"""Makes the image that a link to a design shows: what it is in one look."""
