"""Binds the handouts of several designs into one paper."""
