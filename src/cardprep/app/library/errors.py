"""What can go wrong with what a user does in the library."""

from __future__ import annotations

from cardprep.library.errors import LibraryError


class ApplicationNotFound(LibraryError):
    """No application is called so; values: found."""

    code = "application-not-found"


class ApplicationAmbiguous(LibraryError):
    """Several applications are called so; values: found, count."""

    code = "application-ambiguous"


class AttachmentGone(LibraryError):
    """The library never had a file that the case names; values: found."""

    code = "library-attachment-gone"


class NothingToHandOver(LibraryError):
    """None of what was chosen has an application that could be handed over."""

    code = "handover-nothing"
