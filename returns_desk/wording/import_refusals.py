"""Sentences for files and rows that are not taken by an import."""

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused, RowRefused
from returns_desk.wording.words import Words

FILE_SENTENCES = {
    FileFact.MISSING: "There is no file {detail}",
    FileFact.UNREADABLE: "The file cannot be read as a table (CSV, XLSX, XLS or ODS without macros)",
    FileFact.PASSWORD: "The file is locked with a password; save it without one and try again",
    FileFact.COLUMNS: "These columns are missing in the file: {columns}",
    FileFact.SAME_COLUMNS: "These columns stand in the file more than once: {columns}",
    FileFact.EMPTY: "There is no row in the file",
    FileFact.TOO_LARGE: "The file is too large: at most 50 MB, 200,000 rows and 100 columns",
    FileFact.MAPPING: "The mapping file does not fit: {detail}",
}
ROW_SENTENCES = {
    RowFact.MISSING: "Nothing stands in column {column}",
    RowFact.UNREADABLE: "The row holds broken characters: {value}",
    RowFact.QUOTES: "A quotation mark is out of place: {value}",
    RowFact.CELLS: "The row has {value} cells, not as many as there are columns",
    RowFact.TOO_LONG: "Too long: {value}…",
    RowFact.NOT_MONEY: "{value} in column {column} is not an amount",
    RowFact.NOT_A_NUMBER: "{value} in column {column} is not a number that fits",
    RowFact.NOT_A_DATE: "{value} in column {column} is not a date",
    RowFact.NOT_YES_OR_NO: "{value} in column {column} is neither yes nor no",
    RowFact.NOT_A_CHOICE: "{value} is not one of the values of column {column}",
    RowFact.NOT_A_CODE: "{value} cannot be a barcode",
    RowFact.NOT_A_BADGE: "A badge begins with ID- and has only A-Z, 0-9 and -",
    RowFact.NOT_A_PIN: "A PIN has 4 to 12 digits",
    RowFact.NOT_AN_ADDRESS: "{value} is not a mail address",
    RowFact.CHECK_DIGIT: "The check digit of {value} is wrong",
    RowFact.DUPLICATE: "The same as line {value}",
    RowFact.DIFFERS: "{column} differs from line {value} of the same return",
    RowFact.NOT_A_RETURN: "{value} is not a customer's return",
    RowFact.NOT_GOODS: "{value} is not goods (postage, fee, discount or correction)",
    RowFact.NO_CUSTOMER: "No customer stands at this return",
    RowFact.NO_PRICE: "The row has no price",
    RowFact.UNKNOWN_SUPPLIER: "There is no supplier {value}",
    RowFact.UNKNOWN_PRODUCT: "There is no product {value}",
}


def import_refusal(words: Words, refusal: RowRefused | ImportRefused) -> str:
    """Say why a file or a row is not taken; a fact that has no sentence of its own is named."""
    if isinstance(refusal, ImportRefused):
        if refusal.fact not in set(FileFact):
            return words("The file was not taken: {fact}", fact=refusal.fact)
        sentence = FILE_SENTENCES[FileFact(refusal.fact)]
        return words(sentence, detail=refusal.detail, columns=", ".join(refusal.columns))
    if refusal.fact not in set(RowFact):
        return words("The row was not taken: {fact}", fact=refusal.fact)
    return words(ROW_SENTENCES[RowFact(refusal.fact)], column=refusal.column, value=refusal.value)
