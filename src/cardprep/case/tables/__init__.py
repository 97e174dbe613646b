"""Lists of operators and firms that come from Excel, WPS or the clipboard, turned into proposals."""
