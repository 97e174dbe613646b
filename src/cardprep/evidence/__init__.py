"""Facts about files, found out by an isolated worker process."""
