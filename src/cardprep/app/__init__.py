"""What a user can do, one module a verb; command line and window both call these."""
