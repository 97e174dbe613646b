"""The handler, the collection and the remark: HAND-2 to HAND-7."""

from __future__ import annotations

from cardprep.case.identifiers import telephone
from cardprep.case.model import Answer, CollectionWay, HandlerWho
from cardprep.case.people import handler_is_known, handler_mobile
from cardprep.case.slots import LETTER
from cardprep.rules.addresses import same_address
from cardprep.rules.checks.screens import letter_is_sealed
from cardprep.rules.context import Context, Saying, blank, said
from cardprep.rules.remark import missing_from_remark, propose_remark


def hand_2(context: Context) -> Saying:
    """Nobody is chosen as handler, or an operator who is not there (any more)."""
    if not handler_is_known(context.case):
        yield said("handler", "nobody" if context.case.handler.who is None else "gone")


def hand_3(context: Context) -> Saying:
    """The handler's number is a mobile; an operator's own faulty number is told at the operator alone."""
    case = context.case
    if not handler_is_known(case):
        return
    inherited = blank(case.handler.mobile)
    if inherited and case.handler.who is HandlerWho.OPERATOR:
        return
    mobile = handler_mobile(case)
    fault = "empty" if blank(mobile) else telephone.check_mobile(mobile).fault
    if fault:
        yield said("handler.mobile", "inherited" if inherited and fault != "empty" else fault)


def hand_4(context: Context) -> Saying:
    """The remark is there and names what was chosen."""
    case = context.case
    proposal = propose_remark(case.collection, context.rulebook) or ""
    if blank(case.remark):
        yield said("remark", "empty" if proposal else "not-chosen", proposal=proposal)
        return
    missing = list(missing_from_remark(case.remark, case.collection, context.rulebook))
    if missing:
        yield said("remark", missing[0][0], missing="、".join(text for _, text in missing), proposal=proposal)


def hand_5(context: Context) -> Saying:
    """A way of collection is chosen, and for the counter exactly one of the outlets."""
    collection = context.case.collection
    names = "、".join(outlet.name for outlet in context.rulebook.outlets)
    if collection.way is None:
        yield said("collection.way", "empty")
    elif collection.way is CollectionWay.COUNTER:
        if blank(collection.outlet):
            yield said("collection.outlet", "outlet-empty", outlets=names)
        elif context.rulebook.outlet(collection.outlet.strip()) is None:
            yield said("collection.outlet", "outlet-unknown", outlets=names, found=collection.outlet)


def hand_6(context: Context) -> Saying:
    """By mail: recipient, his mobile, and the address."""
    collection = context.case.collection
    if collection.way is not CollectionWay.MAIL:
        return
    if blank(collection.recipient):
        yield said("collection.recipient", "recipient")
    fault = "mobile" if blank(collection.mobile) else telephone.check_mobile(collection.mobile).fault
    if fault:
        yield said("collection.mobile", fault)
    if blank(collection.address):
        yield said("collection.address", "address")


def address_differs(context: Context) -> bool:
    """Whether the cards go by mail to another address than the registered one."""
    collection, registered = context.case.collection, context.case.unit.registered_address
    if collection.way is not CollectionWay.MAIL or blank(collection.address) or blank(registered):
        return False
    return not same_address(collection.address, registered)


def hand_7(context: Context) -> Saying:
    """Another address: the letter needs the legal representative's signature and his personal seal."""
    if not (letter_is_sealed(context) and address_differs(context)):
        return
    attested = [attachment.attested for attachment in context.case.in_slot(LETTER)]
    signed = any(a.signature is Answer.YES for a in attested)
    sealed = any(a.legal_seal is Answer.YES for a in attested)
    if not (signed and sealed):
        lacks = "both" if not signed and not sealed else "legal-seal" if signed else "signature"
        yield said(str(LETTER), lacks, address=context.case.collection.address.strip())


CHECKS = {
    "HAND-2": hand_2,
    "HAND-3": hand_3,
    "HAND-4": hand_4,
    "HAND-5": hand_5,
    "HAND-6": hand_6,
    "HAND-7": hand_7,
}
