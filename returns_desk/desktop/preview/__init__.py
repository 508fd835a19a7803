"""Every paper as it will come out: looked at, printed, saved and opened in one way."""

from returns_desk.desktop.preview.dialog import PaperPreview, open_preview

__all__ = ["PaperPreview", "open_preview"]
