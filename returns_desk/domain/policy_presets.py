"""The first policies of a shop. Each is a preset to be checked with counsel: the law has exceptions that no table has.

Sources: Israel's Consumer Protection Law 1981, sections 14C to 14E, and its Cancellation of Transaction Regulations
2010; Directive 2011/83/EU on consumer rights, articles 9 to 16.
"""

from returns_desk.domain.grades import StatedReason
from returns_desk.domain.policies import Policy, PolicyCode, RefundStart

_SATURDAY, _SUNDAY = 5, 6
_SHOP = ("shop", "store", "חנות")
_BUSINESS = ("business", "wholesale", "עסקי", "סיטונאות")
_OPENED_MEDIA = ("media", "software", "games", "מדיה", "תוכנה")
_HYGIENE = ("hygiene", "cosmetics", "underwear", "swimwear", "היגיינה", "קוסמטיקה", "הלבשה תחתונה", "בגדי ים")
_CLOTHES = ("clothes", "clothing", "shoes", "jewellery", "ביגוד", "הנעלה", "תכשיטים")
_SHOPS_FAULT = (
    StatedReason.FAULTY,
    StatedReason.DAMAGED,
    StatedReason.NOT_AS_DESCRIBED,
    StatedReason.WRONG_ITEM,
    StatedReason.LATE,
)

# 14C(c): 14 days from receipt, four months for protected customers; 14E(a): no fee for defect, mismatch, late delivery
# or other breach; 14E(b): else 5 % or ILS 100, the lower; both: refund within 14 days of the cancellation.
ISRAEL_DISTANCE = Policy(
    PolicyCode.ISRAEL_DISTANCE,
    window_days=14,
    rest_weekdays=(_SATURDAY,),
    protected_months=4,
    fee_bp=500,
    fee_cap=10_000,
    free_reasons=_SHOPS_FAULT,
    final_when_opened=_OPENED_MEDIA,  # 14C(d): what can be copied, once its package was opened
    refund_days=14,
)
# Regulation 2: 14 days, clothes and jewellery two days after purchase with their tag, unused, goods over ILS 50;
# 3: refund within seven business days of the cancellation, here seven days to be sure; 5: fee as above; 6: exceptions.
ISRAEL_SHOP = Policy(
    PolicyCode.ISRAEL_SHOP,
    channels=_SHOP,
    window_days=14,
    window_by_category=tuple((category, 2) for category in _CLOTHES),
    rest_weekdays=(_SATURDAY,),
    fee_bp=500,
    fee_cap=10_000,
    price_over=5_000,
    free_reasons=_SHOPS_FAULT,
    used_refused=True,
    final_when_opened=(*_OPENED_MEDIA, *_HYGIENE),
    refund_days=7,
)
# Article 9: 14 days; 13: refund within 14 days of the withdrawal (it may wait for the goods); 14: no fee, but value
# lost by more than trying may be taken off; 16: sealed goods for health or hygiene and sealed media, once opened.
EUROPEAN_UNION = Policy(
    PolicyCode.EU,
    window_days=14,
    rest_weekdays=(_SATURDAY, _SUNDAY),  # Regulation 1182/71, article 3(4)
    currency="EUR",
    free_reasons=_SHOPS_FAULT,
    final_when_opened=(*_OPENED_MEDIA, *_HYGIENE),
    refund_days=14,
)
# A shop's own kindness where no law grants more: what was bought in a shop or by a business.
GENERIC = Policy(
    PolicyCode.GENERIC,
    channels=(*_SHOP, *_BUSINESS),
    window_days=30,
    free_reasons=_SHOPS_FAULT,
    refund_days=14,
    refund_from=RefundStart.RETURNED,
)

PRESETS: tuple[Policy, ...] = (ISRAEL_DISTANCE, ISRAEL_SHOP, EUROPEAN_UNION, GENERIC)


def presets_for(currency: str) -> tuple[Policy, ...]:
    """The presets that a new shop begins with, by its currency."""
    if currency == "ILS":
        return ISRAEL_DISTANCE, ISRAEL_SHOP, GENERIC
    return EUROPEAN_UNION, GENERIC
