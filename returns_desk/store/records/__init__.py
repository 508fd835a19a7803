"""The tables as typed records: no behaviour but ``snapshot()``."""

from returns_desk.store.records.base import Record, metadata
from returns_desk.store.records.batches import BatchLineRecord, BatchRecord, CreditRecord
from returns_desk.store.records.bench import BenchRecord, PrintJobRecord, StationRecord
from returns_desk.store.records.catalogue import PartnerRecord, ProductCodeRecord, ProductRecord, TermsRecord
from returns_desk.store.records.journal import (
    CounterRecord,
    DocumentPrintRecord,
    DocumentRecord,
    FindEntryRecord,
    JournalRecord,
)
from returns_desk.store.records.people import PersonRecord, ShopRecord
from returns_desk.store.records.returns import ItemRecord, ParcelRecord, ParcelRmaRecord, RmaLineRecord, RmaRecord

__all__ = [
    "BatchLineRecord",
    "BatchRecord",
    "BenchRecord",
    "CounterRecord",
    "CreditRecord",
    "DocumentPrintRecord",
    "DocumentRecord",
    "FindEntryRecord",
    "ItemRecord",
    "JournalRecord",
    "ParcelRecord",
    "ParcelRmaRecord",
    "PartnerRecord",
    "PersonRecord",
    "PrintJobRecord",
    "ProductCodeRecord",
    "ProductRecord",
    "Record",
    "RmaLineRecord",
    "RmaRecord",
    "ShopRecord",
    "StationRecord",
    "TermsRecord",
    "metadata",
]
