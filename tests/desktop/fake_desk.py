"""A desk without a database: it answers every scan with what the test laid ready."""

from collections.abc import Callable
from threading import Event, current_thread
from typing import Any

from returns_desk.desk import Done
from returns_desk.documents.kit.dress import PLAIN
from returns_desk.domain.policies import Limits
from returns_desk.domain.policy_presets import presets_for
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.look_customer import PoliciesShown, policies
from returns_desk.usecases.look_delegations import delegations
from returns_desk.usecases.look_exceptions import count_exceptions
from returns_desk.usecases.look_inspections import category_rules
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.look_news import News, news_since
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.send_jobs import printers_with_work
from tests.builders import TODAY
from tests.desktop.benches import signed_out


class FakeDesk:
    """Takes the place of ``Desk`` for the window: remembers scans, gives prepared answers."""

    def __init__(self, bench: BenchSnapshot | None = None) -> None:
        self.bench = bench or signed_out()
        self.scans: list[str] = []
        self.steps: list[tuple[Any, ...]] = []
        self.threads: set[str] = set()
        self.answers: dict[str, BenchSnapshot | DeskError | Exception] = {}
        self.events: dict[str, tuple[Any, ...]] = {}
        self.closed = False
        self.gate = Event()
        self.gate.set()

    def run(self, _who: object, usecase: Callable[..., Any], *args: Any) -> Done[None]:
        """Do what a scan means: what the test said, else nothing; other steps are only remembered, by their name."""
        self.gate.wait(5)
        if usecase is not handle_scan:
            self.steps.append((usecase.__name__, *args))
            return Done(None, ())
        text: str = args[0]
        self.threads.add(current_thread().name)
        self.scans.append(text)
        answer = self.answers.get(text)
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            self.bench = answer
        return Done(None, self.events.get(text, ()))

    def close(self) -> None:
        """Nothing to let go of."""
        self.closed = True

    def read(self, look: Callable[..., Any], *_args: object, **_how: object) -> Any:
        """How the bench stands; nothing stands out, no paper waits, no check is laid down, nothing is new."""
        if look is count_exceptions:
            return 0
        if look is news_since:
            return News()
        if look is policies:
            return PoliciesShown(presets_for("ILS"), presets_for("ILS"), Limits(), "ILS", TODAY)
        if look is dress_of:
            return PLAIN
        if look is printers_with_work:
            return frozenset(), frozenset()
        return () if look in (jobs, category_rules, delegations) else self.bench
