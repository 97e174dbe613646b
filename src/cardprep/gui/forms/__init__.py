"""Groups of fields that pages are made of."""
