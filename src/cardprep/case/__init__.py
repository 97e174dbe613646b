"""The application as values: model, facts, findings, edits, the JSON form."""
