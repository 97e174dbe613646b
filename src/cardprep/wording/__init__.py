"""The sentences for findings, errors and papers, by code, in each language."""
