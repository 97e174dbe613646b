"""The identifiers of the form (DESIGN §5): one module each, pure functions from text to a `Verdict`."""
