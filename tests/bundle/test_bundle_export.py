"""Everything or nothing: what stands in the target folder after an export, and after one that failed."""

from __future__ import annotations

import errno
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from cardprep.app.errors import ExportRefused
from cardprep.app.exporting import export_case
from cardprep.bundle.errors import ExportChanged, ExportSelfCheck, ExportTarget, ExportTooLarge
from cardprep.bundle.staging import Attached, stage
from cardprep.case.codec import load_case
from cardprep.case.finding import may_be_exported
from cardprep.errors import CardprepError
from cardprep.evidence.client import Worker
from cardprep.evidence.errors import Cancelled, NotAnArchive, PrepareFailed
from making import bundles, cases, folders, pdfs, scans
from making.folders import changed


@pytest.fixture
def request_(tmp_path):
    """A case by mail that may be exported."""
    told = folders.document(cases.complete(mail=True))
    return bundles.request(folders.write(tmp_path / "case", told), tmp_path / "out")


def left(target: Path) -> list[str]:
    return sorted(path.name for path in target.iterdir()) if target.exists() else []


def test_the_manifest_tells_what_is_in_the_bundle(request_, worker):
    content = bundles.entries(export_case(request_, worker).bundle)
    told = json.loads(content["manifest.json"])
    assert list(content)[:2] == ["manifest.json", "case.json"]
    assert [file["path"] for file in told["files"]] == list(content)[1:]
    assert (told["format"], told["case_format"], told["date"]) == (
        "cardprep-bundle/1",
        "cardprep-case/1",
        "2026-11-23",
    )
    assert (told["draft"], told["left_out"], told["acknowledged"]) == (False, [], [])
    assert told["program"]["name"] == "cardprep"
    assert told["rulebook"] == {"id": "jiangsu", "edition": "2026-11"}
    assert told["cards"] == {"legal_free": 0, "operator_free": 0, "to_buy": 2}


def test_the_papers_lie_in_the_bundle_and_beside_it(request_, worker):
    exported = export_case(request_, worker)
    content = bundles.entries(exported.bundle)
    for name, path in (
        ("核对单", exported.checklist),
        ("申请单确认", exported.confirmation),
        ("邮寄业务委托书", exported.letter),
    ):
        assert content[f"05-打印件/{name}.pdf"] == path.read_bytes()


def test_the_digest_on_the_checklist_is_that_of_the_manifest(request_, worker):
    exported = export_case(request_, worker)
    digest = json.loads(bundles.entries(exported.bundle)["manifest.json"])["digest"]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(exported.checklist).pages)
    assert digest in text.replace("\n", "").replace(" ", "")


def test_the_same_request_gives_the_same_bytes(request_, worker, tmp_path):
    first = export_case(request_, worker)
    with Worker() as another:
        second = export_case(replace(request_, target=tmp_path / "again"), another)
    for name in ("bundle", "checklist", "confirmation", "letter"):
        assert getattr(first, name).read_bytes() == getattr(second, name).read_bytes()
        assert getattr(first, name).name == getattr(second, name).name


def test_what_is_written_is_its_owners_alone(request_, worker):
    for path in export_case(request_, worker).bundle.parent.iterdir():
        assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_the_originals_are_as_they_were(request_, worker):
    before = {path: path.read_bytes() for path in request_.folder.rglob("*") if path.is_file()}
    export_case(request_, worker)
    assert {path: path.read_bytes() for path in request_.folder.rglob("*") if path.is_file()} == before


def test_a_refusal_carries_the_findings_and_makes_no_folder(request_, worker):
    with pytest.raises(ExportRefused) as caught:
        export_case(replace(request_, case=replace(request_.case, declaration=False)), worker)
    assert caught.value.values == {"blocks": 1, "warnings": 0}
    assert not may_be_exported(caught.value.findings)
    assert not request_.target.exists()


def test_existing_files_are_never_overwritten(request_, worker):
    first = export_case(request_, worker)
    for path in request_.target.iterdir():
        path.write_bytes(b"mine")
    second, third = export_case(request_, worker), export_case(request_, worker)
    assert [e.bundle.stem.removeprefix(first.bundle.stem) for e in (second, third)] == [" (2)", " (3)"]
    assert first.bundle.read_bytes() == first.checklist.read_bytes() == b"mine"
    assert len(left(request_.target)) == 12


def test_one_existing_paper_moves_all_files_to_the_next_number(request_, worker):
    title = "南京示例赵氏进出口有限公司-电子口岸办卡-2026-11-23"
    request_.target.mkdir()
    (request_.target / f"{title}-核对单.PDF").write_bytes(b"mine")
    exported = export_case(request_, worker)
    assert exported.bundle.name == f"{title} (2).zip"
    assert exported.checklist.name == f"{title} (2)-核对单.pdf"


class _Breaks:
    """A worker that fails at one of its verbs from the `at`-th call on."""

    def __init__(self, worker, verb, error, at=0):
        self._worker, self._verb, self._error, self._left = worker, verb, error, at

    def __getattr__(self, verb):
        def call(*given, **more):
            if verb == self._verb:
                self._left -= 1
                if self._left < 0:
                    raise self._error
            return getattr(self._worker, verb)(*given, **more)

        return call


NO_SPACE = OSError(errno.ENOSPC, "no space")
FAULTS = [
    ("facts", Cancelled(), 0),
    ("facts", Cancelled(), 3),
    ("prepare", PrepareFailed(file="a", reason="crashed"), 0),
    ("prepare", PrepareFailed(file="a", reason="crashed"), 2),
    ("prepare", Cancelled(), 4),
    ("prepare", NO_SPACE, 1),
    ("unpack", NotAnArchive(file="b", reason="damaged"), 0),
    ("unpack", Cancelled(), 0),
    ("unpack", NO_SPACE, 0),
    ("prepare", KeyboardInterrupt(), 1),
    ("prepare", RuntimeError("a defect"), 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "error", "at"), FAULTS, ids=[f"{f[0]}-{type(f[1]).__name__}-{f[2]}" for f in FAULTS]
)
def test_a_worker_that_fails_leaves_nothing_behind(request_, worker, verb, error, at):
    expected = ExportTarget if isinstance(error, OSError) else type(error)
    with pytest.raises(expected):
        export_case(request_, _Breaks(worker, verb, error, at))
    assert left(request_.target) == []


WRITES = [
    "cardprep.bundle.staging.write_bytes",
    "cardprep.bundle.export.write_bytes",
    "cardprep.bundle.export.write_archive",
    "cardprep.app.exporting.write_bytes",
    "cardprep.bundle.export.sync_folder",
]


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize(("code", "reason"), [(errno.ENOSPC, "disk-full"), (errno.EACCES, "no-permission")])
def test_a_full_disk_leaves_nothing_behind(request_, worker, monkeypatch, write, code, reason):
    def refuse(*_):
        raise OSError(code, "refused")

    monkeypatch.setattr(write, refuse)
    with pytest.raises(ExportTarget) as caught:
        export_case(request_, worker)
    assert caught.value.values == {"found": str(request_.target), "reason": reason}
    assert left(request_.target) == []


@pytest.mark.parametrize("at", range(4))
def test_when_one_file_cannot_be_moved_into_place_none_is(request_, worker, monkeypatch, at):
    rename, done = Path.rename, []

    def renaming(path, target):
        if len(done) == at:
            raise OSError(errno.EIO, "no")
        done.append(target)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", renaming)
    with pytest.raises(ExportTarget):
        export_case(request_, worker)
    assert (len(done), left(request_.target)) == (at, [])


def test_cancelling_at_any_report_leaves_nothing_behind(request_, worker):
    reports = []
    export_case(
        replace(request_, target=request_.target / "whole"), worker, lambda *told: reports.append(told)
    )
    for stop in range(len(reports)):
        heard = []
        with pytest.raises(Cancelled):
            export_case(
                request_,
                worker,
                lambda *told, heard=heard: heard.append(told),
                lambda heard=heard, stop=stop: len(heard) > stop,
            )
        assert left(request_.target) == ["whole"]


def test_reports_count_the_files_twice_read_and_copied(request_, worker):
    reports = []
    export_case(request_, worker, lambda *told: reports.append(told))
    assert reports == [(n, 5) for n in range(5)] * 2


def test_a_file_that_changes_meanwhile_is_refused(request_, worker):
    path = request_.folder / "legal.identity.jpg"

    def meanwhile(done, _):
        if done == 4:
            path.write_bytes(folders.picture("another"))

    with pytest.raises(ExportChanged) as caught:
        export_case(request_, worker, meanwhile)
    assert (caught.value.where, caught.value.values) == ("legal.identity", {"found": "legal.identity.jpg"})
    assert left(request_.target) == []


@pytest.mark.parametrize("draft", [False, True])
def test_a_copy_over_the_limit_is_refused_but_in_a_draft(request_, worker, tmp_path, draft):
    case = request_.case
    facts = {a.file: worker.facts(request_.folder / a.file) for a in case.attachments}
    attached = Attached(request_.folder, case.attachments, facts, 1_000, draft)
    (tmp_path / "into").mkdir()

    def staged():
        return stage(case, attached, worker, tmp_path / "into", lambda *_: None, lambda: False)

    if draft:
        assert len(staged().files) == 6
        return
    with pytest.raises(ExportTooLarge) as caught:
        staged()
    assert caught.value.values | {"size": 0} == {"found": "unit.qualification.jpg", "size": 0, "limit": 1_000}


def test_a_bundle_that_does_not_pass_its_own_check_is_not_delivered(request_, worker, monkeypatch):
    from cardprep.bundle import export

    write = export.write_archive
    monkeypatch.setattr(
        export, "write_archive", lambda target, folder, names: write(target, folder, list(names)[:-1])
    )
    with pytest.raises(ExportSelfCheck) as caught:
        export_case(request_, worker)
    assert caught.value.values["problem"].startswith("bundle-missing-file 05-打印件/")
    assert left(request_.target) == []


@pytest.mark.parametrize("place", ["file", "below a file", "no right"])
def test_a_target_that_cannot_be_written_to(request_, worker, tmp_path, place, monkeypatch):
    target = tmp_path / "taken"
    target.write_bytes(b"x")
    if place == "no right":
        monkeypatch.setattr(
            "tempfile.mkdtemp", lambda **_: (_ for _ in ()).throw(PermissionError(errno.EACCES, "no"))
        )
        target = tmp_path / "locked"
    with pytest.raises(ExportTarget):
        export_case(replace(request_, target=target / "out" if place == "below a file" else target), worker)


MARK = {"zh_CN": "草稿", "en": "DRAFT"}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_draft_is_marked_in_its_name_its_manifest_and_on_every_page(request_, worker, language):
    case = replace(request_.case, remark=request_.case.remark + "很长" * 900, declaration=False)
    exported = export_case(replace(request_, case=case, draft=True, language=language), worker)
    content = bundles.entries(exported.bundle)
    papers = {
        path.name: path.read_bytes() for path in (exported.checklist, exported.confirmation, exported.letter)
    }
    papers |= {name: data for name, data in content.items() if name.startswith("05-")}
    assert all("-草稿" in path.name for path in request_.target.iterdir())
    assert json.loads(content["manifest.json"])["draft"] is True
    for name, data in papers.items():
        mark = MARK["zh_CN" if "委托书" in name else language]
        assert all(mark in page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def test_a_validated_export_bears_no_mark_of_a_draft(request_, worker):
    exported = export_case(request_, worker)
    assert not any("草稿" in path.name for path in request_.target.iterdir())
    for path in (exported.checklist, exported.confirmation, exported.letter):
        assert not any("草稿" in page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_the_papers_of_a_handler_who_needs_none_are_left_out(tmp_path, worker):
    told = folders.attach(folders.document(), "handler.identity", "handler.jpg")
    exported = bundles.export(tmp_path, worker, told)
    assert len(bundles.attachment_names(exported.bundle)) == 4
    assert not any(name.startswith("04-") for name in bundles.entries(exported.bundle))


ACKNOWLEDGED = [
    {"rule": "FILE-2", "where": "legal.identity", "reason": "原件如此", "file": "script.pdf", "by": "王"},
    {"rule": "DATE-2", "where": "operators[0].identity", "reason": "同一份材料"},
]  # fmt: skip


def acknowledged_case(tmp_path):
    told = changed(folders.document(), acknowledged=ACKNOWLEDGED)
    changed(told, **{"attachments[1].file": "script.pdf", "attachments[2].attested.date": "2026-01-05"})
    return folders.write(tmp_path / "case", told, {"script.pdf": pdfs.with_javascript()})


def test_VIEW_4_acknowledgements_survive_the_renaming(tmp_path, worker, run):
    day = ("--json", "--today", "2026-11-23")
    bundle = run("export", acknowledged_case(tmp_path), "-o", tmp_path / "out", *day).document["bundle"]
    ran = run("check", bundle, *day)
    warned = [found for found in ran.document["findings"] if found["severity"] == "warn"]
    assert (ran.code, [found["acknowledged"] for found in warned]) == (0, [True, True])
    again = run("export", bundle, "-o", tmp_path / "again", *day)
    assert again.code == 0


def test_VIEW_4_who_when_and_why_go_into_the_bundle(tmp_path, worker):
    case = acknowledged_case(tmp_path)
    content = bundles.entries(export_case(bundles.request(case, tmp_path / "out"), worker).bundle)
    told, manifest = json.loads(content["case.json"])["acknowledged"], json.loads(content["manifest.json"])
    (name,) = (name for name in content if name.startswith("02-"))
    assert told == manifest["acknowledged"] == [ACKNOWLEDGED[0] | {"file": name}, ACKNOWLEDGED[1]]


def test_VIEW_4_what_was_said_of_a_file_that_is_left_out_counts_for_no_other(tmp_path, worker, run):
    told = folders.attach(folders.document(), "legal.identity", "broken.pdf")
    folders.attach(told, "legal.identity", "script.pdf", attested={})
    entry = {"rule": "FILE-2", "where": "legal.identity", "reason": "看过了", "file": "broken.pdf"}
    files = {"broken.pdf": scans.other_format("GIF"), "script.pdf": pdfs.with_javascript()}
    exported = bundles.export(tmp_path, worker, told | {"acknowledged": [entry]}, files, draft=True)
    ran = run("check", exported.bundle, "--json", "--today", "2026-11-23")
    assert ("FILE-2", "legal.identity") in ran.rules("warn")
    assert not any(found["acknowledged"] for found in ran.document["findings"])


def test_every_fault_is_an_error_with_a_sentence(request_, worker, monkeypatch):
    monkeypatch.setattr(worker, "prepare", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "x")))
    with pytest.raises(CardprepError):
        export_case(request_, worker)


def test_a_prepared_paper_goes_without_its_originals(request_, worker):
    told = folders.document(request_.case)
    told["attachments"][0]["prepared"] = {"pages": [{"file": "original.jpg"}]}
    case = load_case(told)
    content = bundles.entries(export_case(replace(request_, case=case), worker).bundle)
    assert "prepared" not in json.loads(content["case.json"])["attachments"][0]
    assert not [name for name in content if "original" in name]
