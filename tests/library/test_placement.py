"""A library goes neither onto a network drive nor into a folder that is synchronised."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest
import store_making as making

from cardprep.library import placement
from cardprep.library.placement import Fault, Unfit, fault_of, is_share, network_mount, sync_service
from cardprep.library.store_errors import UnsuitablePlace

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/li/local ext4 rw 0 0
//srv/share /media/My\\040Share cifs rw 0 0
tmpfs /over tmpfs rw 0 0
user@srv: /over fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/cardprep", ""),
        ("/home/li", "nfs4"),
        ("/home/li/local/library", ""),
        ("/media/My Share/library", "cifs"),
        ("/over/library", "fuse.sshfs"),
        ("/homestead", ""),
    ],
)
def test_a_network_mount_is_known_by_the_table_of_mounts(path, kind):
    assert network_mount(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        (r"\\server\share\library", True),
        (r"\\?\UNC\server\share\library", True),
        (r"\\wsl$\Debian\home", True),
        (r"C:\library", False),
        (r"\\?\C:\library", False),
    ],
)
def test_a_share_is_known_by_its_path(path, is_one):
    assert is_share(PurePosixPath(path)) is is_one


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/li/OneDrive - 南京示例公司/卡", "OneDrive"),
        ("/home/li/Dropbox (Personal)/x", "Dropbox"),
        ("/home/li/Nutstore Files/x", "坚果云"),
        ("/home/li/我的坚果云", "坚果云"),
        ("/home/li/百度云同步盘/x", "百度网盘"),
        ("/home/li/BaiduSyncdisk", "百度网盘"),
        ("/home/li/Library/Mobile Documents/x", "iCloud"),
        ("/home/li/iCloudDrive", "iCloud"),
        ("/home/li/WPS云盘/x", "WPS 云盘"),
        ("/home/li/WPS Cloud Files/x", "WPS 云盘"),
        ("/home/li/BaiduNetdiskDownload", ""),
        ("/home/li/dropboxes", ""),
        ("/home/li/Documents/卡", ""),
    ],
)
def test_a_sync_folder_is_known_by_its_name(path, service):
    assert sync_service(PurePosixPath(path), {}) == service


def test_a_renamed_onedrive_is_known_by_what_it_says_of_itself():
    assert sync_service(PurePosixPath("/d/cloud/x"), {"OneDriveCommercial": "/d/cloud"}) == "OneDrive"


def test_a_moved_dropbox_is_known_by_what_it_says_of_itself(home: Path, tmp_path: Path):
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(json.dumps({"personal": {"path": str(tmp_path)}}))
    assert fault_of(tmp_path / "library") == Fault(Unfit.SYNC_FOLDER, "Dropbox")


def test_a_link_into_a_sync_folder_is_seen_through(tmp_path: Path):
    (tmp_path / "坚果云").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "坚果云", target_is_directory=True)
    assert fault_of(tmp_path / "plain" / "library") == Fault(Unfit.SYNC_FOLDER, "坚果云")


def test_a_library_is_neither_made_nor_opened_in_such_a_place(tmp_path: Path, monkeypatch):
    folder = tmp_path / "library"
    making.created(folder).close()
    monkeypatch.setattr(placement, "_mounts", lambda: "server:/ / nfs4 rw 0 0")
    for attempt in (making.reopened, making.created):
        with pytest.raises(UnsuitablePlace) as refused:
            attempt(folder)
        assert refused.value.values["reason"] == "network-drive"
