"""The signing guide of an application: what each person writes, signs and dates, and which seal goes on."""

from __future__ import annotations

from cardprep.app.papers.signers import Signer, signers
from cardprep.case.model import Case
from cardprep.case.slots import Owner
from cardprep.paper.handwriting import GuidePage, GuidePaper
from cardprep.rules.rulebook import Rulebook
from cardprep.wording.catalog import Catalog


def guide_pages(case: Case, rulebook: Rulebook, catalog: Catalog) -> tuple[GuidePage, ...]:
    """A page for each person of the application, in the order of the screens."""
    return tuple(_page(signer, case, rulebook, catalog) for signer in signers(case))


def _page(signer: Signer, case: Case, rulebook: Rulebook, catalog: Catalog) -> GuidePage:
    name = signer.person.name.strip()
    owners = {_role(owner, catalog): None for owner in _owners(signer)}
    kinds = dict.fromkeys(material.paper for material in signer.materials)
    papers = tuple(_paper(kind, signer, case, rulebook, catalog) for kind in kinds)
    foreign = any(material.is_foreign for material in signer.materials if material.slot.is_person)
    sign = catalog.paper("guide.sign_name", name=name) if name else catalog.paper("guide.sign_no_name")
    return GuidePage(
        name=name,
        roles=catalog.text("words.separator").join(owners),
        papers=papers,
        sign=sign,
        hints=(catalog.paper("guide.foreign"),) if foreign else (),
    )


def _paper(kind: str, signer: Signer, case: Case, rulebook: Rulebook, catalog: Catalog) -> GuidePaper:
    """One sentence, and all the papers that it stands on."""
    slots = [str(material.slot) for material in signer.materials if material.paper == kind]
    label = catalog.text("words.separator").join(catalog.place(slot, case) for slot in slots)
    return GuidePaper(catalog.paper("guide.on_paper", paper=label), rulebook.wordings[kind])


def _owners(signer: Signer) -> tuple[Owner, ...]:
    """What the person is; the firm's paper is written on by the legal representative."""
    found = (material.slot.owner for material in signer.materials)
    return tuple(Owner.LEGAL if owner is Owner.UNIT else owner for owner in found)


def _role(owner: Owner, catalog: Catalog) -> str:
    return catalog.paper(f"guide.role_{owner.value}")
