"""Each event knows its inverse here: one line a kind, whichever use case it belongs to.

What is in no line cannot be undone, and its use case says why.
"""

from collections.abc import Callable
from typing import Any

from returns_desk.domain import events as e
from returns_desk.domain.events import Event
from returns_desk.store.work import Work
from returns_desk.usecases.add_place import remove_place
from returns_desk.usecases.agree_outcome import unagree, unnote_dispute
from returns_desk.usecases.answer_checks import unanswer_check
from returns_desk.usecases.attach_file import bring_file_back, take_file_back
from returns_desk.usecases.certify_batch import uncertify
from returns_desk.usecases.conclude_item import unjudge_reason, unset_liability
from returns_desk.usecases.count_pieces import uncount_pieces
from returns_desk.usecases.decide_item import undecide
from returns_desk.usecases.describe_parcel import undescribe_parcel
from returns_desk.usecases.disown_item import own_item
from returns_desk.usecases.empty_box import unnote_empty_box
from returns_desk.usecases.end_carton import seal_again
from returns_desk.usecases.file_inspection import restore_inspection
from returns_desk.usecases.find_carton import unfind_carton
from returns_desk.usecases.finish_parcel import put_in_hand_as_before, take_parcel_back
from returns_desk.usecases.hold_item import hold_again, release_hold, take_hold_back, unexplain_hold
from returns_desk.usecases.inspect_again import decide_anew
from returns_desk.usecases.inspect_item import ungrade, unstate_reason, untoggle_finding, unwrite_note
from returns_desk.usecases.make_return import unmake_return
from returns_desk.usecases.match_parcel import own_parcel_again, unmatch_parcel
from returns_desk.usecases.open_item import lay_down
from returns_desk.usecases.print_jobs import let_wait_again
from returns_desk.usecases.put_away import put_where_it_was
from returns_desk.usecases.queue_label import unqueue_label
from returns_desk.usecases.ready_batch import unmake_ready
from returns_desk.usecases.receive_item import put_back
from returns_desk.usecases.receive_parcel import put_parcel_away, send_away
from returns_desk.usecases.record_serial import forget_marks, forget_serial, unmark_serial
from returns_desk.usecases.second_look import unask_second_look
from returns_desk.usecases.set_paper import unset_company, unset_look
from returns_desk.usecases.set_prefix import unset_gs1_prefix
from returns_desk.usecases.set_rule_book import unset_rule_book
from returns_desk.usecases.set_rules import unset_limits, unset_policy
from returns_desk.usecases.set_terms import unset_terms
from returns_desk.usecases.settle_exception import unsettle
from returns_desk.usecases.ship_batch import undeliver_batch
from returns_desk.usecases.split_item import part_items, rejoin_item
from returns_desk.usecases.submit_batch import withdraw_submission
from returns_desk.usecases.take_photo import bring_photo_back, take_photo_back
from returns_desk.usecases.unpack_cartons import (
    bring_carton_back,
    close_again,
    put_in_again,
    take_out_again,
    unbegin_carton,
    unclose_carton,
)
from returns_desk.usecases.wipe_item import unwipe
from returns_desk.usecases.withdraw_recall import drop_recalls, reinstate_recall

Inverse = Callable[[Work, Any], None]


def _nothing(_work: Work, _event: Event) -> None:
    """What has no inverse of its own, since the rest of its step has it."""


INVERSES: dict[type[Event], Inverse] = {
    e.ParcelReceived: send_away,
    e.ParcelMatched: unmatch_parcel,
    e.ReturnMade: unmake_return,
    e.ParcelDisowned: own_parcel_again,
    e.ParcelDescribed: undescribe_parcel,
    e.ParcelReopened: put_parcel_away,
    e.ParcelSetAside: take_parcel_back,
    e.ParcelClosed: take_parcel_back,
    e.ParcelFoundEmpty: unnote_empty_box,
    e.UndecidedHeld: put_in_hand_as_before,
    e.ItemTaken: put_back,
    e.ItemPickedUp: lay_down,
    e.PiecesCounted: uncount_pieces,
    e.CartonFound: unfind_carton,
    e.CartonOpened: seal_again,
    e.ItemSplit: rejoin_item,
    e.ItemSplitOff: _nothing,
    e.ItemsMerged: part_items,
    e.ItemMerged: _nothing,
    e.ItemDisowned: own_item,
    e.SerialRecorded: forget_serial,
    e.MarksRecorded: forget_marks,
    e.SerialUnreadable: unmark_serial,
    e.ItemGraded: ungrade,
    e.FindingAdded: untoggle_finding,
    e.FindingRemoved: untoggle_finding,
    e.ReasonStated: unstate_reason,
    e.NoteWritten: unwrite_note,
    e.CheckAnswered: unanswer_check,
    e.ReasonJudged: unjudge_reason,
    e.LiabilitySet: unset_liability,
    e.InspectedAgain: restore_inspection,
    e.DecisionReconsidered: decide_anew,
    e.SecondLookAsked: unask_second_look,
    e.PhotoAdded: take_photo_back,
    e.PhotoRemoved: bring_photo_back,
    e.ItemDecided: undecide,
    e.ItemPlaced: put_where_it_was,
    e.PlaceAdded: remove_place,
    e.OutcomeAgreed: unagree,
    e.DisputeNoted: unnote_dispute,
    e.ItemHeld: release_hold,
    e.HoldReleased: hold_again,
    e.HoldEnded: hold_again,
    e.HoldExplained: unexplain_hold,
    e.HoldGiven: take_hold_back,
    e.ExceptionSettled: unsettle,
    e.BatchReady: unmake_ready,
    e.BatchSubmitted: withdraw_submission,
    e.FileAttached: take_file_back,
    e.FileDetached: bring_file_back,
    e.CartonBegun: unbegin_carton,
    e.ItemPacked: take_out_again,
    e.ItemUnpacked: put_in_again,
    e.CartonClosed: unclose_carton,
    e.CartonReopened: close_again,
    e.CartonRemoved: bring_carton_back,
    e.BatchDelivered: undeliver_batch,
    e.PrefixSet: unset_gs1_prefix,
    e.BatchCertified: uncertify,
    e.ItemWiped: unwipe,
    e.PolicySet: unset_policy,
    e.LimitsSet: unset_limits,
    e.RuleBookSet: unset_rule_book,
    e.TermsSet: unset_terms,
    e.CompanySet: unset_company,
    e.LookSet: unset_look,
    e.LogoAdded: _nothing,  # it stays for papers that show it; without a look that names it, nothing does
    e.RecallsTaken: drop_recalls,
    e.ItemRecalled: _nothing,  # its hold and its decision have inverses of their own
    e.RecallWithdrawn: reinstate_recall,
    e.LabelQueued: unqueue_label,
    e.JobCancelled: let_wait_again,
    e.BatchOpened: _nothing,  # an empty batch goes on gathering
    e.QuestionAsked: _nothing,  # what the step asked besides was dropped since
}
