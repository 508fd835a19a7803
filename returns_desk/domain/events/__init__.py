"""What happened, in past tense. An event is one journal row; undo, timeline, band and screens all read it.

Fields are plain (text, whole numbers, truth, tuples of text), so that a row can be read back for as long as it is kept.
``parcel_id``, ``item_id``, ``batch_id`` and ``rma_id`` tie it to the timelines it belongs to.
"""

from dataclasses import asdict
from typing import Any

from returns_desk.domain.events.arrivals import (
    AnnouncementCame,
    ParcelDescribed,
    ParcelDisowned,
    ParcelSentBack,
    ReturnMade,
)
from returns_desk.domain.events.base import Event
from returns_desk.domain.events.batches import (
    BatchApproved,
    BatchAuthorized,
    BatchCancelled,
    BatchClosed,
    BatchOpened,
    BatchPacked,
    BatchRejected,
    BatchSentBack,
    BatchShipped,
    BatchSubmitted,
    BatchWithdrawn,
    CreditRecorded,
    LinePulled,
    LineSentBack,
)
from returns_desk.domain.events.board import BatchDestroyed, BatchReady, BatchReopened, BatchTurned
from returns_desk.domain.events.cartons import CartonFound, CartonOpened
from returns_desk.domain.events.contents import (
    ItemDisowned,
    ItemLookedUp,
    ItemMerged,
    ItemsMerged,
    ItemSplit,
    ItemSplitOff,
    MarksRecorded,
    ParcelFoundEmpty,
    PiecesCounted,
    ProductDropped,
    ProductRestored,
    SerialRecorded,
    SerialUnreadable,
    UndecidedHeld,
)
from returns_desk.domain.events.crediting import CreditDisputed, CreditReversed, CreditWrittenOff
from returns_desk.domain.events.customers import DisputeNoted, LimitsSet, OutcomeAgreed, PolicySet
from returns_desk.domain.events.delegations import DelegationRevoked, RightDelegated
from returns_desk.domain.events.exceptions import (
    ExceptionSettled,
    HoldEnded,
    HoldExplained,
    HoldGiven,
    HoldReleased,
    ItemHeld,
)
from returns_desk.domain.events.giving import BatchCertified, ItemWiped, StreamsWeighed
from returns_desk.domain.events.inspection import (
    CheckAnswered,
    DecisionReconsidered,
    InspectedAgain,
    LiabilitySet,
    ReasonJudged,
    SecondLookAsked,
)
from returns_desk.domain.events.items import (
    FindingAdded,
    FindingRemoved,
    ItemDecided,
    ItemGraded,
    ItemPickedUp,
    ItemTaken,
    LabelQueued,
    NoteWritten,
    ReasonStated,
)
from returns_desk.domain.events.packing import (
    AuthorizationAsked,
    BatchDelivered,
    CartonBegun,
    CartonClosed,
    CartonRemoved,
    CartonReopened,
    ItemPacked,
    ItemUnpacked,
    PrefixSet,
)
from returns_desk.domain.events.paper_look import CompanySet, LogoAdded, LookSet
from returns_desk.domain.events.papers import (
    BatchCorrected,
    DocumentCancelled,
    DocumentIssued,
    DocumentPrinted,
    FileAttached,
    FileDetached,
    LineCorrected,
)
from returns_desk.domain.events.parcels import (
    ParcelClosed,
    ParcelMatched,
    ParcelReceived,
    ParcelReopened,
    ParcelSetAside,
)
from returns_desk.domain.events.photos import PhotoAdded, PhotoKnown, PhotoRemoved
from returns_desk.domain.events.places import ItemPlaced, PlaceAdded, PlaceDropped
from returns_desk.domain.events.printing import (
    JobCancelled,
    JobPrintedAgain,
    JobSettled,
    JobWaitsAgain,
    PaperQueued,
)
from returns_desk.domain.events.recalls import ItemRecalled, RecallsTaken, RecallWithdrawn
from returns_desk.domain.events.rules import RuleBookSet
from returns_desk.domain.events.shop import (
    PersonAdded,
    PinProven,
    QuestionAsked,
    Refused,
    ReturnsAnnounced,
    RowsImported,
    ShopStarted,
    SignedIn,
    SignedOut,
    StepUndone,
)
from returns_desk.domain.events.terms import TermsSet

__all__ = [
    "EVENTS",
    "AnnouncementCame",
    "AuthorizationAsked",
    "BatchApproved",
    "BatchAuthorized",
    "BatchCancelled",
    "BatchCertified",
    "BatchClosed",
    "BatchCorrected",
    "BatchDelivered",
    "BatchDestroyed",
    "BatchOpened",
    "BatchPacked",
    "BatchReady",
    "BatchRejected",
    "BatchReopened",
    "BatchSentBack",
    "BatchShipped",
    "BatchSubmitted",
    "BatchTurned",
    "BatchWithdrawn",
    "CartonBegun",
    "CartonClosed",
    "CartonFound",
    "CartonOpened",
    "CartonRemoved",
    "CartonReopened",
    "CheckAnswered",
    "CompanySet",
    "CreditDisputed",
    "CreditRecorded",
    "CreditReversed",
    "CreditWrittenOff",
    "DecisionReconsidered",
    "DelegationRevoked",
    "DisputeNoted",
    "DocumentCancelled",
    "DocumentIssued",
    "DocumentPrinted",
    "Event",
    "ExceptionSettled",
    "FileAttached",
    "FileDetached",
    "FindingAdded",
    "FindingRemoved",
    "HoldEnded",
    "HoldExplained",
    "HoldGiven",
    "HoldReleased",
    "InspectedAgain",
    "ItemDecided",
    "ItemDisowned",
    "ItemGraded",
    "ItemHeld",
    "ItemLookedUp",
    "ItemMerged",
    "ItemPacked",
    "ItemPickedUp",
    "ItemPlaced",
    "ItemRecalled",
    "ItemSplit",
    "ItemSplitOff",
    "ItemTaken",
    "ItemUnpacked",
    "ItemWiped",
    "ItemsMerged",
    "JobCancelled",
    "JobPrintedAgain",
    "JobSettled",
    "JobWaitsAgain",
    "LabelQueued",
    "LiabilitySet",
    "LimitsSet",
    "LineCorrected",
    "LinePulled",
    "LineSentBack",
    "LogoAdded",
    "LookSet",
    "MarksRecorded",
    "NoteWritten",
    "OutcomeAgreed",
    "PaperQueued",
    "ParcelClosed",
    "ParcelDescribed",
    "ParcelDisowned",
    "ParcelFoundEmpty",
    "ParcelMatched",
    "ParcelReceived",
    "ParcelReopened",
    "ParcelSentBack",
    "ParcelSetAside",
    "PersonAdded",
    "PhotoAdded",
    "PhotoKnown",
    "PhotoRemoved",
    "PiecesCounted",
    "PinProven",
    "PlaceAdded",
    "PlaceDropped",
    "PolicySet",
    "PrefixSet",
    "ProductDropped",
    "ProductRestored",
    "QuestionAsked",
    "ReasonJudged",
    "ReasonStated",
    "RecallWithdrawn",
    "RecallsTaken",
    "Refused",
    "ReturnMade",
    "ReturnsAnnounced",
    "RightDelegated",
    "RowsImported",
    "RuleBookSet",
    "SecondLookAsked",
    "SerialRecorded",
    "SerialUnreadable",
    "ShopStarted",
    "SignedIn",
    "SignedOut",
    "StepUndone",
    "StreamsWeighed",
    "TermsSet",
    "UndecidedHeld",
    "from_body",
    "to_body",
]

EVENTS: dict[str, type[Event]] = {kind.__name__: kind for kind in Event.__subclasses__()}


def to_body(event: Event) -> dict[str, Any]:
    """The event's own facts, without the ties to timelines."""
    ties = ("parcel_id", "item_id", "batch_id", "rma_id")
    return {name: value for name, value in asdict(event).items() if name not in ties}


def from_body(kind: str, body: dict[str, Any], **ties: str) -> Event:
    """Read an event back; facts that a newer program wrote and this one does not know are left out."""
    made = EVENTS[kind]
    known = made.__dataclass_fields__
    facts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in body.items() if name in known
    }
    return made(**facts | ties)
