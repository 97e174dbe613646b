"""The commands of docs/CASE_FORMAT.md."""
