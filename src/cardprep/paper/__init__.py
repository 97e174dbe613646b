"""The papers to print: checklist, confirmation sheet, mail-delegation letter."""
