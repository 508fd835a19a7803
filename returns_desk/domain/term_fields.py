"""The fields of a supplier's terms, once for all: form, file, table and check go through them in this order.

Each field's value is the name under which files know it; the sections are those of a supplier's own page of policies.
"""

from enum import StrEnum

from returns_desk.domain.terms import (
    AuthorizationNeed,
    BelowMinimum,
    CreditMode,
    FreightPayer,
    WindowStart,
)


class TermSection(StrEnum):
    """What a supplier's page of policies answers, question by question."""

    TAKEN = "what they take back"
    UNTIL = "until when"
    CREDIT = "how much comes back"
    TRAVEL = "how it travels"
    EVIDENCE = "what evidence they want"
    WHERE = "where it goes"


class Evidence(StrEnum):
    """What a supplier wants to see."""

    PHOTOS = "photographs"
    SERIAL = "serial number"
    DESTRUCTION = "proof of destruction"


class TermKind(StrEnum):
    """What a field's value is."""

    CHOICE = "choice"
    YES_NO = "yes or no"
    SHARE = "share"  # basis points
    AMOUNT = "amount"  # minor units of the shop's currency
    DAYS = "days"
    COUNT = "count"
    TEXT = "text"
    ADDRESS = "mail address"
    LANGUAGE = "language"
    FEES = "fees"  # shares by the supplier's reason
    DAY = "day"


class TermField(StrEnum):
    """One field of the terms, by its name in files."""

    VALID_FROM = "valid_from"
    DEFECTIVE = "defective"
    NOT_DEFECTIVE = "not_defective"
    OPENED_ACCEPTED = "opened_accepted"
    WINDOW_DAYS = "window_days"
    WINDOW_FROM = "window_from"
    CREDIT = "credit_percent"
    FEE = "fee_percent"
    FEE_BY_REASON = "fee_by_reason"
    CREDIT_DAYS = "credit_days"
    MINIMUM_VALUE = "minimum_value"
    MINIMUM_QUANTITY = "minimum_quantity"
    MINIMUM_WAIT_DAYS = "minimum_wait_days"
    BELOW_MINIMUM = "below_minimum"
    AUTHORIZATION = "authorization"
    AUTHORIZATION_DAYS = "authorization_days"
    SEPARATE_DEFECTIVE = "separate_defective"
    PACKING = "packing"
    FREIGHT_PAYER = "freight_payer"
    FREIGHT = "freight_percent"
    PHOTOS_NEEDED = "photos_needed"
    SERIALS_NEEDED = "serials_needed"
    RETURN_ADDRESS = "return_address"
    CONTACT = "terms_contact"
    EMAIL = "terms_email"
    LANGUAGE = "terms_language"

    @property
    def attribute(self) -> str:
        """The field's name in ``SupplierTerms``."""
        return _ATTRIBUTES.get(self, self.value)


_F = TermField
_ATTRIBUTES = {
    _F.CREDIT: "credit_bp",
    _F.FEE: "fee_bp",
    _F.FREIGHT: "freight_bp",
    _F.CONTACT: "contact",
    _F.EMAIL: "email",
    _F.LANGUAGE: "language",
}
_SECTIONS = {
    TermSection.TAKEN: (_F.DEFECTIVE, _F.NOT_DEFECTIVE, _F.OPENED_ACCEPTED),
    TermSection.UNTIL: (_F.WINDOW_DAYS, _F.WINDOW_FROM),
    TermSection.CREDIT: (
        _F.CREDIT,
        _F.FEE,
        _F.CREDIT_DAYS,
        _F.MINIMUM_VALUE,
        _F.MINIMUM_QUANTITY,
        _F.MINIMUM_WAIT_DAYS,
        _F.BELOW_MINIMUM,
        _F.FEE_BY_REASON,
    ),
    TermSection.TRAVEL: (
        _F.AUTHORIZATION,
        _F.AUTHORIZATION_DAYS,
        _F.FREIGHT_PAYER,
        _F.FREIGHT,
        _F.SEPARATE_DEFECTIVE,
        _F.PACKING,
    ),
    TermSection.EVIDENCE: (_F.PHOTOS_NEEDED, _F.SERIALS_NEEDED),
    TermSection.WHERE: (_F.RETURN_ADDRESS, _F.CONTACT, _F.EMAIL, _F.LANGUAGE),
}
_KINDS = {
    TermKind.DAY: (_F.VALID_FROM,),
    TermKind.SHARE: (_F.CREDIT, _F.FEE, _F.FREIGHT),
    TermKind.FEES: (_F.FEE_BY_REASON,),
    TermKind.AMOUNT: (_F.MINIMUM_VALUE,),
    TermKind.COUNT: (_F.MINIMUM_QUANTITY,),
    TermKind.DAYS: (_F.WINDOW_DAYS, _F.CREDIT_DAYS, _F.MINIMUM_WAIT_DAYS, _F.AUTHORIZATION_DAYS),
    TermKind.YES_NO: (_F.OPENED_ACCEPTED, _F.SEPARATE_DEFECTIVE, _F.PHOTOS_NEEDED, _F.SERIALS_NEEDED),
    TermKind.TEXT: (_F.PACKING, _F.RETURN_ADDRESS, _F.CONTACT),
    TermKind.ADDRESS: (_F.EMAIL,),
    TermKind.LANGUAGE: (_F.LANGUAGE,),
}
CHOICES: dict[TermField, type[StrEnum]] = {
    _F.DEFECTIVE: CreditMode,
    _F.NOT_DEFECTIVE: CreditMode,
    _F.WINDOW_FROM: WindowStart,
    _F.BELOW_MINIMUM: BelowMinimum,
    _F.AUTHORIZATION: AuthorizationNeed,
    _F.FREIGHT_PAYER: FreightPayer,
}
LANGUAGES = ("he", "en")
_KIND_OF = {each: kind for kind, of in _KINDS.items() for each in of} | dict.fromkeys(CHOICES, TermKind.CHOICE)


def kind_of(field: TermField) -> TermKind:
    """What a field's value is."""
    return _KIND_OF[field]


def fields_of(section: TermSection) -> tuple[TermField, ...]:
    """The fields of a section, in the order in which they are read."""
    return _SECTIONS[section]
