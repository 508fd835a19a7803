"""Everything a person sees and touches.

``window.py`` opens the program's one window (``shell.py``); ``wedge.py`` hears the scanner; ``runner.py`` is the one
door to the use cases. What the first paint needs imports neither use cases nor the store: start-up speed is measured.
"""
