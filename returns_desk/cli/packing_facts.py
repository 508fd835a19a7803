"""What ``show batch`` says of packing and of the way to the partner."""

from collections import Counter

from returns_desk.domain.snapshots import BatchSnapshot

Facts = dict[str, object]


def packing_facts(batch: BatchSnapshot) -> Facts:
    """The cartons with what is in them, the clock of the supplier's number, the delivery, when the credit is due."""
    held = Counter(line.carton for line in batch.lines)
    return {
        "authorization_days_left": batch.row.authorization_days,
        "delivered_at": batch.delivered_at,
        "credit_due": batch.row.credit_due,
        "cartons": [
            {
                "number": box.number,
                "state": "closed" if box.closed else "open",
                "sscc": box.sscc,
                "weight_g": box.weight_g,
                "size_mm": list(box.size_mm),
                "lines": held[box.number],
                "items": [line.item.number for line in batch.lines if line.carton == box.number],
            }
            for box in batch.cartons
        ],
    }
