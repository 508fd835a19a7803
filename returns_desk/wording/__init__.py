"""The words for people, in their language.

English sentences are the keys of a gettext catalogue (``resources/wording/he.po``), which is read at start and
keeps in memory; so a missing translation shows English rather than nothing, and a test keeps it from happening. Facts
inside a sentence are wrapped in bidi isolates, so that ``RMA-20418`` stays whole in a Hebrew sentence.
"""

from returns_desk.wording.words import Words

__all__ = ["Words"]
