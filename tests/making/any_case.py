"""Hypothesis strategies: every case that can be built, and every case that can be written down."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from cardprep.case.codec import KNOWN_ID_TYPES
from cardprep.case.facts import Active, Fault, FileFacts, Mark, Observation, Observations, PageFacts
from cardprep.case.model import (
    Acknowledgement,
    Answer,
    Attachment,
    Attested,
    Case,
    Collection,
    CollectionWay,
    Handler,
    HandlerWho,
    Kind,
    LegalRepresentative,
    Operator,
    OperatorState,
    SealAnswer,
    StatusEntry,
    StatusState,
    Unit,
    WordingAnswer,
)
from cardprep.case.preparation import (
    MOST_PAGE_NUMBER,
    MOST_STRAIGHTEN,
    TURNS,
    Layout,
    PreparedPage,
    Recipe,
    is_convex,
)
from cardprep.case.slots import Owner, Part, Slot, parse_slot
from making import people

PERSON, FIRM = people.person(3), people.firm(3)
CHARACTERS = st.characters(exclude_categories=())
"""Every code point, lone surrogates as well."""

texts = st.one_of(
    st.sampled_from(["", " ", "\u3000", "\ud800", PERSON.name, PERSON.id_number, PERSON.mobile, FIRM.uscc]),
    st.text(CHARACTERS, max_size=12),
)
solid_texts = texts.filter(str.strip)
files = st.builds(
    "{}.{}".format, st.sampled_from(["a", "纸", "b/c", ".d"]), st.sampled_from(["jpg", "pdf", ""])
)
id_types = st.sampled_from(["", *KNOWN_ID_TYPES])


def maybe(kind: type) -> st.SearchStrategy:
    return st.none() | st.sampled_from(list(kind))


def persons(kind: type, **fields: st.SearchStrategy) -> st.SearchStrategy:
    number = "phone" if kind is LegalRepresentative else "mobile"
    common = {"name": texts, "id_type": id_types, "id_number": texts, number: texts}
    return st.builds(kind, **common | fields)


units = st.builds(Unit, *[texts] * 7)
operators = persons(Operator, state=st.sampled_from(list(OperatorState)))
handlers = persons(Handler, who=maybe(HandlerWho), operator=st.none() | st.integers(-2, 12))
collections = st.builds(
    Collection,
    maybe(CollectionWay),
    st.just("wujiang") | texts,
    texts,
    texts,
    st.just(FIRM.registered_address) | texts,
)
attested = st.builds(
    Attested,
    seal=maybe(SealAnswer),
    wording=maybe(WordingAnswer),
    signature=maybe(Answer),
    legal_seal=maybe(Answer),
    date=st.none() | st.dates(),
    expires=st.none() | st.dates(),
)
acknowledgements = st.builds(
    Acknowledgement,
    rule=solid_texts,
    where=solid_texts,
    reason=texts,
    file=texts,
    by=texts,
    at=texts,
    about=texts,
)
statuses = st.builds(StatusEntry, st.sampled_from(list(StatusState)), st.dates(), texts, texts)


def slots_for(count: int) -> st.SearchStrategy[Slot]:
    """The slots of a case of so many operators."""
    names = ["unit.qualification", "unit.other", "unit.translation"]
    owners = ["legal", "handler", *(f"operators[{i}]" for i in range(count))]
    names += [f"{owner}.{part}" for owner in owners for part in ("identity", "translation")]
    return st.sampled_from(names).map(parse_slot)


def _between(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False)


corners = st.tuples(
    st.tuples(_between(0, 0.4), _between(0, 0.4)),
    st.tuples(_between(0.6, 1), _between(0, 0.4)),
    st.tuples(_between(0.6, 1), _between(0.6, 1)),
    st.tuples(_between(0, 0.4), _between(0.6, 1)),
).filter(is_convex)
crops = st.tuples(_between(0, 0.4), _between(0, 0.4), _between(0.5, 1), _between(0.5, 1))
originals = files.map("originals/{}".format)
prepared_pages = st.builds(
    PreparedPage,
    originals,
    st.integers(0, MOST_PAGE_NUMBER),
    st.sampled_from(TURNS),
    _between(-MOST_STRAIGHTEN, MOST_STRAIGHTEN),
    st.none() | corners,
    st.none() | crops,
    st.booleans(),
)
recipes = st.one_of(
    st.builds(Recipe, st.lists(prepared_pages, min_size=1, max_size=4).map(tuple)),
    st.builds(Recipe, st.tuples(prepared_pages, prepared_pages), st.just(Layout.ID_CARD)),
)


def attachments_for(slots: st.SearchStrategy[Slot]) -> st.SearchStrategy[Attachment]:
    turns = st.sampled_from(TURNS)
    return st.builds(Attachment, slots, files, st.booleans(), attested, turns, st.none() | recipes)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case that can be written down: no stranger's papers, no file twice in one slot."""
    staff = draw(st.lists(operators, max_size=3))
    papers = st.lists(
        attachments_for(slots_for(len(staff))), max_size=5, unique_by=lambda a: (a.slot, a.file)
    )
    return Case(
        kind=draw(maybe(Kind)),
        unit=draw(units),
        legal_representative=draw(persons(LegalRepresentative)),
        operators=tuple(staff),
        handler=draw(handlers),
        collection=draw(collections),
        remark=draw(texts),
        declaration=draw(st.booleans()),
        attachments=tuple(draw(papers)),
        acknowledged=tuple(draw(st.lists(acknowledgements, max_size=2))),
        status=tuple(draw(st.lists(statuses, max_size=2))),
    )


wild_slots = st.builds(
    Slot, st.sampled_from(list(Owner)), st.sampled_from(list(Part)), st.none() | st.integers(-1, 10**18)
)


@st.composite
def wild_cases(draw: st.DrawFn) -> Case:
    """Any case that the types allow, also one that no document can hold."""
    case = draw(cases())
    handler = replace(case.handler, id_type=draw(texts), operator=draw(st.none() | st.integers()))
    papers = draw(st.lists(attachments_for(wild_slots), max_size=4))
    return replace(case, rulebook=draw(texts), handler=handler, attachments=(*case.attachments, *papers))


observations = st.builds(
    Observation,
    status=st.sampled_from(list(Mark)),
    kind=st.sampled_from(["", "company", "special", "typed"]) | texts,
    text=texts,
    value=texts,
)
printed = st.fixed_dictionaries(
    {}, optional={name: texts for name in ("name", "id_number", "uscc", "address")}
)
facts = st.builds(
    FileFacts,
    sha256=st.just("0" * 64),
    size=st.integers(0, 10**12),
    format=st.sampled_from(["jpeg", "png", "pdf", "heic", "unknown"]),
    fault=maybe(Fault),
    pages=st.lists(
        st.builds(PageFacts, st.just(10), st.just(10), dpi=st.none() | st.integers(1, 600)), max_size=2
    ).map(tuple),
    active=st.lists(st.sampled_from(list(Active)), max_size=2).map(tuple),
    observations=st.builds(Observations, *[observations] * 4, printed),
)
facts_by_file = st.dictionaries(files, facts, max_size=6)
