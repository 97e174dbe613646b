"""The application as a whole: APP-2 to APP-4, APP-6, APP-7."""

from __future__ import annotations

from cardprep.case.model import CollectionWay, Kind, StatusState
from cardprep.rules.cards import count_cards
from cardprep.rules.context import Context, Saying, said
from cardprep.rules.deadline import last_status, open_deadline

WHOLE = "case"


def app_2(context: Context) -> Saying:
    """At least one operator, and not more than one application takes."""
    count, most = len(context.case.operators), context.rulebook.limits.most_operators
    if count == 0:
        yield said("operators", "none", limit=most)
    elif count > most:
        yield said("operators", "too-many", count=count, limit=most)


def app_3(context: Context) -> Saying:
    """The free set of a new entrant."""
    if context.case.kind is Kind.NEW_ENTRANT:
        cards = count_cards(context.case)
        yield said(WHOLE, legal_free=cards.legal_free, operator_free=cards.operator_free, to_buy=cards.to_buy)


def app_4(context: Context) -> Saying:
    """Cards that must be bought, under the firm's exact name; how many is open while the kind is."""
    to_buy = count_cards(context.case).to_buy
    if to_buy > 0 and context.case.kind is not None:
        firm = context.case.unit.name.strip()
        yield said(WHOLE, "" if firm else "unnamed", count=to_buy, firm=firm)


def app_6(context: Context) -> Saying:
    """The application stands returned: both last days, or that they are past."""
    deadline = open_deadline(context.case, context.rulebook.limits)
    if deadline is None:
        return
    dates = {"safe": deadline.safe.isoformat(), "outer": deadline.outer.isoformat()}
    if context.today > deadline.outer:
        yield said(WHOLE, "past", **dates)
    elif context.today > deadline.safe:
        yield said(WHOLE, "last-day", **dates)
    else:
        yield said(WHOLE, "running", **dates)


def app_7(context: Context) -> Saying:
    """Done: collect the cards the way that was asked for; the remark says it where the choice does not."""
    status = last_status(context.case)
    if status is None or status.state is not StatusState.DONE:
        return
    collection, remark = context.case.collection, context.case.remark.strip()
    outlet = context.rulebook.outlet(collection.outlet)
    recipient, address = collection.recipient.strip(), collection.address.strip()
    if collection.way is CollectionWay.COUNTER and outlet:
        yield said(WHOLE, "counter", outlet=outlet.name)
    elif collection.way is CollectionWay.MAIL and recipient and address:
        yield said(WHOLE, "mail", recipient=recipient, address=address)
    else:
        yield said(WHOLE, "remark" if remark else "open", remark=remark)


CHECKS = {"APP-2": app_2, "APP-3": app_3, "APP-4": app_4, "APP-6": app_6, "APP-7": app_7}
