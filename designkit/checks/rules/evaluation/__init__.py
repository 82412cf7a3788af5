"""Rules on how a model is judged, before users and by them."""
