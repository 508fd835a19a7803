"""Names of what is proposed for a batch, and why."""

from enum import StrEnum

from returns_desk.domain.proposals import Advice, Why
from returns_desk.wording.marks import say

BOARD: dict[type[StrEnum], dict[StrEnum, str]] = {
    Advice: {
        Advice.SEND: say("Send now"),
        Advice.DESTROY: say("Destroy now"),
        Advice.WAIT: say("Wait"),
        Advice.DONATE: say("Donate instead"),
        Advice.RECYCLE: say("Recycle instead"),
    },
    Why: {
        Why.EMPTY: say("Nothing is in it yet"),
        Why.WINDOW_CLOSED: say("The first return window is closed: every day may cost more of the credit"),
        Why.WINDOW_NEAR: say("The first return window closes soon"),
        Why.MINIMUM_MET: say("The supplier's minimum is met"),
        Why.LONG_ENOUGH: say("It has gathered long enough"),
        Why.BELOW_MINIMUM: say("The minimum was not met in time, and the terms say what then"),
        Why.BRINGS_MORE: say("The goods bring more there than the credit would"),
        Why.MINIMUM_OPEN: say("The supplier's minimum is not met yet"),
        Why.GATHERS: say("It is still gathering"),
    },
}
