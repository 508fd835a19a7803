"""Mark a sentence that is said later, so that the check of the catalogues finds it where it stands."""


def say(sentence: str) -> str:
    """Give the sentence back as it is; it is looked up when somebody's language is known."""
    return sentence
