"""What a user can do with the encrypted library, a verb a module."""
