"""What the system gives: folders, resources, settings, locks, durable files."""
