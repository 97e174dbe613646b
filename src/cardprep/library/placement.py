"""Whether a folder is a place for a database: not on a network drive, not in a folder that is synchronised.

A network file system loses locks and reorders writes; a sync program copies half-written files about and
puts "conflicted copies" beside them. Both end in a damaged library, and carry identity papers elsewhere.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath

from cardprep.library.store_errors import UnsuitablePlace

NETWORK_FILE_SYSTEMS = frozenset(
    (
        *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre"),
        *("ncpfs", "nfs", "nfs4", "orangefs", "prl_fs", "smb", "smb2", "smb3", "smbfs", "vboxsf", "vmhgfs"),
        *("webdav", "fuse.ceph", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone"),
        *("fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse"),
    )
)

# As the programs name their folders; a download folder (BaiduNetdiskDownload) is not synchronised.
_SYNC_NAMES = (
    ("OneDrive", re.compile(r"onedrive(?: ?- ?.+)?")),
    ("Dropbox", re.compile(r"dropbox(?: \(.+\))?")),
    ("坚果云", re.compile(r"nutstore(?: files)?|我的坚果云|坚果云")),
    ("百度网盘", re.compile(r"baidu(?:netdisk|syncdisk|yunpan|yun)|百度(?:网盘|云|云同步盘|网盘同步空间)")),
    ("iCloud", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs|iclouddrive")),
    ("WPS 云盘", re.compile(r"wps ?云盘|wps ?网盘|wps ?drive|wps cloud files|wpsdrive")),
    ("Google Drive", re.compile(r"google ?drive|googledrivefs|my drive|我的云端硬盘")),
    ("阿里云盘", re.compile(r"阿里云盘|adrive|alipan")),
    ("腾讯微云", re.compile(r"微云(?:同步助手)?|weiyun")),
    ("Nextcloud", re.compile(r"nextcloud|owncloud")),
    ("Seafile", re.compile(r"seafile|seadrive")),
)
_MARKERS = ((".dropbox", "Dropbox"), (".stfolder", "Syncthing"), (".nutstore", "坚果云"))
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
_OCTAL = re.compile(r"\\([0-7]{3})")


class Unfit(StrEnum):
    """Why a place will not do."""

    NETWORK_DRIVE = "network-drive"
    SYNC_FOLDER = "sync-folder"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a place will not do, and by which file system or service."""

    reason: Unfit
    service: str


def refuse_unsuitable(folder: Path) -> None:
    """Raise UnsuitablePlace where a library would come to harm."""
    fault = fault_of(folder)
    if fault is not None:
        raise UnsuitablePlace(found=folder.name, reason=fault.reason, service=fault.service)


def fault_of(folder: Path) -> Fault | None:
    """What speaks against the folder (which need not exist yet), or None."""
    places = tuple(dict.fromkeys((folder.absolute(), folder.resolve())))
    for place in places:
        fault = _network_fault(place) or _sync_fault(place)
        if fault is not None:
            return fault
    return None


def _network_fault(folder: Path) -> Fault | None:
    service = _remote_drive(folder) if sys.platform == "win32" else network_mount(folder, _mounts())
    return Fault(Unfit.NETWORK_DRIVE, service) if service else None


def _sync_fault(folder: Path) -> Fault | None:
    service = sync_service(folder, os.environ) or _marked(folder)
    return Fault(Unfit.SYNC_FOLDER, service) if service else None


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def network_mount(folder: PurePath, mounts: str) -> str:
    """The kind of network file system that `folder` lies on by a table like /proc/self/mounts, or ""."""
    best, kind = -1, ""
    for point, found in _mount_points(mounts):
        # Of two mounts at one place the later one covers the earlier.
        if folder.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), found
    return kind if kind in NETWORK_FILE_SYSTEMS else ""


def _mount_points(mounts: str) -> Iterator[tuple[PurePath, str]]:
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) > 2:
            yield PurePath(_OCTAL.sub(lambda m: chr(int(m[1], 8)), parts[1])), parts[2]


def is_share(folder: PurePath) -> bool:
    r"""Whether it is a path to another computer: `\\server\share`, also as `\\?\UNC\server\share`."""
    drive = PureWindowsPath(folder).drive
    if drive.upper().startswith("\\\\?\\"):
        return drive.upper().startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\") and not drive.startswith("\\\\.\\")


def _remote_drive(folder: Path) -> str:
    if is_share(folder):
        return "SMB"
    if sys.platform != "win32":
        return ""
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
    return "SMB" if kind == _REMOTE_DRIVE else ""


def sync_service(folder: PurePath, environment: Mapping[str, str]) -> str:
    """The sync service whose folder `folder` lies in, by names and by what the service says of itself."""
    roots = [environment[name] for name in _VARIABLES if environment.get(name)]
    if any(folder.is_relative_to(root) for root in roots):
        return "OneDrive"
    for part in folder.parts:
        for service, names in _SYNC_NAMES:
            if names.fullmatch(part.casefold()):
                return service
    return ""


def _marked(folder: Path) -> str:
    for place in (folder, *folder.parents):
        for marker, service in _MARKERS:
            # In a home the marker is the program's own settings, not the mark of a synchronised folder.
            if place != Path.home() and _exists(place / marker):
                return service
    return "Dropbox" if any(folder.is_relative_to(root) for root in _dropbox_roots()) else ""


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _dropbox_roots() -> Iterable[str]:
    """Where Dropbox says that its folders are (`info.json`, as its own help describes it)."""
    homes = [Path.home() / ".dropbox"]
    homes += [Path(os.environ[v]) / "Dropbox" for v in ("APPDATA", "LOCALAPPDATA") if os.environ.get(v)]
    for home in homes:
        try:
            document = json.loads((home / "info.json").read_text("utf-8"))
        except (OSError, ValueError):
            continue
        accounts = document.values() if isinstance(document, dict) else ()
        yield from (a["path"] for a in accounts if isinstance(a, dict) and isinstance(a.get("path"), str))
