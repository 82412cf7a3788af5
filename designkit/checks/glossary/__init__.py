"""The words of designs that are no rules, each with what it means."""
