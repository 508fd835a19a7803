"""What the station sees: a camera held over the bench, and pictures that are dropped or pasted onto the desk.

``sight.py`` joins it to the window; nothing here, and nothing it needs (Qt's multimedia, the decoders), is loaded
before somebody opens the camera or brings a picture. What is read goes the very way of a scanner's text.
"""
