"""How strong the checks are: what shows of all that is changed in good designs."""
