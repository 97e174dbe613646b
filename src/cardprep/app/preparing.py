"""The attachment desk without its window: which papers a slot is to have, and how they come to be.

Nothing of it touches the case before all papers are made: then one edit puts them in, one step of undo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import PurePosixPath
from typing import TypeAlias

from cardprep.case import edits, preparation
from cardprep.case.edits import Edit
from cardprep.case.facts import FileFacts
from cardprep.case.model import Attachment, Case
from cardprep.case.preparation import Layout, PreparedPage, Recipe
from cardprep.case.slots import Slot
from cardprep.evidence.rendering import Rendered
from cardprep.evidence.source import IsCancelled

Change: TypeAlias = Callable[[Recipe, int], Recipe]
Report: TypeAlias = Callable[[int, int], None]
MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is to be: the attachments that it is made of, and how."""

    of: tuple[str, ...]
    recipe: Recipe


Papers: TypeAlias = tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A page by its place: which paper, which of its pages, both from 0."""

    paper: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Papers that are made of the same attachments, to be put in their place together."""

    files: tuple[str, ...]
    papers: Papers


@dataclass(frozen=True, slots=True)
class Made:
    """What a group became: the case's names of the new files, each with its recipe."""

    files: tuple[str, ...]
    parts: tuple[tuple[str, Recipe], ...]


def papers_of(attachments: Sequence[Attachment], facts: Mapping[str, FileFacts]) -> Papers:
    """The papers as they are now; what cannot be read is left out, and so left alone."""
    return tuple(
        Paper((attachment.file,), _recipe(attachment, known))
        for attachment in attachments
        if (known := facts.get(attachment.file)) is not None and known.is_readable and known.pages
    )


def _recipe(attachment: Attachment, facts: FileFacts) -> Recipe:
    if attachment.prepared is None:
        return preparation.recipe_of(attachment.file, len(facts.pages), attachment.turn)
    pages = range(len(attachment.prepared.pages))
    return reduce(
        lambda recipe, at: preparation.turn_page(recipe, at, attachment.turn), pages, attachment.prepared
    )


def page_at(papers: Papers, spot: Spot) -> PreparedPage:
    """The page at its place."""
    return papers[spot.paper].recipe.pages[spot.page]


def with_page(papers: Papers, spot: Spot, change: Change) -> Papers:
    """The papers with one page changed (ValueError as the change)."""
    recipe = papers[spot.paper].recipe
    return _with_recipe(papers, spot.paper, change(recipe, spot.page))


def _with_recipe(papers: Papers, at: int, recipe: Recipe) -> Papers:
    return (*papers[:at], replace(papers[at], recipe=recipe), *papers[at + 1 :])


def moved(papers: Papers, spot: Spot, to: int) -> tuple[Papers, Spot]:
    """Put a page at another place of its paper, as far as its pages go."""
    last = len(papers[spot.paper].recipe.pages) - 1
    target = Spot(spot.paper, max(0, min(to, last)))
    return with_page(papers, spot, lambda r, at: preparation.move_page(r, at, target.page)), target


def merged(papers: Papers) -> Papers:
    """All papers as one (ValueError: it would have more pages than a file may have)."""
    files = tuple(dict.fromkeys(file for paper in papers for file in paper.of))
    return (Paper(files, preparation.merge(paper.recipe for paper in papers)),)


def split_before(papers: Papers, spot: Spot) -> tuple[Papers, Spot]:
    """Begin a new paper with this page; nothing happens where it is the first one."""
    paper = papers[spot.paper]
    parts = tuple(Paper(paper.of, recipe) for recipe in preparation.split(paper.recipe, (spot.page,)))
    target = Spot(spot.paper + 1) if len(parts) > 1 else spot
    return (*papers[: spot.paper], *parts, *papers[spot.paper + 1 :]), target


def can_be_card(papers: Papers, spot: Spot) -> bool:
    """Whether a card's two sides are there: two pages of one paper, or two papers of a page each."""
    sides = len(papers[spot.paper].recipe.pages)
    return sides == preparation.CARD_SIDES or (
        sides == 1 and sum(len(paper.recipe.pages) for paper in papers) == preparation.CARD_SIDES
    )


def as_card(papers: Papers, spot: Spot, wanted: bool) -> tuple[Papers, Spot]:
    """Put a card's two sides on one A4 page, or make them pages again (ValueError: not two sides)."""
    layout = Layout.ID_CARD if wanted else Layout.PAGES
    if wanted and len(papers[spot.paper].recipe.pages) == 1 and can_be_card(papers, spot):
        papers, spot = merged(papers), Spot(0, spot.paper)
    recipe = preparation.set_layout(papers[spot.paper].recipe, layout)
    return _with_recipe(papers, spot.paper, recipe), spot


def groups(former: Papers, papers: Papers) -> tuple[Group, ...]:
    """What is to be made: the papers that share attachments together, what is as it was left out."""
    found: list[Group] = []
    for paper in papers:
        near = [group for group in found if set(group.files) & set(paper.of)]
        files = tuple(dict.fromkeys((*(f for group in near for f in group.files), *paper.of)))
        together = (*(p for group in near for p in group.papers), paper)
        found = [group for group in found if group not in near] + [Group(files, together)]
    return tuple(group for group in found if any(paper not in former for paper in group.papers))


def carry_out(
    wanted: Sequence[Group],
    render: Callable[[Recipe], Rendered],
    take_in: Callable[[str, bytes], str],
    report: Report,
    cancelled: IsCancelled,
) -> tuple[Made, ...]:
    """Make every paper, then take all of them in: a failure in between leaves the case as it is.

    Raises:
        CardprepError: as `render` and `take_in`.
    """
    total = sum(len(group.papers) for group in wanted)
    rendered: list[list[Rendered]] = []
    for group in wanted:
        rendered.append([])
        for paper in group.papers:
            report(sum(map(len, rendered)), total)
            rendered[-1].append(render(paper.recipe))
    made = []
    for group, results in zip(wanted, rendered, strict=True):
        parts = []
        for paper, result in zip(group.papers, results, strict=True):
            if cancelled():
                return ()
            parts.append((take_in(file_name(paper, result), result.data), paper.recipe))
        made.append(Made(group.files, tuple(parts)))
    return tuple(made)


def file_name(paper: Paper, result: Rendered) -> str:
    """The name of a prepared file: its first original's, with the ending of what it is now."""
    return PurePosixPath(paper.recipe.files[0]).stem + result.suffix


def edit_for(slot: Slot, made: Sequence[Made]) -> Edit:
    """The one edit that puts everything made in its place."""

    def edit(case: Case) -> Case:
        for group in made:
            case = _put_in(case, slot, group)
        return case

    return edit


def _put_in(case: Case, slot: Slot, group: Made) -> Case:
    whole = group.files[0]
    if len(group.files) > 1:
        whole, recipe = group.parts[0]
        case = edits.merge_attachments(case, slot, group.files, whole, recipe)
        if len(group.parts) == 1:
            return case
    return edits.split_attachment(case, slot, whole, group.parts)


class Draft:
    """The papers while they are worked on, with undo and redo of their own."""

    def __init__(self, papers: Papers) -> None:
        self.former = papers
        self.papers = papers
        self.spot = Spot()
        self._key = ""
        self._before: list[tuple[Papers, Spot]] = []
        self._after: list[tuple[Papers, Spot]] = []

    @property
    def page(self) -> PreparedPage:
        """The page that is worked on."""
        return page_at(self.papers, self.spot)

    @property
    def recipe(self) -> Recipe:
        """The recipe of its paper."""
        return self.papers[self.spot.paper].recipe

    @property
    def groups(self) -> tuple[Group, ...]:
        """What would have to be made."""
        return groups(self.former, self.papers)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._after)

    def change(self, papers: Papers, spot: Spot | None = None, key: str = "") -> bool:
        """Make a step; those with the same `key` one after another are one. False where nothing changed."""
        if papers == self.papers:
            return False
        if not key or key != self._key:
            self._before.append((self.papers, self.spot))
            del self._before[:-MOST_STEPS]
        self._after.clear()
        self._key, self.papers, self.spot = key, papers, spot or self.spot
        return True

    def choose(self, spot: Spot) -> None:
        """Work on another page; what was being changed ends as a step."""
        self._key, self.spot = "", spot

    def undo(self) -> None:
        """Take the last step back."""
        self._travel(self._before, self._after)

    def redo(self) -> None:
        """Make the step again."""
        self._travel(self._after, self._before)

    def _travel(self, here: list[tuple[Papers, Spot]], there: list[tuple[Papers, Spot]]) -> None:
        if here:
            there.append((self.papers, self.spot))
            self._key = ""
            self.papers, self.spot = here.pop()
