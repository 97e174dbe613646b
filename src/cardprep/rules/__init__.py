"""The rule pack and what each rule says of a case: pure functions."""
