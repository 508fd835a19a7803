"""Let a widget look as its properties now say: Qt reads properties in a style sheet only once unless asked."""

from PySide6.QtWidgets import QLabel, QWidget


def restyle(widget: QWidget, **properties: str) -> None:
    """Set properties that the style sheet selects by, and draw the widget and its labels anew where they changed."""
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, properties[name])
    if changed:
        for one in (widget, *widget.findChildren(QLabel)):
            one.style().unpolish(one)
            one.style().polish(one)
