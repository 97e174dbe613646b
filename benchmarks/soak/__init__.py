"""`python3 dev.py soak`: the reliability of the encrypted library, measured (docs/RELIABILITY.md)."""
