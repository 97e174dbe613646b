"""The worker's own side: the only code that decodes a file."""
