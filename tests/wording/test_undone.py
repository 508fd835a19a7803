"""An undo says what it took back, in both languages, for every step that can be undone."""

import pytest

from returns_desk.domain.events import StepUndone
from returns_desk.usecases.undo import MAIN_EVENTS
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from tests.wording.test_sentences import BothLanguages, is_hebrew, plain


@BothLanguages
@pytest.mark.parametrize("kind", MAIN_EVENTS)
def test_an_undo_says_which_step_it_took_back(words: Words, kind: str) -> None:
    said = plain(say_event(words, StepUndone(undone=kind, number="IT-1-000001")))
    step = said.partition("IT-1-000001, ")[2]
    assert step
    assert words.language == "en" or is_hebrew(step), step


@BothLanguages
def test_a_dropped_question_is_no_undone_step(words: Words) -> None:
    assert say_event(words, StepUndone(undone="QuestionAsked", number="40")) == words("The question was dropped")
