"""What every implementation of `Store` must do. A subclass gives `store` and `reopen`."""

from __future__ import annotations

from store_contract_finding import FindingContract
from store_contract_records import DirectoryContract, EndContract
from store_contract_saving import JournalContract, SavingContract


class StoreContract(SavingContract, JournalContract, DirectoryContract, FindingContract, EndContract):
    """The whole contract."""
