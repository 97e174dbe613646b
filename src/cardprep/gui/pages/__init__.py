"""The screens of the wizard and the start page."""
