"""`designkit serve`: pages of designs in a browser, made anew when a file changes."""
