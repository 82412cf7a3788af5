"""The figures of a design as a graph: what each is made of, ready to be made anew."""
