"""Refusals about goods for charities and recyclers: weights, certificates, and what customers left on devices."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class NotWiped(DeskError):
    """Pieces of a batch may still hold a customer's data."""

    batch: str
    items: tuple[str, ...]


@dataclass(unsafe_hash=True)
class AlreadyWiped(DeskError):
    """The piece was wiped, and nobody saw anything on it since."""

    number: str


@dataclass(unsafe_hash=True)
class NothingToWipe(DeskError):
    """The piece is no device, and nobody saw a customer's data on it."""

    number: str


@dataclass(unsafe_hash=True)
class OnlyRecycled(DeskError):
    """What is shredded goes to a recycler, and the piece goes elsewhere."""

    number: str


@dataclass(unsafe_hash=True)
class NotForSuppliers(DeskError):
    """Weights by material and certificates are of charities and recyclers."""

    batch: str


@dataclass(unsafe_hash=True)
class AbsurdWeight(DeskError):
    """What was measured is a hundred times more, or less, than what the products weigh (both in grams)."""

    batch: str
    measured: int
    by_products: int


@dataclass(unsafe_hash=True)
class CertificateUsedBefore(DeskError):
    """The same recipient gave this certificate number for another batch."""

    certificate: str
    batch: str


@dataclass(unsafe_hash=True)
class NoCertificate(DeskError):
    """The recipient confirmed nothing yet; without it the batch closes only with a note."""

    batch: str


@dataclass(unsafe_hash=True)
class NoRegistration(DeskError):
    """The charity's registration number is not known; without it a gift is approved only with a note."""

    batch: str
    partner: str
    partner_en: str = ""
