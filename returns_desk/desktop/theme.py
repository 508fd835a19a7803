"""How the desk looks: ten colour roles from a TOML file, one style sheet for all themes, the fonts that are shipped.

Colours that are not a role are mixed from roles here, so that a new theme is ten lines and nothing else.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from returns_desk.resources import resource

THEMES = ("light", "dark", "contrast")
FAMILY = "Heebo"
BASE_PIXELS = 15


@dataclass(frozen=True)
class Theme:
    """One theme: every colour by its name in the style sheet, as ``#RRGGBB``."""

    name: str
    colours: dict[str, str]

    def __getitem__(self, colour: str) -> str:
        return self.colours[colour]

    @property
    def style_sheet(self) -> str:
        """The style sheet with this theme's colours filled in."""
        return Template(_style_template()).substitute(self.colours)


@cache
def load_theme(name: str) -> Theme:
    """Read a shipped theme; an unknown name gives the light one."""
    known = name if name in THEMES else "light"
    roles = tomllib.loads(resource("themes", f"{known}.toml").read_text(encoding="utf-8"))
    colours = {role: roles[role] for role in ("ink", "muted", "ground", "card", "line", "brand")}
    for role in ("ok", "warning", "bad"):
        colours[role], colours[f"{role}_ground"] = roles[role]
    colours |= roles["dispositions"]
    return Theme(known, colours | _mixed(colours, tuple(roles["dispositions"])))


def _mixed(roles: dict[str, str], dispositions: tuple[str, ...]) -> dict[str, str]:
    """Colours made of roles: grounds, hovers, the bar across the top."""
    dark = brightness(roles["ink"]) > brightness(roles["card"])
    bar, on_bar = (roles["card"], roles["ink"]) if dark else (roles["ink"], roles["card"])
    made = {
        "bar": bar,
        "on_bar": on_bar,
        "bar_chip": mix(on_bar, bar, 0.14),
        "bar_line": mix(on_bar, bar, 0.35),
        "on_fill": roles["ground"] if dark else roles["card"],
        "ink_on_cap": roles["ink"],
        "hover": mix(roles["brand"], roles["card"], 0.05),
        "quiet": mix(roles["muted"], roles["card"], 0.12),
        "faint": mix(roles["muted"], roles["card"], 0.62),
        "cap_line": mix(roles["muted"], roles["card"], 0.45),
        "brand_ground": mix(roles["brand"], roles["card"], 0.10),
        "brand_hover": mix(roles["brand"], roles["ink"], 0.85),
    }
    for name in dispositions:
        made[f"{name}_ground"] = mix(roles[name], roles["card"], 0.10)
        made[f"{name}_line"] = mix(roles[name], roles["card"], 0.40)
    return made


def mix(colour: str, ground: str, share: float) -> str:
    """Lay a share (0 to 1) of a colour over a ground."""
    parts = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0 to 255) of ``#RRGGBB``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def brightness(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2)."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def apply_font_and_palette(app: QApplication, theme: Theme) -> None:
    """Give the program what parts are made with; cheapest while there are none."""
    load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(BASE_PIXELS)
    # figures of one width, so that columns of numbers stand under each other in any font that replaces ours
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)
    palette = QPalette(QColor(theme["card"]), QColor(theme["ground"]))
    for role, colour in (
        (QPalette.ColorRole.WindowText, "ink"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.ButtonText, "ink"),
        (QPalette.ColorRole.Base, "card"),
        (QPalette.ColorRole.Highlight, "brand"),
        (QPalette.ColorRole.HighlightedText, "on_fill"),
        (QPalette.ColorRole.PlaceholderText, "muted"),
    ):
        palette.setColor(role, QColor(theme[colour]))
    app.setPalette(palette)
    app.setProperty("theme", theme.name)


@cache
def load_fonts() -> None:
    """Make the shipped fonts known, once a process."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


@cache
def _style_template() -> str:
    return resource("themes", "desk.qss").read_text(encoding="utf-8")
