"""The tables as typed records: no behaviour but ``snapshot()``."""

from returns_desk.store.records.base import Record, metadata
from returns_desk.store.records.batches import (
    AttachmentRecord,
    BatchLineRecord,
    BatchRecord,
    BatchStreamRecord,
    CartonRecord,
    CreditLineRecord,
    CreditRecord,
)
from returns_desk.store.records.bench import BenchRecord, StationRecord
from returns_desk.store.records.catalogue import PartnerRecord, ProductCodeRecord, ProductRecord, TermsRecord
from returns_desk.store.records.decisions import DecisionRecord, RuleBookRecord
from returns_desk.store.records.items import InspectionRecord, ItemRecord, PhotoRecord
from returns_desk.store.records.journal import (
    CounterRecord,
    DocumentPrintRecord,
    DocumentRecord,
    FindEntryRecord,
    JournalRecord,
)
from returns_desk.store.records.parcels import ParcelRecord, ParcelRmaRecord
from returns_desk.store.records.people import DelegationRecord, PersonRecord, ShopRecord
from returns_desk.store.records.printing import LogoRecord, PrintJobRecord
from returns_desk.store.records.returns import RmaLineRecord, RmaRecord
from returns_desk.store.records.rules import ChecklistRecord, GradeGuideRecord, PolicyRecord, SettledRecord
from returns_desk.store.records.sales import SaleRecord
from returns_desk.store.records.stock import PlaceRecord, RecallRecord, StockMoveRecord

__all__ = [
    "AttachmentRecord",
    "BatchLineRecord",
    "BatchRecord",
    "BatchStreamRecord",
    "BenchRecord",
    "CartonRecord",
    "ChecklistRecord",
    "CounterRecord",
    "CreditLineRecord",
    "CreditRecord",
    "DecisionRecord",
    "DelegationRecord",
    "DocumentPrintRecord",
    "DocumentRecord",
    "FindEntryRecord",
    "GradeGuideRecord",
    "InspectionRecord",
    "ItemRecord",
    "JournalRecord",
    "LogoRecord",
    "ParcelRecord",
    "ParcelRmaRecord",
    "PartnerRecord",
    "PersonRecord",
    "PhotoRecord",
    "PlaceRecord",
    "PolicyRecord",
    "PrintJobRecord",
    "ProductCodeRecord",
    "ProductRecord",
    "RecallRecord",
    "Record",
    "RmaLineRecord",
    "RmaRecord",
    "RuleBookRecord",
    "SaleRecord",
    "SettledRecord",
    "ShopRecord",
    "StationRecord",
    "StockMoveRecord",
    "TermsRecord",
    "metadata",
]
