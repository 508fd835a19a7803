"""Sentences for files and rows that are not taken by an import."""

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused, RowRefused
from returns_desk.wording.words import Words


def import_refusal(words: Words, refusal: RowRefused | ImportRefused) -> str:
    """Say why a file or a row is not taken; a fact that has no sentence of its own is named."""
    if isinstance(refusal, ImportRefused):
        of_file = _file_sentences(words, refusal.detail, ", ".join(refusal.columns))
        return of_file.get(refusal.fact) or words("The file was not taken: {fact}", fact=refusal.fact)
    if refusal.fact == RowFact.TERMS:
        return words("The terms do not fit: {why}", why=_of_terms(words, refusal))
    of_row = _row_sentences(words, refusal.column, refusal.value)
    return of_row.get(refusal.fact) or words("The row was not taken: {fact}", fact=refusal.fact)


def _of_terms(words: Words, refusal: RowRefused) -> str:
    # WORKAROUND(start-up): the sentences of faults are needed by nobody who scans
    from returns_desk.domain.term_faults import TermFact, TermFault  # noqa: PLC0415  see above
    from returns_desk.wording.term_faults import say_term_fault  # noqa: PLC0415  see above

    if refusal.value not in set(TermFact):
        return refusal.column
    return say_term_fault(words, TermFault(TermFact(refusal.value), refusal.column))


def _file_sentences(words: Words, detail: str, columns: str) -> dict[str, str]:
    return {
        FileFact.MISSING: words("There is no file {detail}", detail=detail),
        FileFact.UNREADABLE: words("The file cannot be read as a table (CSV, or a workbook without macros)"),
        FileFact.PASSWORD: words("The file is locked with a password; save it without one and try again"),
        FileFact.COLUMNS: words("These columns are missing in the file: {columns}", columns=columns),
        FileFact.SAME_COLUMNS: words("These columns stand in the file more than once: {columns}", columns=columns),
        FileFact.EMPTY: words("There is no row in the file"),
        FileFact.TOO_LARGE: words("The file is too large: at most 50 MB, 200,000 rows and 100 columns"),
        FileFact.MAPPING: words("The mapping file does not fit: {detail}", detail=detail),
        FileFact.POLICY: words("The file cannot be read as a policy: {detail}", detail=detail),
    }


def _row_sentences(words: Words, column: str, value: str) -> dict[str, str]:
    return {
        RowFact.MISSING: words("Nothing stands in column {column}", column=column),
        RowFact.UNREADABLE: words("The row holds broken characters: {value}", value=value),
        RowFact.QUOTES: words("A quotation mark is out of place: {value}", value=value),
        RowFact.CELLS: words("The row has {value} cells, not as many as there are columns", value=value),
        RowFact.TOO_LONG: words("Too long: {value}…", value=value),
        RowFact.NOT_MONEY: words("{value} in column {column} is not an amount", column=column, value=value),
        RowFact.NOT_A_NUMBER: words("{value} in column {column} is not a number that fits", column=column, value=value),
        RowFact.NOT_A_DATE: words("{value} in column {column} is not a date", column=column, value=value),
        RowFact.NOT_YES_OR_NO: words("{value} in column {column} is neither yes nor no", column=column, value=value),
        RowFact.NOT_A_CHOICE: words("{value} is not one of the values of column {column}", column=column, value=value),
        RowFact.NOT_A_CODE: words("{value} cannot be a barcode", value=value),
        RowFact.NOT_A_BADGE: words("A badge begins with ID- and has only A-Z, 0-9 and -"),
        RowFact.NOT_A_PIN: words("A PIN has 4 to 12 digits"),
        RowFact.NOT_AN_ADDRESS: words("{value} is not a mail address", value=value),
        RowFact.CHECK_DIGIT: words("The check digit of {value} is wrong", value=value),
        RowFact.DUPLICATE: words("The same as line {value}", value=value),
        RowFact.DIFFERS: words("{column} differs from line {value} of the same return", column=column, value=value),
        RowFact.NOT_A_RETURN: words("{value} is not a customer's return", value=value),
        RowFact.NOT_A_SALE: words("{value} is not a sale (a return or a correction)", value=value),
        RowFact.NOT_GOODS: words("{value} is not goods (postage, fee, discount or correction)", value=value),
        RowFact.NO_CUSTOMER: words("No customer stands at this return"),
        RowFact.NO_PRICE: words("The row has no price"),
        RowFact.UNKNOWN_SUPPLIER: words("There is no supplier {value}", value=value),
        RowFact.UNKNOWN_PRODUCT: words("There is no product {value}", value=value),
        RowFact.NEEDS_ADMIN: words("Whoever may approve is changed only with an admin's badge and PIN"),
        RowFact.SERIALS_CROSSED: words("The first serial number comes after the last: {value}", value=value),
        RowFact.SERIALS_DIFFER: words("These serial numbers are not of one pattern: {value}", value=value),
        **_checklist_sentences(words, column, value),
    }


def _checklist_sentences(words: Words, column: str, value: str) -> dict[str, str]:
    return {
        RowFact.NOT_A_CHECK: words("{value} cannot be a check's code: only A-Z, 0-9 and -, at most 20", value=value),
        RowFact.MISPLACED: words("Column {column} stays empty at a check of this kind", column=column),
        RowFact.CHOICES: words("A choice has 2 to 9 answers, parted by semicolons; here: {value}", value=value),
        RowFact.CHOICES_DIFFER: words("There are not as many choices in English as in Hebrew"),
        RowFact.BOUNDS: words("The least is more than the most: {value}", value=value),
        RowFact.FORMULA: words("A formula is no text: {value}", value=value),
        RowFact.TOO_MANY: words("A category has at most {value} checks", value=value),
        RowFact.LIST_KEPT: words(
            "Not taken: another row of {value} was refused, so its old list stays",
            value=value or words("all other categories"),
        ),
        RowFact.OWN_CODE: words("{value} means something else at the desk already", value=value),
        RowFact.PRODUCTS_CODE: words("{value} is the code of a product", value=value),
        RowFact.NOT_A_PICTURE: words("The picture {value} beside the file cannot be used", value=value),
    }
