"""What the facts of the shapes are called when a person reads them."""

from returns_desk.wording import Words


def heading(words: Words, name: str, inside: str = "") -> str:
    """The name of a fact, also of one inside another; one that needs no name is shown as programs read it."""
    if (inside, name) == ("agreed", "outcome"):
        return words("What the customer gets")
    families = (
        _of_rules,
        _of_inspections,
        _of_customers,
        _of_boxes,
        _of_things,
        _of_goods,
        _of_recalls,
        _of_places,
        _of_photos,
        _of_batches,
        _of_board,
        _of_approval,
        _of_packing,
        _of_printing,
    )
    return next((known[name] for known in (of(words) for of in families) if name in known), name)


def _of_rules(words: Words) -> dict[str, str]:
    return {
        "version": words("Version"),
        "valid_from": words("Valid from"),
        "ends": words("Replaced from"),
        "made_at": words("Laid down"),
        "rows": words("Rows"),
        "was": words("Was"),
        "would": words("Would be"),
        "decisions": words("Decisions"),
        "changed": words("Otherwise"),
        "difference": words("Won or lost"),
        "difference_then": words("By the figures of then"),
        "overrides": words("Overrides"),
        "share": words("Share"),
    }


def _of_inspections(words: Words) -> dict[str, str]:
    return {
        "found": words("Really"),
        "liability": words("Answers for it"),
        "liability_suggested": words("Answers for it, as the rule sees it"),
        "second_look": words("Waits for a second look"),
        "inspections": words("Inspections"),
        "guides": words("What the grades mean"),
    }


def _of_customers(words: Words) -> dict[str, str]:
    return {
        "policy": words("Policy"),
        "verdict": words("Verdict"),
        "said": words("Grounds"),
        "agreed": words("Agreed with the customer"),
        "amount": words("Amount"),
        "against": words("Against the policy"),
        "dispute": words("Dispute"),
        "refund": words("Refund"),
        "refund_by": words("Refund by"),
        "clerk_amount": words("A clerk's limit"),
        "photo_value": words("Value to photograph"),
        "supervisor_batch": words("A supervisor approves batches up to"),
        "second_look_value": words("Value for a second look"),
        "weight_off_percent": words("Weight off in percent"),
        "wrong_items": words("Boxes with a wrong item"),
    }


def _of_boxes(words: Words) -> dict[str, str]:
    return {
        "age_days": words("Days here"),
        "sender": words("Sender"),
        "sscc": words("SSCC"),
        "condition": words("Condition of the box"),
        "expected_g": words("Weight announced, in grams"),
        "box_no": words("Box number"),
        "box_count": words("Number of boxes"),
        "authorized": words("Authorized"),
        "protected": words("Longer right of the law"),
    }


def _of_things(words: Words) -> dict[str, str]:
    return {
        "number": words("Number"),
        "state": words("State"),
        "kind": words("Kind"),
        "why": words("Why"),
        "key": words("Key"),
        "owner": words("For whom"),
        "ways": words("Ways"),
        "since": words("Since"),
        "name": words("Name"),
        "role": words("Role"),
        "contact": words("Contact"),
        "phone": words("Phone"),
        "email": words("E-mail"),
        "address": words("Address"),
        "company_number": words("Company number"),
        "note": words("Note"),
        "customer": words("Customer"),
        "customers": words("Customers"),
        "order": words("Order"),
        "channel": words("Channel"),
        "announced": words("Announced on"),
        "delivered": words("Delivered on"),
        "expires": words("Until"),
        "stated": words("Customer's reason"),
        "wanted": words("Asked for"),
        "name_en": words("Name in English"),
        "language": words("Language"),
        "vip": words("VIP"),
        "terms": words("Terms"),
        "defective": words("Faulty goods"),
        "not_defective": words("Sound goods"),
        "window_days": words("Days to return"),
        "authorization_needed": words("Supplier's number"),
        "below_minimum": words("Below the minimum"),
        "freight_payer": words("Freight"),
    }


def _of_goods(words: Words) -> dict[str, str]:
    return {
        "parcel": words("Parcel"),
        "tracking": words("Tracking number"),
        "carrier": words("Carrier"),
        "rma": words("Return"),
        "rmas": words("Returns"),
        "expected": words("Units announced"),
        "items": words("Items"),
        "item": words("Item"),
        "arrived_at": words("Arrived"),
        "received_at": words("Received"),
        "product": words("Product"),
        "sku": words("SKU"),
        "code": words("Barcode"),
        "codes": words("Barcodes"),
        "category": words("Category"),
        "cost": words("Cost"),
        "price": words("Price"),
        "quantity": words("Quantity"),
        "serial": words("Serial number"),
        "serial_check": words("Check of the serial number"),
        "outcome": words("Receipt"),
        "grade": words("Grade"),
        "findings": words("Findings"),
        "disposition": words("Decision"),
        "recommended": words("Recommended"),
        "held": words("On hold"),
        "stock": words("Stock"),
        "place": words("Place"),
        "net": words("Net"),
        "supplier_sku": words("Supplier's SKU"),
        "serialised": words("Serial number needed"),
        "hold_reason": words("Why on hold"),
        "hold_code": words("Reason"),
        "hold_owner": words("For whom"),
        "lot": words("Lot"),
    }


def _of_places(words: Words) -> dict[str, str]:
    return {
        "holds": words("What lies there"),
        "categories": words("Categories"),
        "pieces": words("Pieces"),
    }


def _of_recalls(words: Words) -> dict[str, str]:
    return {
        "goods": words("Which of it"),
        "serial_from": words("First serial number"),
        "serial_to": words("Last serial number"),
        "reason": words("Why"),
        "measure": words("What becomes of it"),
        "recall": words("Recall notice"),
        "recall_check": words("Recalled"),
    }


def _of_photos(words: Words) -> dict[str, str]:
    return {
        "photos": words("Photographs"),
        "taken_at": words("Photographed"),
        "person": words("Who"),
        "file": words("File"),
    }


def _of_batches(words: Words) -> dict[str, str]:
    return {
        "batch": words("Batch"),
        "partner": words("Partner"),
        "partner_code": words("Partner's code"),
        "credits": words("Credits"),
        "authorization_until": words("Number valid until"),
        "decision_note": words("Note on the decision"),
        "weight_g": words("Weight in grams"),
        "fee": words("Fee"),
        "freight": words("Freight"),
        "credited": words("Credited"),
        "open": words("Still open"),
        "due": words("Due"),
        "age": words("Age"),
        "prepared_by": words("Prepared by"),
        "submitted_at": words("Submitted"),
        "approved_by": words("Approved by"),
        "approved_at": words("Approved"),
        "authorization": words("Supplier's number"),
        "packages": words("Packages"),
        "waybill": words("Waybill"),
        "driver": words("Driver"),
        "shipped_at": words("Shipped"),
        "slip": words("Slip"),
        "issued_at": words("Issued"),
        "stream": words("Material"),
        "streams": words("Weights by material"),
        "weighed": words("Weighed"),
        "without_weight": words("Pieces without weight"),
        "unwiped": words("Devices to wipe"),
        "certificate": words("Certificate"),
        "certificate_at": words("Certificate received"),
        "wiped": words("Wiped"),
        "wiped_at": words("Wiped at"),
        "wiped_by": words("Wiped by"),
        "prints": words("Prints"),
    }


def _of_board(words: Words) -> dict[str, str]:
    return {
        "missing_to_minimum": words("Missing to the minimum"),
        "mode": words("Way of the goods"),
        "sort": words("Which goods"),
        "proposal_said": words("To do"),
        "lines": words("Lines"),
        "gross": words("Value"),
        "expected_credit": words("Expected credit"),
        "opened_at": words("Opened"),
        "days_left": words("Days left"),
    }


def _of_approval(words: Words) -> dict[str, str]:
    return {
        "approved_for": words("Signed for"),
        "seen": words("What was looked at"),
        "who": words("Who signs"),
        "for": words("Signs for"),
    }


def _of_packing(words: Words) -> dict[str, str]:
    return {
        "plate": words("Vehicle number"),
        "authorization_days_left": words("Days left of the supplier's number"),
        "delivered_at": words("Delivered on"),
        "credit_due": words("Credit due"),
        "cartons": words("Cartons"),
        "size_mm": words("Size in millimetres"),
        "items": words("Items"),
    }


def _of_printing(words: Words) -> dict[str, str]:
    return {
        "why_not": words("Why not"),
        "next_try_at": words("Next try"),
        "printer": words("Printer"),
        "copies": words("Copies"),
        "copy": words("Copy"),
        "sent_at": words("Sent"),
        "printed_at": words("Printed"),
    }
