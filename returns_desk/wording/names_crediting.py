"""Names along the way from the shelf to the credit: what becomes of a batch, its papers, why a credit is short."""

from enum import StrEnum

from returns_desk.domain.batches import BatchMode, GoodsSort
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.papers import AttachmentKind, DocumentKind
from returns_desk.wording.marks import say

CREDITING: dict[type[StrEnum], dict[StrEnum, str]] = {
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
    DocumentKind: {
        DocumentKind.SLIP: say("Slip"),
        DocumentKind.CORRECTION: say("Correcting document"),
        DocumentKind.DISPUTE: say("Dispute letter"),
    },
    AttachmentKind: {
        AttachmentKind.PROOF_OF_DELIVERY: say("Proof of delivery"),
        AttachmentKind.CERTIFICATE: say("Certificate"),
        AttachmentKind.PROOF_OF_DESTRUCTION: say("Proof of destruction"),
        AttachmentKind.CREDIT_NOTE: say("Credit note"),
        AttachmentKind.OTHER: say("Other file"),
    },
}
