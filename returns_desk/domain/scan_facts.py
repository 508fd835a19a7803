"""What a scan is, what to know of how it was read, and why a picture gives none: facts, without sentences."""

from enum import StrEnum


class ScanKind(StrEnum):
    """What a scanned text is, as far as the text alone can tell."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"  # too long, or broken in a way that makes every reading unsafe
    COMMAND = "command"
    COMMAND_UNKNOWN = "command_unknown"  # begins like a command barcode, but there is no such command
    BADGE = "badge"
    ITEM = "item"
    PARCEL = "parcel"
    BATCH = "batch"
    DOCUMENT = "document"
    CARTON = "carton"  # that goods leave in
    RMA = "rma"
    PLACE = "place"  # a bin or shelf
    PRODUCT = "product"
    PRODUCT_WRONG = "product_wrong"  # a product number whose check digit is wrong
    SSCC = "sscc"
    TRACKING = "tracking"
    IMEI = "imei"
    SERIAL = "serial"
    UNKNOWN = "unknown"


class ScanWarning(StrEnum):
    """What a person should know about how the text was read."""

    WRONG_CHECK_DIGIT = "wrong_check_digit"
    HEBREW_LAYOUT_UNDONE = "hebrew_layout_undone"
    CAPS_LOCK_UNDONE = "caps_lock_undone"
    CONTROL_SIGNS_DROPPED = "control_signs_dropped"
    RESTRICTED_CIRCULATION = "restricted_circulation"  # weighed goods or a shop's own number, not worldwide
    TOO_LONG = "too_long"
    UNKNOWN_COMMAND = "unknown_command"
    NUMBER_ONLY = "number_only"  # a carrier was guessed from digits alone
    GS1_INCOMPLETE = "gs1_incomplete"  # says it is a GS1 message, but does not follow the standard


class PictureError(StrEnum):
    """Why a picture could not be looked at."""

    MISSING = "missing"
    UNREADABLE = "unreadable"  # a folder, or a file that may not be read
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"
    DAMAGED = "damaged"
