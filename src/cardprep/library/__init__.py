"""The encrypted home of firms, people and applications: keys, records, sealed files."""
