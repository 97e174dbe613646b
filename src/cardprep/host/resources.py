"""The one way to the files that ship with the program: rule packs, wording, fonts, icons, translations."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent.parent


def _roots(kind: str) -> tuple[Path, ...]:
    """Inside the package when installed or frozen; beside `src/` in a source tree."""
    source = _PACKAGE.parent.parent
    tree = {"resources": source / "resources", "i18n": source / "build" / "qm"}
    inside = _PACKAGE / kind
    return (tree[kind],) if (source / "pyproject.toml").is_file() and not inside.is_dir() else (inside,)


def resource_path(name: str, kind: str = "resources") -> Path:
    """The path of the shipped file or folder `name` (forward slashes, relative, without `..`).

    Raises:
        FileNotFoundError: the installation lacks it.
        ValueError: `name` would lead outside.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise ValueError(name)
    for root in _roots(kind):
        path = root.joinpath(*relative.parts)
        if path.exists():
            return path
    raise FileNotFoundError(name)


def read_text(name: str) -> str:
    """The UTF-8 text of a shipped file."""
    return resource_path(name).read_text("utf-8")


def read_bytes(name: str) -> bytes:
    """The bytes of a shipped file."""
    return resource_path(name).read_bytes()
