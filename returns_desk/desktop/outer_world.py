"""Joins the window to what stands beside it on the table: scanners, camera, printers. After the first paint."""

from PySide6.QtCore import QCoreApplication, QTimer

from returns_desk.desktop.clock import station_time
from returns_desk.desktop.other_stations import OtherStations
from returns_desk.desktop.place_keys import PlaceKeys
from returns_desk.desktop.port_state import PortReport
from returns_desk.desktop.scanners import Scanners
from returns_desk.desktop.shell import Shell


def join_outer_world(shell: Shell, *, prints: bool = True) -> None:
    """Hear scans from now on; what the settings say of scanners, sounds and printer counts as soon as it changes."""
    shell.scanners = scanners = Scanners(shell.settings, shell)
    scanners.scanned.connect(shell.take_scan)
    scanners.pressed.connect(shell.scans.acknowledge)
    scanners.port_changed.connect(lambda report: _say_port(shell, report))
    shell.settings_changed.connect(scanners.apply)
    shell.settings_changed.connect(lambda settings: shell.sounds.want(settings.sounds))
    shell.settings_changed.connect(lambda _: _say_port(shell, scanners.report))  # the bar may be a new one
    shell.closed.connect(scanners.stop)
    scanners.listen(shell.settings)
    listen_for_places(shell)
    if prints:
        shell.runner.opened.connect(lambda: QTimer.singleShot(0, shell, lambda: _print_papers(shell)))
    shell.runner.opened.connect(lambda: QTimer.singleShot(0, shell, lambda: _open_eyes(shell)))
    hear_other_stations(shell)


def listen_for_places(shell: Shell) -> None:
    """From now on the keys of the screens are heard wherever the cursor is."""
    app = QCoreApplication.instance()
    if app is not None:
        app.installEventFilter(PlaceKeys(shell, shell.choose_place))


def hear_other_stations(shell: Shell) -> None:
    """From the opening of the store on, what happens at other stations is shown here too."""
    others = OtherStations(shell.runner, shell)
    shell.closed.connect(others.stop)
    others.heard.connect(shell.scans.look_again)
    shell.runner.opened.connect(others.listen)


def _say_port(shell: Shell, report: PortReport | None) -> None:
    bar = shell.inside.bar
    if report is None:
        bar.show_scanner("", "")
        return
    from returns_desk.desktop.port_words import say_port, say_way_on, tone_of  # noqa: PLC0415  few stations need it

    bar.show_scanner(say_port(shell.words, report), tone_of(report), say_way_on(shell.words, report))


def _open_eyes(shell: Shell) -> None:
    """From now on there are camera and pictures; what they need is loaded when one of them is first used."""
    from returns_desk.desktop.sight.sight import Sight  # noqa: PLC0415  after the store is open

    Sight(shell)


def _print_papers(shell: Shell) -> None:
    """Papers are printed as soon as a step asks for one; what waited since yesterday first."""
    if shell.printing is not None:  # the store was opened before, on another database
        shell.printing.print_waiting()
        return
    from returns_desk.desktop.print_drain import PrintDrain  # noqa: PLC0415  brings the use cases
    from returns_desk.desktop.print_mark import PrintMark  # noqa: PLC0415  brings the use cases

    shell.printing = printing = PrintDrain(shell.runner, shell.home, lambda: shell.settings, station_time, shell)
    printing.ended.connect(lambda _: shell.scans.look_again())
    shell.runner.happened.connect(printing.hear)
    shell.settings_changed.connect(lambda _: printing.print_waiting())
    PrintMark(shell, printing)
    printing.print_waiting()
