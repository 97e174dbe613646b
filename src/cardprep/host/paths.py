"""The folders the system gives a program of one user."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "cardprep"


def settings_file() -> Path:
    """Where the settings stand."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.json"


def library_folder() -> Path:
    """Where the library is, unless the person chose another place."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "library"


def log_file() -> Path:
    """Where the log stands."""
    return platformdirs.user_log_path(_NAME, appauthor=False) / "cardprep.log"


def scans_folder() -> Path:
    """Where a person most likely has her scans: the first of her usual folders that is there."""
    usual = (documents_folder(), platformdirs.user_desktop_path(), platformdirs.user_pictures_path())
    return next((folder for folder in usual if folder.is_dir()), Path.home())


def documents_folder() -> Path:
    """Where a person keeps her documents."""
    return platformdirs.user_documents_path()
