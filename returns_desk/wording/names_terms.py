"""Names of the fields of a supplier's terms, and the questions under which its page of policies has them."""

from enum import StrEnum

from returns_desk.domain.term_fields import Evidence, TermField, TermSection
from returns_desk.wording.marks import say

TERMS: dict[type[StrEnum], dict[StrEnum, str]] = {
    TermSection: {
        TermSection.TAKEN: say("What they take back"),
        TermSection.UNTIL: say("Until when"),
        TermSection.CREDIT: say("How much comes back"),
        TermSection.TRAVEL: say("How it travels"),
        TermSection.EVIDENCE: say("What evidence they want"),
        TermSection.WHERE: say("Where it goes"),
    },
    TermField: {
        TermField.VALID_FROM: say("Counts from day"),
        TermField.DEFECTIVE: say("Defective goods"),
        TermField.NOT_DEFECTIVE: say("Goods that are not defective"),
        TermField.OPENED_ACCEPTED: say("Opened boxes"),
        TermField.WINDOW_DAYS: say("Days to return"),
        TermField.WINDOW_FROM: say("Counted from"),
        TermField.CREDIT: say("Credit, % of the cost"),
        TermField.FEE: say("Restocking fee, %"),
        TermField.FEE_BY_REASON: say("Another fee for a reason, %"),
        TermField.CREDIT_DAYS: say("Credit due after days"),
        TermField.MINIMUM_VALUE: say("Minimum value"),
        TermField.MINIMUM_QUANTITY: say("Minimum pieces"),
        TermField.MINIMUM_WAIT_DAYS: say("Wait for it, days"),
        TermField.BELOW_MINIMUM: say("Not met by then"),
        TermField.AUTHORIZATION: say("Their number (RMA)"),
        TermField.AUTHORIZATION_DAYS: say("Number valid for days"),
        TermField.SEPARATE_DEFECTIVE: say("Defective goods apart"),
        TermField.PACKING: say("How to pack"),
        TermField.FREIGHT_PAYER: say("Freight"),
        TermField.FREIGHT: say("Our freight, % of the value"),
        TermField.PHOTOS_NEEDED: say("Photographs"),
        TermField.SERIALS_NEEDED: say("Serial numbers"),
        TermField.RETURN_ADDRESS: say("Address for returns"),
        TermField.CONTACT: say("Contact for returns"),
        TermField.EMAIL: say("E-mail for returns"),
        TermField.LANGUAGE: say("Language of the papers"),
    },
    Evidence: {
        Evidence.PHOTOS: say("photographs"),
        Evidence.SERIAL: say("the serial number"),
        Evidence.DESTRUCTION: say("proof of destruction"),
    },
}
