"""What ``python -m returns_desk`` runs: the same as the command ``returns-desk``."""

import sys

from returns_desk.app import main

if __name__ == "__main__":
    sys.exit(main())
