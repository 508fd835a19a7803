"""Let a widget look as its properties now say: Qt reads properties in a style sheet only once unless asked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def restyle(widget: QWidget, **properties: str) -> None:
    """Set properties that the style sheet selects by, and draw the widget and its labels anew where they changed.

    What was not shown yet reads them when it is; asking for its style before the first paint would cost that 10 ms.
    """
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, properties[name])
    if changed:
        for one in (widget, *widget.findChildren(QLabel)):
            if one.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                one.style().unpolish(one)
                one.style().polish(one)
