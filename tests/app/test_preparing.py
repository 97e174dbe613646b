"""The attachment desk without its window: what is made of what, and what undo gives back."""

from __future__ import annotations

from functools import partial

import pytest

from cardprep.app import preparing
from cardprep.app.preparing import Draft, Made, Paper, Spot
from cardprep.case import edits, preparation
from cardprep.case.facts import Fault, FileFacts, PageFacts
from cardprep.case.model import Attachment, Attested, Case
from cardprep.case.preparation import Layout, recipe_of
from cardprep.case.slots import QUALIFICATION
from cardprep.errors import CardprepError
from cardprep.evidence.rendering import Rendered

SLOT = QUALIFICATION


def paper(file, pages=1):
    return Paper((file,), recipe_of(file, pages))


def facts(pages=1, **more):
    return FileFacts("0" * 64, 10, "jpeg", pages=(PageFacts(100, 140),) * pages, **more)


def case_of(*files):
    return Case(attachments=tuple(Attachment(SLOT, file) for file in files))


def names(case):
    return [attachment.file for attachment in case.in_slot(SLOT)]


def made_of(former, papers):
    """What carrying it out gives, with a renderer that needs no pixels."""
    return preparing.carry_out(
        preparing.groups(former, papers),
        lambda recipe: Rendered("pdf", len(recipe.pages), b"made"),
        _numbered(),
        lambda done, of: None,
        lambda: False,
    )


def _numbered():
    taken = []

    def take_in(name, data):
        taken.append(name)
        return f"new-{len(taken)}-{name}"

    return take_in


def test_what_cannot_be_read_is_left_out():
    attachments = case_of("a.jpg", "broken.pdf", "unread.jpg").attachments
    known = {"a.jpg": facts(2), "broken.pdf": FileFacts("1" * 64, 9, "pdf", Fault.DAMAGED)}
    assert preparing.papers_of(attachments, known) == (paper("a.jpg", 2),)


def test_a_turned_attachment_begins_turned():
    (made,) = preparing.papers_of((Attachment(SLOT, "a.jpg", turn=90),), {"a.jpg": facts()})
    assert made.recipe.pages[0].turn == 90


def test_a_prepared_file_is_opened_with_its_recipe_and_the_turn_since():
    recipe = preparation.straighten(recipe_of("original.jpg", 1), 0, 2.5)
    attachment = Attachment(SLOT, "a.jpg", turn=90, prepared=recipe)
    (made,) = preparing.papers_of((attachment,), {"a.jpg": facts()})
    assert made.of == ("a.jpg",)
    assert (made.recipe.pages[0].file, made.recipe.pages[0].turn) == ("original.jpg", 90)
    assert made.recipe.pages[0].straighten == 2.5


def test_nothing_is_made_of_what_is_as_it_was():
    papers = (paper("a.jpg"), paper("b.pdf", 3))
    turned = preparing.with_page(papers, Spot(1, 2), preparation.turn_page)
    assert [group.files for group in preparing.groups(papers, turned)] == [("b.pdf",)]
    assert preparing.groups(papers, papers) == ()


def test_several_files_become_one_where_the_first_stood():
    former = (paper("a.jpg"), paper("b.jpg"))
    edit = preparing.edit_for(SLOT, made_of(former, preparing.merged(former)))
    after = edit(case_of("x.jpg", "a.jpg", "b.jpg"))
    assert names(after) == ["x.jpg", "new-1-a.pdf"]
    assert after.attachments[1].prepared == preparation.merge(paper.recipe for paper in former)


def test_one_file_becomes_several_with_what_was_attested_of_it():
    former = (paper("a.pdf", 3),)
    papers, spot = preparing.split_before(former, Spot(0, 1))
    assert spot == Spot(1)
    case = edits.attest(case_of("a.pdf"), SLOT, "a.pdf", Attested(signature="yes"))
    after = preparing.edit_for(SLOT, made_of(former, papers))(case)
    assert names(after) == ["new-1-a.pdf", "new-2-a.pdf"]
    assert [a.attested.signature for a in after.attachments] == ["yes", "yes"]


def test_files_that_were_merged_can_be_split_at_another_place():
    former = (paper("a.pdf", 2), paper("b.pdf", 2))
    papers, _ = preparing.split_before(preparing.merged(former), Spot(0, 1))
    after = preparing.edit_for(SLOT, made_of(former, papers))(case_of("a.pdf", "b.pdf"))
    assert names(after) == ["new-1-a.pdf", "new-2-a.pdf"]
    assert [len(a.prepared.pages) for a in after.attachments] == [1, 3]


def test_restoring_gives_back_both_originals_of_a_merged_file():
    former = (paper("a.jpg"), paper("b.jpg"))
    after = preparing.edit_for(SLOT, made_of(former, preparing.merged(former)))(case_of("a.jpg", "b.jpg"))
    assert names(edits.restore_originals(after, SLOT, "new-1-a.pdf")) == ["a.jpg", "b.jpg"]


def test_two_photographs_become_a_card():
    papers, spot = preparing.as_card((paper("front.jpg"), paper("back.jpg")), Spot(1), wanted=True)
    assert papers[0].recipe.layout is Layout.ID_CARD
    assert spot == Spot(0, 1)
    assert preparing.as_card(papers, spot, wanted=False)[0][0].recipe.layout is Layout.PAGES


def test_three_pages_are_no_card():
    papers = (paper("a.pdf", 3),)
    assert not preparing.can_be_card(papers, Spot())
    with pytest.raises(ValueError, match="id-card"):
        preparing.as_card(papers, Spot(), wanted=True)


def test_a_page_goes_no_further_than_its_file():
    papers, spot = preparing.moved((paper("a.pdf", 3),), Spot(0, 0), 9)
    assert spot == Spot(0, 2)
    assert [page.page for page in papers[0].recipe.pages] == [1, 2, 0]


def test_nothing_is_taken_in_when_one_paper_fails():
    taken = []

    def render(recipe):
        if recipe.files == ("b.jpg",):
            raise CardprepError
        return Rendered("jpeg", 1, b"x")

    former = (paper("a.jpg"), paper("b.jpg"))
    turned = tuple(Paper(known.of, preparation.turn_page(known.recipe, 0)) for known in former)
    with pytest.raises(CardprepError):
        preparing.carry_out(
            preparing.groups(former, turned), render, lambda *it: taken.append(it), lambda *_: None, bool
        )
    assert taken == []


def test_progress_is_told_file_by_file():
    told = []
    former = (paper("a.jpg"), paper("b.jpg"))
    turned = tuple(Paper(known.of, preparation.turn_page(known.recipe, 0)) for known in former)
    preparing.carry_out(
        preparing.groups(former, turned),
        lambda recipe: Rendered("jpeg", 1, b"x"),
        _numbered(),
        lambda *it: told.append(it),
        lambda: False,
    )
    assert told == [(0, 2), (1, 2)]


def test_no_file_is_made_twice_for_one_edit():
    made = (Made(("a.jpg",), (("new.jpg", recipe_of("a.jpg", 1)),)),)
    edit = preparing.edit_for(SLOT, made)
    once = edit(case_of("a.jpg"))
    assert edit(once) == once


def test_steps_with_one_key_are_taken_back_together():
    draft = Draft((paper("a.jpg"),))
    for degrees in (1, 2, 3):
        change = partial(preparation.straighten, degrees=degrees)
        draft.change(preparing.with_page(draft.papers, draft.spot, change), key="straighten")
    assert draft.page.straighten == 3
    draft.undo()
    assert draft.page.straighten == 0
    assert not draft.can_undo
    draft.redo()
    assert draft.page.straighten == 3


def test_choosing_another_page_ends_the_step():
    draft = Draft((paper("a.pdf", 2),))
    for page in (0, 1, 0):
        draft.choose(Spot(0, page))
        change = partial(preparation.straighten, degrees=draft.page.straighten + 1)
        draft.change(preparing.with_page(draft.papers, draft.spot, change), key="straighten")
    draft.undo()
    assert draft.page.straighten == 1


def test_a_change_that_changes_nothing_is_no_step():
    draft = Draft((paper("a.jpg"),))
    assert not draft.change(draft.papers)
    assert not draft.can_undo
