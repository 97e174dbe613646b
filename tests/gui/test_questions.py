from __future__ import annotations

import threading

import pytest

from cardprep.evidence.errors import WorkerUnavailable
from cardprep.gui.operation import Operations
from cardprep.gui.questions import Question, Questions


@pytest.fixture
def questions(qtbot):
    operations = Operations()
    yield Questions(operations, operations)
    operations.close()


class Log:
    """Notes what was answered."""

    def __init__(self):
        self.answers = []

    def question(self, name, work=None):
        return Question(work or (lambda cancelled: name), self.answers.append, self.answers.append)


def test_answers_come_one_after_the_other(questions, qtbot):
    log = Log()
    for number in range(5):
        questions.ask(log.question(number))
    qtbot.waitUntil(lambda: log.answers == [0, 1, 2, 3, 4])


def test_what_is_looked_at_goes_first(questions, qtbot):
    log, held = Log(), threading.Event()
    questions.ask(log.question("running", lambda cancelled: held.wait(5) and "running"))
    questions.ask(log.question("facts"))
    questions.ask(log.question("picture"), first=True)
    held.set()
    qtbot.waitUntil(lambda: log.answers == ["running", "picture", "facts"])


def test_a_failure_does_not_hold_up_the_next(questions, qtbot):
    def fail(cancelled):
        raise WorkerUnavailable

    log = Log()
    questions.ask(log.question("a", fail))
    questions.ask(log.question("b"))
    qtbot.waitUntil(lambda: len(log.answers) == 2)
    assert isinstance(log.answers[0], WorkerUnavailable)


def test_after_stopping_nothing_is_answered(questions, qtbot):
    log, held = Log(), threading.Event()
    questions.ask(log.question("running", lambda cancelled: held.wait(5)))
    questions.ask(log.question("waiting"))
    questions.stop()
    held.set()
    qtbot.wait(50)
    assert log.answers == []
