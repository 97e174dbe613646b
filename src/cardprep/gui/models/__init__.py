"""What lists show, read-only over the case."""
