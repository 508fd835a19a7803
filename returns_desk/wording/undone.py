"""Which step was taken back, so that three undos of one piece do not read alike."""

from returns_desk.domain import events as e
from returns_desk.wording.words import Words


def say_undone(words: Words, event: e.StepUndone) -> str:
    """The thing and the step; a question that waited is only dropped."""
    if event.undone == "QuestionAsked":
        return words("The question was dropped")
    step = step_name(words, event.undone)
    if not step:
        return words("Undone: {number}", number=event.number)
    if not event.number:
        return words("Undone: {step}", step=step)
    return words("Undone: {number}, {step}", number=event.number, step=step)


def step_name(words: Words, kind: str) -> str:
    """What a step is called, by its main event; empty for one without a name."""
    families = (_of_parcel, _of_piece, _of_inspection, _of_packing, _of_the_rest)
    return next((known[kind] for known in (of(words) for of in families) if kind in known), "")


def _of_parcel(words: Words) -> dict[str, str]:
    return {
        "ParcelReceived": words("the parcel's arrival"),
        "ParcelMatched": words("the match"),
        "ParcelDisowned": words("marked as not ours"),
        "ParcelDescribed": words("the parcel's description"),
        "ParcelReopened": words("opened again"),
        "ParcelSetAside": words("set aside"),
        "ParcelClosed": words("the closing"),
        "ParcelFoundEmpty": words("marked as empty"),
    }


def _of_piece(words: Words) -> dict[str, str]:
    return {
        "ItemTaken": words("the item's receipt"),
        "ItemPickedUp": words("taken in hand"),
        "SerialRecorded": words("the serial number"),
        "MarksRecorded": words("what the label said"),
        "SerialUnreadable": words("the serial number that cannot be read"),
        "PiecesCounted": words("the quantity"),
        "CartonFound": words("the carton"),
        "CartonOpened": words("the opening of the carton"),
        "ItemSplit": words("the split"),
        "ItemsMerged": words("the merge"),
        "ItemDisowned": words("marked as not ours"),
        "ItemPlaced": words("the place"),
    }


def _of_inspection(words: Words) -> dict[str, str]:
    return {
        "ItemGraded": words("the grade"),
        "FindingAdded": words("the finding"),
        "FindingRemoved": words("the finding"),
        "ReasonStated": words("the customer's reason"),
        "NoteWritten": words("the note"),
        "CheckAnswered": words("the check"),
        "ReasonJudged": words("the reason found"),
        "LiabilitySet": words("who answers for it"),
        "InspectedAgain": words("the new inspection"),
        "PhotoAdded": words("the photograph"),
        "PhotoRemoved": words("the photograph taken away"),
    }


def _of_packing(words: Words) -> dict[str, str]:
    return {
        "CartonBegun": words("the carton"),
        "ItemPacked": words("the packing"),
        "ItemUnpacked": words("taken out of the carton"),
        "CartonClosed": words("the closing of the carton"),
        "CartonReopened": words("the opening of the carton"),
        "CartonRemoved": words("the carton taken away"),
        "BatchDelivered": words("the delivery"),
        "PrefixSet": words("the company prefix"),
    }


def _of_the_rest(words: Words) -> dict[str, str]:
    return {
        "ItemDecided": words("the decision"),
        "OutcomeAgreed": words("what was agreed with the customer"),
        "DisputeNoted": words("the dispute"),
        "ItemHeld": words("the hold"),
        "HoldExplained": words("the hold's reason"),
        "HoldGiven": words("the hold's owner"),
        "HoldEnded": words("the release from hold"),
        "ExceptionSettled": words("the settled exception"),
        "BatchReady": words("the batch made ready"),
        "BatchSubmitted": words("the submission"),
        "FileAttached": words("the file"),
        "FileDetached": words("the file taken away"),
        "RecallsTaken": words("the notices of recalls"),
        "RecallWithdrawn": words("the withdrawal of a recall"),
        "PolicySet": words("the policy"),
        "LimitsSet": words("the limits"),
        "RuleBookSet": words("the rules for decisions"),
        "BatchCertified": words("the certificate"),
        "ItemWiped": words("the wiping"),
        "TermsSet": words("a supplier's terms"),
        "CompanySet": words("the shop's details"),
        "LookSet": words("how papers look"),
        "JobCancelled": words("the print that was cancelled"),
    }
