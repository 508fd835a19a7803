"""Names for the values of receiving, inspection, customers and exceptions; ``names`` joins them to the rest."""

from enum import StrEnum

from returns_desk.domain.checklists import CheckKind
from returns_desk.domain.exceptions import ExceptionKind, Way
from returns_desk.domain.grades import FoundReason, Liability
from returns_desk.domain.items import HoldReason, SerialCheck
from returns_desk.domain.parcels import OuterCondition
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.policies import PolicyCode, PolicyConflict, RefundStart, Verdict
from returns_desk.domain.recalls import RecallCheck
from returns_desk.wording.marks import say

RECEIVING: dict[type[StrEnum], dict[StrEnum, str]] = {
    HoldReason: {
        HoldReason.SUPERVISOR: say("For the supervisor to look at"),
        HoldReason.SECOND_LOOK: say("Somebody else is to look at it"),
        HoldReason.CUSTOMER: say("The customer is to answer"),
        HoldReason.PARTS: say("A part is awaited"),
        HoldReason.POLICY: say("The policy is to be clarified"),
        HoldReason.NOT_OURS: say("Belongs to another shop"),
        HoldReason.SAFETY: say("Safety"),
        HoldReason.RECALL: say("Recalled"),
        HoldReason.UNDECIDED: say("Not decided when its parcel was closed"),
        HoldReason.OTHER: say("Something else"),
    },
    SerialCheck: {
        SerialCheck.NONE: say("Serial not read"),
        SerialCheck.UNKNOWN: say("Serial read, nothing to compare with"),
        SerialCheck.FITS: say("Serial fits"),
        SerialCheck.OTHER: say("Another serial than announced"),
        SerialCheck.NEVER_SOLD: say("This serial was never sold"),
        SerialCheck.RETURNED_BEFORE: say("This serial was returned before"),
        SerialCheck.UNREADABLE: say("Serial cannot be read"),
    },
    OuterCondition: {
        OuterCondition.INTACT: say("Intact"),
        OuterCondition.DENTED: say("Dented"),
        OuterCondition.TORN: say("Torn"),
        OuterCondition.WET: say("Wet"),
        OuterCondition.RESEALED: say("Sealed again"),
        OuterCondition.OPENED: say("Opened on the way"),
    },
    FoundReason: {
        FoundReason.FAULTY: say("Really faulty"),
        FoundReason.DAMAGED_ON_THE_WAY: say("Damaged on the way"),
        FoundReason.USED: say("Was used"),
        FoundReason.INCOMPLETE: say("Incomplete"),
        FoundReason.NOT_AS_DESCRIBED: say("Really not as described"),
        FoundReason.WRONG_ITEM: say("Another item"),
        FoundReason.EXPIRED: say("Expired"),
        FoundReason.NO_FAULT: say("No fault found"),
    },
    Liability: {
        Liability.CUSTOMER: say("The customer"),
        Liability.CARRIER: say("The carrier"),
        Liability.SUPPLIER: say("The supplier"),
        Liability.WAREHOUSE: say("The warehouse"),
    },
    RecallCheck: {
        RecallCheck.NONE: say("No notice names its product"),
        RecallCheck.OTHER: say("Not of the recalled ones"),
        RecallCheck.UNREAD: say("Perhaps recalled: lot not read"),
        RecallCheck.CONCERNED: say("Recalled"),
        RecallCheck.WITHDRAWN: say("The notice was withdrawn"),
    },
    PhotoKind: {
        PhotoKind.LABEL: say("Label of the parcel"),
        PhotoKind.BOX: say("Box"),
        PhotoKind.FRONT: say("Front side"),
        PhotoKind.BACK: say("Back side"),
        PhotoKind.DEFECT: say("Defect"),
        PhotoKind.SERIAL: say("Serial number"),
        PhotoKind.MISSING: say("What is missing"),
    },
    CheckKind: {
        CheckKind.YES_NO: say("yes or no"),
        CheckKind.CHOICE: say("choice"),
        CheckKind.MEASURE: say("measured value"),
    },
    PolicyCode: {
        PolicyCode.ISRAEL_DISTANCE: say("Israel, distance sale"),
        PolicyCode.ISRAEL_SHOP: say("Israel, in the shop"),
        PolicyCode.EU: say("European Union"),
        PolicyCode.GENERIC: say("General"),
    },
    Verdict: {
        Verdict.ALLOWED: say("Within the policy"),
        Verdict.NO_FEE: say("Within the policy, no fee"),
        Verdict.WARN: say("Outside the policy: a person decides"),
        Verdict.UNKNOWN: say("The policy cannot be told: a fact is missing"),
    },
    RefundStart: {
        RefundStart.CANCELLED: say("From the customer's cancellation"),
        RefundStart.RETURNED: say("From the day the goods came back"),
    },
    PolicyConflict: {
        PolicyConflict.NONE: say("As the policy says"),
        PolicyConflict.OVER: say("More than the policy grants"),
        PolicyConflict.UNDER: say("Less than the policy grants"),
    },
    ExceptionKind: {
        ExceptionKind.HELD: say("Item on hold"),
        ExceptionKind.UNMATCHED: say("Unmatched parcel"),
        ExceptionKind.NOT_OURS: say("Not ours, waits for the carrier"),
        ExceptionKind.OUTCOME: say("Came otherwise than announced"),
        ExceptionKind.EMPTY_BOX: say("Empty box"),
        ExceptionKind.SHORT: say("Pieces missing"),
        ExceptionKind.REFUSED_SCAN: say("Refused scan"),
        ExceptionKind.OVERRIDE: say("Not as recommended"),
        ExceptionKind.POLICY: say("Policy conflict"),
        ExceptionKind.SERIAL: say("Doubtful serial number"),
        ExceptionKind.WEIGHT: say("Weight far from expected"),
        ExceptionKind.WRONG_ITEMS: say("Wrong items again and again"),
        ExceptionKind.RECALLED: say("Recalled goods"),
        ExceptionKind.EXPIRED: say("Past their date"),
        ExceptionKind.EVIDENCE: say("Photographs missing"),
        ExceptionKind.NO_PLACE: say("Has no place yet"),
        ExceptionKind.AUTHORIZATION: say("Supplier's number runs out"),
        ExceptionKind.WINDOW: say("Return window closes"),
        ExceptionKind.MINIMUM: say("Minimum not met"),
        ExceptionKind.CREDIT_OVERDUE: say("Credit overdue"),
        ExceptionKind.SHORT_CREDIT: say("Credit too short"),
        ExceptionKind.CERTIFICATE: say("Certificate missing"),
    },
    Way: {
        Way.OPEN: say("Open at the desk"),
        Way.MATCH: say("Match to a return"),
        Way.UNAUTHORIZED: say("Return without authorization"),
        Way.SEND_BACK: say("Not ours: send back"),
        Way.SENT: say("The carrier took it"),
        Way.SEEN: say("Looked at"),
        Way.OWNER: say("Give to somebody else"),
        Way.REASON: say("It waits for another reason"),
        Way.RELEASE: say("Take the hold off"),
        Way.PUT: say("Say which place"),
        Way.BATCH: say("Go to the batch"),
    },
}
