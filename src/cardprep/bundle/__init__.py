"""The package to upload: names, manifest, export, verification."""
