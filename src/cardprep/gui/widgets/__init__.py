"""The building blocks of the window."""
