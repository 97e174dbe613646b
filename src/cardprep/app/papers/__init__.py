"""Turns a case into the ready strings that the papers are printed from."""
