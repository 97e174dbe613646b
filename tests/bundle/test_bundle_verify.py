"""Whatever is done to a bundle is found; only the very same content passes."""

from __future__ import annotations

import json
import random

import pytest

from cardprep.app.errors import FileUnreadable
from cardprep.app.verifying import verify_bundle
from cardprep.bundle.errors import NotABundle
from cardprep.bundle.manifest import FileEntry, content_digest, manifest_bytes
from making import bundles, cases, folders

SEED = 20261123


@pytest.fixture(scope="module")
def made(tmp_path_factory, worker):
    """A validated bundle by mail, all kinds of entries in it."""
    told = folders.document(cases.complete(1, mail=True))
    return bundles.export(tmp_path_factory.mktemp("verify"), worker, told).bundle


@pytest.fixture
def content(made):
    return bundles.entries(made)


@pytest.fixture
def codes(tmp_path, worker):
    """The problems of a bundle of these bytes, or the name of the error."""

    def look(data: bytes) -> list[tuple[str, str]] | str:
        bundle = tmp_path / "b.zip"
        bundle.write_bytes(data)
        try:
            verification = verify_bundle(bundle, worker)
        except NotABundle as error:
            return error.code
        assert verification.ok is not bool(verification.problems)
        return [(problem.code, problem.file) for problem in verification.problems]

    return look


def names(made):
    return list(bundles.entries(made))


def test_the_bundle_itself_passes(made, worker):
    verification = verify_bundle(made, worker)
    assert (verification.ok, verification.draft, verification.problems) == (True, False, ())


def test_the_same_content_in_another_zip_passes(content, codes):
    assert codes(bundles.rewritten(content)) == []
    assert codes(bundles.rewritten(dict(reversed(content.items())))) == []


@pytest.mark.parametrize("at", [0, 0.5, 1.0])
def test_a_changed_byte_in_any_entry_is_found(content, codes, at):
    for name, data in content.items():
        changed = bytearray(data)
        place = min(int(at * len(data)), len(data) - 1)
        changed[place] ^= 0x01
        found = codes(bundles.rewritten(content | {name: bytes(changed)}))
        wanted = "bundle-bad-manifest" if name == "manifest.json" else "bundle-changed-file"
        assert (wanted, name) in found


@pytest.mark.parametrize(
    "change", [lambda data: data + b"\n", lambda data: data[:-1], lambda data: b" " + data]
)
def test_a_byte_more_or_less_in_any_entry_is_found(content, codes, change):
    for name, data in content.items():
        assert codes(bundles.rewritten(content | {name: change(data)}))


def test_an_entry_that_is_gone_is_found(content, codes):
    for name in content:
        found = codes(bundles.rewritten({other: data for other, data in content.items() if other != name}))
        assert (
            "bundle-missing-manifest" if name == "manifest.json" else "bundle-missing-file",
            name,
        ) in found


@pytest.mark.parametrize(
    "name", ["extra.jpg", "01-单位信息/extra.jpg", "05-打印件/extra.pdf", "Case.json.bak"]
)
def test_an_entry_too_many_is_found(content, codes, name):
    assert codes(bundles.rewritten(content | {name: b"x"})) == [("bundle-extra-file", name)]


def test_a_renamed_entry_is_found(content, codes):
    for name in content:
        moved = {("renamed.jpg" if other == name else other): data for other, data in content.items()}
        assert codes(bundles.rewritten(moved))


def test_two_entries_that_changed_places_are_found(content, codes):
    first, second = (name for name in content if name.endswith("身份证明材料.jpg"))
    swapped = content | {first: content[second], second: content[first]}
    assert [code for code, _ in codes(bundles.rewritten(swapped))].count("bundle-changed-file") == 2


EDITS = {
    "draft": lambda told: told | {"draft": True},
    "date": lambda told: told | {"date": "2026-11-24"},
    "digest": lambda told: told | {"digest": "0" * 64},
    "findings": lambda told: told | {"findings": []},
    "cards": lambda told: told | {"cards": {}},
    "acknowledged": lambda told: told | {"acknowledged": [{"rule": "x"}]},
    "left_out": lambda told: told | {"left_out": [{}]},
    "program": lambda told: told | {"program": {"name": "other", "version": "9"}},
    "format": lambda told: told | {"format": "cardprep-bundle/2"},
    "files": lambda told: told | {"files": told["files"][1:]},
    "files that are none": lambda told: told | {"files": {}},
    "a file without a size": lambda told: told | {"files": [{"path": "case.json", "sha256": "0"}]},
    "self": lambda told: told | {"self": "0" * 64},
    "a key more": lambda told: told | {"note": ""},
    "a key less": lambda told: {key: value for key, value in told.items() if key != "cards"},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_manifest_is_found(content, codes, edit):
    told = edit(json.loads(content["manifest.json"]))
    data = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    assert codes(bundles.rewritten(content | {"manifest.json": data})) == [
        ("bundle-bad-manifest", "manifest.json")
    ]


def test_a_manifest_that_is_only_laid_out_differently_is_found(content, codes):
    told = json.loads(content["manifest.json"])
    compact = json.dumps(told, ensure_ascii=False).encode()
    assert codes(bundles.rewritten(content | {"manifest.json": compact}))


def test_a_key_that_stands_twice_in_the_manifest_is_found(content, codes):
    text = content["manifest.json"].decode()
    twice = text.replace(' "draft": false,', ' "draft": true,\n "draft": false,')
    assert twice != text
    assert codes(bundles.rewritten(content | {"manifest.json": twice.encode()}))


def forged(content, files, **told):
    """The content with a manifest that agrees with itself."""
    document = json.loads(content["manifest.json"]) | told
    kept = {key: value for key, value in document.items() if key not in ("format", "files", "self")}
    listed = [FileEntry(entry["path"], entry["sha256"], entry["size"]) for entry in files]
    return bundles.rewritten(content | {"manifest.json": manifest_bytes(kept, listed)})


@pytest.mark.parametrize(
    "change", [{"size": 1}, {"size": -1}, {"sha256": "0" * 64}, {"path": "../case.json"}]
)
def test_a_manifest_that_agrees_with_itself_but_not_with_the_files(content, codes, change):
    files = json.loads(content["manifest.json"])["files"]
    assert codes(forged(content, [files[0] | change, *files[1:]]))


def test_a_forged_digest_is_found(content, codes):
    files = json.loads(content["manifest.json"])["files"]
    assert codes(forged(content, files, digest="0" * 64)) == [("bundle-digest", "case.json")]


def with_case(content, data: bytes):
    """The bundle with another case.json, and a manifest that vouches for it."""
    import hashlib

    told = json.loads(content["manifest.json"])
    entry = {"path": "case.json", "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    listed = [entry if file["path"] == "case.json" else file for file in told["files"]]
    attached = [FileEntry(**file) for file in told["files"] if file["path"][:2] in ("01", "02", "03", "04")]
    return forged(content | {"case.json": data}, listed, digest=content_digest(data, attached))


def test_a_case_that_is_none_is_found_whatever_the_manifest_says(content, codes):
    assert codes(with_case(content, b"{}")) == [("bundle-bad-case", "case.json")]
    assert codes(with_case(content, b"\xff")) == [("bundle-bad-case", "case.json")]


def test_a_case_that_names_a_file_that_is_not_there_is_found(content, codes):
    told = json.loads(content["case.json"])
    told["attachments"][0]["file"] = "01-单位信息/absent.jpg"
    found = codes(with_case(content, json.dumps(told).encode()))
    assert ("bundle-case-file", "01-单位信息/absent.jpg") in found


def test_a_bundle_that_is_cut_never_passes(made, codes):
    data = made.read_bytes()
    for share in (0, 0.001, 0.1, 0.5, 0.9, 0.99):
        assert codes(data[: int(len(data) * share)])
    assert codes(data[:-1])
    assert codes(data[:-22])


def test_a_hundred_flipped_bytes_never_pass_unless_the_content_is_the_same(made, content, codes, tmp_path):
    data, chance = made.read_bytes(), random.Random(SEED)
    passed = 0
    for _ in range(100):
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        flipped = data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
        if codes(flipped) == []:
            passed += 1
            assert bundles.entries(tmp_path / "b.zip") == content
    assert passed < 10


def test_every_byte_of_the_table_of_contents_may_be_flipped(made, content, codes, tmp_path):
    data = made.read_bytes()
    start = data.index(b"PK\x01\x02")
    for place in range(start, len(data), 7):
        flipped = data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]
        if codes(flipped) == []:
            assert bundles.entries(tmp_path / "b.zip") == content


def test_a_draft_passes_and_is_told_to_be_one(tmp_path, worker):
    exported = bundles.export(tmp_path, worker, draft=True)
    verification = verify_bundle(exported.bundle, worker)
    assert (verification.ok, verification.draft) == (True, True)


def test_a_bundle_that_is_not_there(tmp_path, worker):
    with pytest.raises(FileUnreadable) as caught:
        verify_bundle(tmp_path / "absent.zip", worker)
    assert caught.value.values == {"found": "absent.zip", "reason": "gone"}
