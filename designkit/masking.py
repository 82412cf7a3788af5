"""Takes names, technologies, flows or numbers out of a picture."""
