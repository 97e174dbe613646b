"""The home page's list over 10 000 applications: painted first, and after a keystroke in the search.

`python3 dev.py bench lists`. Beside it, in the same run, the bare query of the rows that are visible and
their paint in a plain table.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

if TYPE_CHECKING:
    from cardprep.app.library.open import OpenLibrary
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.widgets.library_view import LibraryView

SEARCHES = ("njsl", "南京", "3201", "00", "qs", "示例钱")
RUNS = 15


def fill(library: OpenLibrary, count: int) -> None:
    """That many applications of as many firms."""
    import datetime as dt
    from dataclasses import replace

    from cardprep.library.columns import new_id
    from cardprep.library.records import Stamp
    from making import cases, people

    stamp = Stamp("钱静", dt.datetime(2026, 11, 24, tzinfo=dt.UTC))
    case = replace(cases.complete(1), attachments=())
    for number in range(count):
        id = new_id()
        own = replace(case, unit=cases.unit(people.firm(number + 1)))
        library.store.create(own, library.vault.new_application_key(id).wrapped, stamp, "", id)


def timed(act: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


class Bare:
    """Nothing but the query, and a plain table of the same rows."""

    def __init__(self, library: OpenLibrary, view: LibraryView) -> None:
        self._library = library
        self._columns = view.table.model().columns
        height = view.table.verticalHeader().defaultSectionSize()
        self.rows = view.table.viewport().height() // height + 1
        self._table = QTableView()
        self._table.resize(view.table.size())
        self._table.verticalHeader().setDefaultSectionSize(height)
        self._table.show()

    def show(self, search: str) -> None:
        """Ask and paint."""
        from cardprep.library.records import ApplicationQuery

        query = ApplicationQuery(search=search)
        page = self._library.store.fetch_applications(query, None, self.rows)
        self._library.store.count(query)
        model = QStandardItemModel(len(page.rows), len(self._columns))
        for n, row in enumerate(page.rows):
            for m, column in enumerate(self._columns):
                model.setItem(n, m, QStandardItem(column.text(row)))
        self._table.setModel(model)
        self._table.viewport().repaint()

    def close(self) -> None:
        """Take the table away."""
        self._table.hide()


class Window:
    """The list of the home page."""

    def __init__(self, desk: LibraryDesk) -> None:
        from cardprep.gui.theme import Theme
        from cardprep.gui.widgets.library_view import LibraryView
        from making import libraries

        self.view = LibraryView(Theme(False, QFont()), desk, {}, lambda: libraries.TODAY)
        self._desk = desk
        self.view.resize(1200, 700)
        self.view.show()
        self._answered()

    def list(self) -> None:
        """Ask for the list anew, and paint it."""
        self.view.table.model().ask(self._desk.fetcher(self.view.filter.wanted))
        self._answered()

    def type(self, text: str) -> None:
        """Type into the search, and paint what is found."""
        self.view.filter.search.setText(text)
        self._answered()

    def _answered(self) -> None:
        loop = QEventLoop()
        self.view.table.model().shown.connect(loop.quit, Qt.ConnectionType.SingleShotConnection)
        loop.exec()
        self.view.table.viewport().repaint()


def measure(bare: Bare, window: Window) -> dict[str, list[tuple[float, float]]]:
    """Pairs of milliseconds, bare and in the window, in turn."""
    pairs: dict[str, list[tuple[float, float]]] = {"list": [], "keystroke": []}
    for run in range(RUNS):
        pairs["list"].append((timed(lambda: bare.show("")), timed(window.list)))
        for search in SEARCHES:
            text = search[: 1 + run % len(search)]
            alone = timed(lambda text=text: bare.show(text))
            pairs["keystroke"].append((alone, timed(lambda text=text: window.type(text))))
            window.type("")
    return pairs


def main(count: int = 10_000) -> None:
    """Print the medians and their ratios."""
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.operation import Operations
    from cardprep.gui.theme import Theme
    from making import libraries

    application = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    application.setStyleSheet(Theme(False, QFont()).stylesheet())
    operations = Operations()
    with tempfile.TemporaryDirectory() as folder, libraries.made(Path(folder) / "library")[0] as library:
        seconds = timed(lambda: fill(library, count)) / 1000
        print(f"{count} applications in the library (made in {seconds:.0f} s)")
        window = Window(LibraryDesk(library, operations, lambda: "钱静"))
        bare = Bare(library, window.view)
        for name, pairs in measure(bare, window).items():
            alone, whole = (statistics.median(side) for side in zip(*pairs, strict=True))
            ratio = statistics.median(b / a for a, b in pairs)
            print(f"{name}: bare {alone:.1f} ms, window {whole:.1f} ms, ratio {ratio:.2f}", end=" ")
            print(f"(medians of {len(pairs)} pairs; {bare.rows} rows visible)")
        operations.close()
        bare.close()
        window.view.hide()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
