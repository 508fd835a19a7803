"""Names along the way from the shelf to the credit: what becomes of a batch, its papers, why a credit is short."""

from enum import StrEnum

from returns_desk.domain.ageing import AgeBand
from returns_desk.domain.batches import BatchMode, GoodsSort
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.delegations import DelegationState
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.papers import AttachmentKind, DocumentKind
from returns_desk.domain.statements import EntryKind
from returns_desk.domain.stories import Stage
from returns_desk.wording.marks import say

CREDITING: dict[type[StrEnum], dict[StrEnum, str]] = {
    AgeBand: {
        AgeBand.DUE: say("Not yet due"),
        AgeBand.TO_30: say("1–30 days late"),
        AgeBand.TO_60: say("31–60 days late"),
        AgeBand.TO_90: say("61–90 days late"),
        AgeBand.OVER_90: say("Over 90 days late"),
    },
    EntryKind: {
        EntryKind.SENT: say("Goods sent, credit expected"),
        EntryKind.CREDIT: say("Credit"),
        EntryKind.REVERSAL: say("Credit taken back"),
        EntryKind.REOPENED: say("Write-off taken back"),
        EntryKind.WRITE_OFF: say("Written off"),
        EntryKind.CLOSED: say("Closed as it was"),
    },
    BatchMode: {
        BatchMode.SEND: say("Goods are sent"),
        BatchMode.DESTROY: say("Destroyed here, for credit"),
    },
    GoodsSort: {
        GoodsSort.ANY: say("All goods"),
        GoodsSort.DEFECTIVE: say("Defective goods"),
        GoodsSort.NOT_DEFECTIVE: say("Goods that are not defective"),
    },
    ShortReason: {
        ShortReason.PRICE: say("Lower price"),
        ShortReason.QUANTITY: say("Fewer pieces counted"),
        ShortReason.CONDITION: say("Condition refused"),
        ShortReason.LATE: say("Too late"),
        ShortReason.NO_AUTHORIZATION: say("Without the supplier's number"),
        ShortReason.FEE: say("Higher fee"),
        ShortReason.FREIGHT: say("Freight charged"),
        ShortReason.NOT_SAID: say("No reason given"),
    },
    DelegationState: {
        DelegationState.AHEAD: say("Not yet"),
        DelegationState.IN_FORCE: say("In force"),
        DelegationState.OVER: say("Over"),
        DelegationState.REVOKED: say("Revoked"),
    },
    DocumentKind: {
        DocumentKind.SLIP: say("Slip"),
        DocumentKind.CORRECTION: say("Correcting document"),
        DocumentKind.DISPUTE: say("Dispute letter"),
    },
    WipeHow: {
        WipeHow.RESET: say("Factory reset"),
        WipeHow.ERASED: say("Erased by a program"),
        WipeHow.REMOVED: say("Storage taken out"),
        WipeHow.SHREDDED: say("Shredded"),
    },
    AttachmentKind: {
        AttachmentKind.PROOF_OF_DELIVERY: say("Proof of delivery"),
        AttachmentKind.CERTIFICATE: say("Certificate"),
        AttachmentKind.PROOF_OF_DESTRUCTION: say("Proof of destruction"),
        AttachmentKind.CREDIT_NOTE: say("Credit note"),
        AttachmentKind.OTHER: say("Other file"),
    },
    Stage: {
        Stage.ARRIVAL: say("Arrival"),
        Stage.INSPECTION: say("Inspection"),
        Stage.DECISION: say("Decision"),
        Stage.PLACE: say("Place"),
        Stage.BATCH: say("Batch"),
        Stage.APPROVAL: say("Approval"),
        Stage.PAPER: say("Papers"),
        Stage.PACKING: say("Packing"),
        Stage.SHIPPING: say("Shipping"),
        Stage.CREDIT: say("Credit"),
        Stage.OTHER: say("Other steps"),
    },
}
