"""What all tests share: the same conditions everywhere, hypothesis profiles, real data beside the checkout."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.compiled_once", "tests.cups", "tests.guards", "tests.postgresql", "tests.shops"]

CHECKOUT = Path(__file__).resolve().parent.parent

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci",
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak", max_examples=5_000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "IST-2IDT,M3.4.4/26,M10.5.0"  # Israel, spelt out so that no zone files are needed
if hasattr(time, "tzset"):
    time.tzset()


@pytest.fixture(autouse=True, scope="session")
def _no_persons_folders() -> Iterator[None]:
    """Keep every test away from the folders of the person who runs it."""
    with tempfile.TemporaryDirectory(prefix="returns-desk-tests-") as folder, pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            patch.setenv(name, str(Path(folder, name.lower())))
            Path(folder, name.lower()).mkdir(mode=0o700)
        yield


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds returns_desk/, resources/ and packaging/."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout; it does not ship with the program."""
    folder = CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real data (../shared/data beside the checkout) is not on this machine")
    return folder
