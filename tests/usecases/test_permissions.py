"""The permission matrix: every use case, every role. A new public function without a row here fails."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from returns_desk import usecases
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason, WantedOutcome
from returns_desk.domain.items import Disposition, HoldReason
from returns_desk.domain.money import Money
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.papers import AttachmentKind, KeptFile
from returns_desk.domain.parcels import ParcelFacts
from returns_desk.domain.people import AT_THE_BENCH, NEEDS_PIN, PERMISSIONS, Permission, Role, Signature, may
from returns_desk.domain.photos import KeptPicture, PhotoKind
from returns_desk.domain.policies import Limits
from returns_desk.domain.policy_presets import GENERIC
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import ApprovalNeeded, DeskError, NotAllowed, NotSignedIn
from returns_desk.domain.rules import RuleBook, Stream
from returns_desk.domain.snapshots import Company, Question, QuestionKind
from returns_desk.domain.terms import SupplierTerms
from returns_desk.store.database import Database
from returns_desk.store.records import ItemRecord, ParcelRecord, PlaceRecord, ProductRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.new_item import Marks
from tests.builders import KETTLE, TODAY, Station, decided_kettle

P = Permission
NUMBER = "SB-000001"
LOGO = b"\x89PNG\r\n\x1a\n" + b"\x00" * 11 + b"\x01" + b"\x00" * 3 + b"\x01" + b"\x00" * 9  # as far as it is asked


class Named(dict[str, Any]):
    """Arguments by their names."""


def first(kind: type[Any]) -> Callable[[Work], Any]:
    """Fetch any record of a kind, for use cases that get one."""
    return lambda work: work.session.query(kind).first()


# what asks for a right -> the right, and arguments that reach it
GUARDED: dict[str, tuple[Permission, tuple[Any, ...]]] = {
    "receive_parcel.receive_parcel": (P.RECEIVE, (first(ParcelRecord),)),
    "receive_parcel.receive_rma": (P.RECEIVE, (first(RmaRecord),)),
    "receive_parcel.receive_unknown": (P.RECEIVE, ("12345678",)),
    "receive_parcel.receive_another_box": (P.RECEIVE, (first(RmaRecord),)),
    "match_parcel.match_parcel": (P.RECEIVE, (first(ParcelRecord), first(RmaRecord))),
    "match_parcel.match_by_number": (P.RECEIVE, ("RR402101201IL", "RMA-6")),
    "match_parcel.make_unauthorized": (P.RECEIVE, ()),
    "match_parcel.disown_parcel": (P.RECEIVE, ()),
    "match_parcel.send_parcel_back": (P.RECEIVE, ("RR402101201IL",)),
    "choose_return.choose_return": (P.RECEIVE, ("RMA-6",)),
    "choose_return.choose_candidate": (P.RECEIVE, (1,)),
    "choose_return.open_another_box": (P.RECEIVE, ("RMA-6",)),
    "describe_parcel.describe_parcel": (P.RECEIVE, ("", ParcelFacts(sender="Dana"))),
    "receive_item.take_item": (P.RECEIVE, (first(ProductRecord), KETTLE)),
    "receive_item.take_unknown_item": (P.RECEIVE, (KETTLE,)),
    "open_item.pick_up_item": (P.RECEIVE, (first(ItemRecord),)),
    "put_away.put_item": (P.RECEIVE, ("IT-1-000001", "A-1")),
    "put_away.put_into": (P.RECEIVE, (first(ItemRecord), PlaceRecord(code="A-1", categories=[]))),
    "add_place.add_place": (P.SET_RULES, ("A-1", first(ItemRecord))),
    "import_places.import_places": (P.IMPORT, ((),)),
    "import_places.drop_place": (P.IMPORT, ("A-1",)),
    "record_serial.record_serial": (P.RECEIVE, ("SN-1",)),
    "record_serial.record_marks": (P.RECEIVE, (Marks("SN-1"),)),
    "record_serial.mark_serial_unreadable": (P.RECEIVE, ()),
    "count_pieces.set_quantity": (P.RECEIVE, (40,)),
    "count_pieces.count_carton": (P.RECEIVE, (first(ItemRecord), 40)),
    "find_carton.take_by_code": (P.RECEIVE, (first(ProductRecord), KETTLE)),
    "find_carton.toggle_carton": (P.INSPECT, ()),
    "find_carton.seal_carton": (P.INSPECT, (40,)),
    "split_item.ask_split": (P.RECEIVE, ()),
    "split_item.split_item": (P.RECEIVE, (1, "IT-1-000001")),
    "split_item.ask_merge": (P.RECEIVE, ()),
    "split_item.merge_items": (P.RECEIVE, ("IT-1-000001", "IT-1-000001")),
    "disown_item.disown_item": (P.RECEIVE, ()),
    "empty_box.note_empty_box": (P.RECEIVE, ()),
    "drop_product.drop_product": (P.IMPORT, ("KETTLE",)),
    "drop_product.restore_product": (P.IMPORT, ("KETTLE",)),
    "finish_parcel.set_parcel_aside": (P.RECEIVE, ()),
    "finish_parcel.close_parcel": (P.RECEIVE, ()),
    "inspect_item.grade_item": (P.INSPECT, (Grade.A,)),
    "inspect_item.toggle_finding": (P.INSPECT, (Finding.WORN,)),
    "inspect_item.state_reason": (P.INSPECT, (StatedReason.LATE,)),
    "inspect_item.write_note": (P.INSPECT, ("note",)),
    "answer_checks.answer_check": (P.INSPECT, ("POWER", "yes")),
    "answer_asked.answer_asked": (P.INSPECT, (Question(QuestionKind.CHECK, "POWER"), "yes")),
    "conclude_item.judge_reason": (P.INSPECT, (FoundReason.USED,)),
    "conclude_item.set_liability": (P.INSPECT, (Liability.CARRIER,)),
    "inspect_again.inspect_again": (P.INSPECT, ("IT-1-000001",)),
    "second_look.ask_second_look": (P.INSPECT, ()),
    "take_photo.add_photo": (P.INSPECT, (KeptPicture("0" * 64, 4, 3), PhotoKind.FRONT)),
    "take_photo.remove_photo": (P.INSPECT, ("none",)),
    "decide_item.take_recommendation": (P.DECIDE, ()),
    "decide_item.decide_item": (P.DECIDE, (Disposition.RECYCLE,)),
    "decide_item.decide_way": (P.DECIDE, ("recycle",)),
    "hold_item.hold_item": (P.DECIDE, ()),
    "hold_item.hold_by_number": (P.DECIDE, ("IT-1-000001", HoldReason.PARTS)),
    "hold_item.explain_hold": (P.DECIDE, (HoldReason.PARTS, "", "IT-1-000001")),
    "hold_item.give_hold": (P.SETTLE_EXCEPTION, ("IT-1-000001", "")),
    "settle_exception.settle_exception": (P.SETTLE_EXCEPTION, ("held:IT-1-000001",)),
    "hold_item.end_hold": (P.SETTLE_EXCEPTION, ("IT-1-000001",)),
    "agree_outcome.agree_outcome": (P.AGREE_OUTCOME, (WantedOutcome.NONE,)),
    "agree_outcome.agree_by_scan": (P.AGREE_OUTCOME, (WantedOutcome.NONE,)),
    "agree_outcome.agree_amount": (P.AGREE_OUTCOME, (Question(QuestionKind.AGREE_AMOUNT, "refund"), "5")),
    "agree_outcome.note_dispute": (P.AGREE_OUTCOME, ("wants more",)),
    "set_rules.set_policy": (P.SET_RULES, (GENERIC,)),
    "set_rules.set_limits": (P.SET_RULES, (Limits(),)),
    "delegate.delegate": (P.DELEGATE, ("ID-OMER-2", TODAY, TODAY)),
    "delegate.revoke_delegation": (P.DELEGATE, ("00",)),
    "replay_rules.may_replay": (P.SET_DECISIONS, ()),
    "set_rule_book.set_rule_book": (P.SET_DECISIONS, (RuleBook(valid_from=TODAY),)),
    "set_rule_book.may_set_rule_book": (P.SET_DECISIONS, ()),
    "set_terms.set_terms": (P.SET_RULES, ("GALIL", SupplierTerms(valid_from=TODAY))),
    "set_terms.may_set_terms": (P.SET_RULES, ()),
    "undo.undo": (P.UNDO_OWN, ()),
    "undo.undo_step": (P.UNDO_ANY, ("00",)),
    "queue_label.print_again": (P.PRINT, ()),
    "issue_slip.print_slip": (P.PRINT, (NUMBER, "he", "folder")),
    "ready_batch.ready_batch": (P.SUBMIT_BATCH, (NUMBER,)),
    "ready_batch.reopen_batch": (P.SUBMIT_BATCH, (NUMBER,)),
    "turn_batch.turn_batch": (P.SUBMIT_BATCH, (NUMBER, Disposition.DONATE)),
    "destroy_batch.destroy_batch": (P.SHIP_BATCH, (NUMBER, "Yossi")),
    "submit_batch.submit_batch": (P.SUBMIT_BATCH, (NUMBER,)),
    "submit_batch.withdraw_batch": (P.SUBMIT_BATCH, (NUMBER,)),
    "submit_batch.pull_item": (P.SUBMIT_BATCH, (NUMBER, "IT-1-000001")),
    "submit_batch.cancel_batch": (P.SUBMIT_BATCH, (NUMBER,)),
    "approve_batch.approve_batch": (P.APPROVE_BATCH, (NUMBER,)),
    "approve_batch.send_batch_back": (P.APPROVE_BATCH, (NUMBER, "note")),
    "approve_batch.reject_batch": (P.APPROVE_BATCH, (NUMBER, "note")),
    "ship_batch.authorize_batch": (P.SHIP_BATCH, (NUMBER, "RGA-1")),
    "ship_batch.pack_batch": (P.SHIP_BATCH, (NUMBER, 1)),
    "ship_batch.ship_batch": (P.SHIP_BATCH, (NUMBER,)),
    "ship_batch.ask_number_again": (P.SHIP_BATCH, (NUMBER,)),
    "ship_batch.deliver_batch": (P.SHIP_BATCH, (NUMBER,)),
    "pack_cartons.open_carton": (P.SHIP_BATCH, (NUMBER,)),
    "pack_cartons.pack_item": (P.SHIP_BATCH, ("CT-000001", "IT-1-000001")),
    "pack_cartons.unpack_item": (P.SHIP_BATCH, ("CT-000001", "IT-1-000001")),
    "pack_cartons.close_carton": (P.SHIP_BATCH, ("CT-000001", 1_000)),
    "pack_cartons.reopen_carton": (P.SHIP_BATCH, ("CT-000001",)),
    "pack_cartons.remove_carton": (P.SHIP_BATCH, ("CT-000001",)),
    "queue_carton_label.queue_carton_label": (P.PRINT, ("CT-000001",)),
    "queue_bin_labels.queue_bin_labels": (P.PRINT, ()),
    "queue_paper.queue_paper": (P.PRINT, (PaperKind.SLIP, NUMBER)),
    "print_jobs.cancel_job": (P.PRINT, ("00",)),
    "print_jobs.reprint_job": (P.PRINT, ("00",)),
    "print_jobs.settle_unsure": (P.PRINT, ("00", Named(printed=True))),
    "set_paper.may_set_paper": (P.SET_PAPER, ()),
    "set_paper.set_paper": (P.SET_PAPER, (Company("Demo"), PaperLook(footer="x"))),
    "set_paper.set_company": (P.SET_PAPER, (Company("Demo"),)),
    "set_paper.set_look": (P.SET_PAPER, (PaperLook(footer="x"),)),
    "set_paper.add_logo": (P.SET_PAPER, (LOGO,)),
    "set_prefix.set_gs1_prefix": (P.SET_RULES, ("7290011",)),
    "correct_batch.correct_batch": (P.CORRECT_BATCH, (NUMBER, ("IT-1-000001",), "note")),
    "copy_slip.copy_slip": (P.PRINT, (NUMBER, "e-mail")),
    "attach_file.attach_file": (P.SHIP_BATCH, (NUMBER, AttachmentKind.OTHER, KeptFile("a.pdf", "0" * 64, "x", 1))),
    "weigh_streams.weigh_streams": (P.SHIP_BATCH, (NUMBER, {Stream.METAL: 5})),
    "certify_batch.certify_batch": (P.SHIP_BATCH, (NUMBER, "C-1")),
    "wipe_item.wipe_item": (P.INSPECT, ("IT-1-000001", WipeHow.RESET)),
    "attach_file.detach_file": (P.SHIP_BATCH, ("none",)),
    "issue_document.print_document": (P.PRINT, ("SC-2026-000001", "he", "folder")),
    "credit_batch.record_credit": (P.RECORD_CREDIT, (NUMBER, "CN-1", Money(1))),
    "credit_batch.close_batch": (P.RECORD_CREDIT, (NUMBER,)),
    "credit_batch.reverse_credit": (P.RECORD_CREDIT, (NUMBER, "CN-1")),
    "dispute_batch.dispute_batch": (P.RECORD_CREDIT, (NUMBER, "note")),
    "write_off_batch.write_off_batch": (P.RECORD_CREDIT, (NUMBER, "note")),
    "import_rows.import_products": (P.IMPORT, ([],)),
    "import_rows.import_suppliers": (P.IMPORT, ([],)),
    "import_rows.import_people": (P.MANAGE_PEOPLE, ([],)),
    "import_expected.import_expected": (P.IMPORT, ([],)),
    "import_sales.import_sales": (P.IMPORT, ([],)),
    "import_recalls.import_recalls": (P.SET_RULES, ([],)),
    "withdraw_recall.withdraw_recall": (P.SET_RULES, ("R-17",)),
    "import_checklists.import_checklists": (P.SET_RULES, ([],)),
    "import_checklists.import_guides": (P.SET_RULES, ([],)),
    "export_rows.may_export": (P.EXPORT, ()),
}
# whoever stands at the desk, and the station itself: a scan finds out who it is, or asks further in
ANYBODY = {
    "handle_scan.handle_scan", "obey_command.obey_command", "handle_belonging.handle_belonging",
    "answer_choice.answer_choice", "answer_choice.say_yes_to_return",
    "sign_in.sign_in", "sign_in.sign_out", "sign_in.prove", "sign_in.whose_badge",
    "start_shop.start_shop", "start_shop.begin_shop", "start_shop.require_shop", "start_shop.take_seat",
    "fill_sample.fill_sample", "send_jobs.claim_job", "send_jobs.mark_sent",
}  # fmt: skip
# modules that only look
LOOKING = {
    "look_candidates",
    "sender_text",
    "look",
    "look_bench",
    "look_customer",
    "look_delegations",
    "order_of_work",
    "look_batches",
    "look_board",
    "look_credits",
    "look_cartons",
    "look_labels",
    "look_papers",
    "look_evidence",
    "look_correction",
    "look_up_code",
    "look_codes",
    "look_exceptions",
    "look_story",
    "batches_standing_out",
    "look_inspections",
    "look_example",
    "look_news",
    "look_rules",
    "look_overrides",
    "replay_rules",
    "look_recalls",
    "look_stock",
    "look_giving",
    "look_landfill",
    "look_jobs",
    "print_papers",
    "batch_papers",
    "label_papers",
    "paper",
    "given_lines",
    "slip_giving",
    "look_places",
    "verify_books",
    "export_movements",
    "export_debit_notes",
    "export_rows",
    "export_suppliers",
    "look_terms",
    "look_paper",
    "item_terms",
    "recommend_item",
}
# steps of other steps, and inverses that `undo` runs: whoever calls them has asked
INNER = {
    "agree_outcome": {"keep_amount", "unagree", "unnote_dispute"},
    "apply_policy": {"judge_item", "policies_of"},
    "ask": {"ask", "asked", "offer", "standing_question", "take_question"},
    "add_place": {"remove_place"},
    "put_away": {"put_where_it_was", "status_in_place"},
    "scan_place": {"offer_place", "place_by_scan", "refuse_place"},
    "suggest_place": {"ask_where", "suggest_place", "take_to_place"},
    "batch_steps": {"approved_for", "batch_of", "batch_to_change", "free_items", "going_lines", "moment_on"},
    "announce_boxes": {"announce_boxes"},
    "adopt_items": {"adopt_items", "outcomes_of", "release_items"},
    "bench_steps": {
        "clear_bench",
        "hold_again_in_hand",
        "item_in_hand",
        "item_of",
        "parcel_of",
        "refuse_elsewhere",
        "settle_open",
        "settle_rma",
        "settle_rmas",
    },
    "collect_line": {"collect_line", "pull_line"},
    "keep_decision": {"keep_decision", "let_count", "strike_out"},
    "carry_out": {"carry_out"},
    "end_carton": {"end_carton", "seal_again"},
    "find_carton": {"unfind_carton"},
    "decide_item": {"reconsider", "undecide"},
    "settle_exception": {"unsettle"},
    "tell_exceptions": {"of_thing"},
    "hold_item": {"hold_again", "put_on_hold", "release_hold", "take_hold_back", "unexplain_hold"},
    "finish_parcel": {
        "close_with",
        "contents_of",
        "leave_finished_parcel",
        "put_in_hand_as_before",
        "take_parcel_back",
        "leave_undecided",
    },
    "import_rows": {"may_import", "note_import", "what_import_needs"},
    "answer_asked": {"answer_typed", "ask_again", "say_no", "say_yes_to_check"},
    "answer_checks": {"ask_next_check", "checklist_of", "unanswer_check"},
    "conclude_item": {"unjudge_reason", "unset_liability"},
    "file_inspection": {"file_inspection", "restore_inspection"},
    "inspect_again": {"decide_anew", "take_decision_back"},
    "inspection_steps": {"item_to_inspect", "undecided"},
    "second_look": {"refuse_single_look", "unask_second_look"},
    "inspect_item": {"ungrade", "unstate_reason", "untoggle_finding", "unwrite_note"},
    "certify_batch": {"uncertify"},
    "wipe_item": {"unwipe"},
    "attach_file": {"bring_file_back", "take_file_back"},
    "issue_document": {"issue_document", "register_print"},
    "issue_slip": {"issue_slip", "preview_slip", "reissue_slip", "slip_content", "void_slip"},
    "need_photos": {"evidence_shown", "ask_for_fewer", "ask_for_photos", "kept_override", "photos_missing"},
    "add_job": {"add_job"},
    "queue_paper": {"belongs_to", "register_again", "signed"},
    "print_jobs": {"let_wait_again"},
    "send_jobs": {"left_behind", "printers_with_work", "what_is_left"},
    "queue_label": {"queue_item_label", "queue_parcel_label", "queue_plate", "unqueue_label"},
    "answer_scan": {"answer_scan"},
    "check_recall": {"check_again", "check_recall", "heed_notice", "measure_of", "notices_on", "stop_recalled"},
    "withdraw_recall": {"drop_recalls", "reinstate_recall"},
    "recall_pieces": {"recall_pieces", "stand_all_again"},
    "refuse_harmful": {"refuse_harmful"},
    "check_serial": {"check_serial", "refuse_read_again", "refuse_serial_twice"},
    "count_pieces": {"uncount_pieces"},
    "disown_item": {"own_item"},
    "dispute_batch": {"dispute_letter"},
    "empty_box": {"unnote_empty_box"},
    "new_item": {"find_again", "let_be_found", "new_item", "next_plate", "past_day", "unlisted_product"},
    "open_item": {"lay_down", "tell_of_item"},
    "own_pieces": {"disown_pieces", "own_pieces"},
    "record_serial": {"forget_marks", "forget_serial", "unmark_serial"},
    "split_item": {"part_items", "rejoin_item"},
    "receive_item": {"put_back"},
    "receive_parcel": {"put_parcel_away", "send_away"},
    "match_parcel": {"own_parcel_again", "unmatch_parcel"},
    "make_return": {"make_return_of_order", "make_return_of_pieces", "unmake_return"},
    "describe_parcel": {"undescribe_parcel"},
    "require": {"allow", "givers", "require", "require_approver", "require_second"},
    "set_rule_book": {"unset_rule_book"},
    "set_terms": {"unset_terms"},
    "supplier_named": {"supplier_named"},
    "set_rules": {"install_presets", "unset_limits", "unset_policy"},
    "submit_batch": {"withdraw_submission"},
    "ready_batch": {"make_ready", "unmake_ready"},
    "prove_batch": {"refuse_unproved", "unproved"},
    "take_photo": {"bring_photo_back", "take_photo_back"},
    "undo": {"take_back"},
    "pack_cartons": {"forget_lines", "refuse_unless_all_packed"},
    "set_paper": {"keep_logo", "unset_company", "unset_look"},
    "set_prefix": {"unset_gs1_prefix"},
    "ship_batch": {"undeliver_batch"},
    "unpack_cartons": {
        "bring_carton_back",
        "close_again",
        "put_in_again",
        "take_out_again",
        "unbegin_carton",
        "unclose_carton",
    },
}
PEOPLE = {"dana": Role.CLERK, "avi": Role.SUPERVISOR, "noa": Role.ADMIN}


def public_functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function that gets a unit of work."""
    for module in pkgutil.iter_modules(usecases.__path__):
        for name, function in inspect.getmembers(importlib.import_module(f"{usecases.__name__}.{module.name}")):
            if not inspect.isfunction(function) or name.startswith("_"):
                continue
            first_one = next(iter(inspect.signature(function).parameters.values()), None)
            if function.__module__.endswith(f".{module.name}") and first_one and first_one.annotation is Work:
                yield f"{module.name}.{name}", function


FUNCTIONS = dict(public_functions())


def test_every_use_case_has_a_row_in_the_matrix() -> None:
    inner = {f"{module}.{name}" for module, names in INNER.items() for name in names}
    known = set(GUARDED) | ANYBODY | inner
    unknown = {name for name in set(FUNCTIONS) - known if name.split(".")[0] not in LOOKING}
    assert not unknown, "say in this file who may do it"
    assert known <= set(FUNCTIONS), "a row for a function that is gone"


def attempt(station: Station, who: Signature, name: str) -> DeskError | None:
    """Try a use case; what refused it. Whatever else happens after the right was asked does not count here."""
    function, arguments = FUNCTIONS[name], GUARDED[name][1]

    def usecase(work: Work) -> None:
        named = {name: value for each in arguments if isinstance(each, Named) for name, value in each.items()}
        plain = [argument for argument in arguments if not isinstance(argument, Named)]
        function(work, *(argument(work) if callable(argument) else argument for argument in plain), **named)

    try:
        station.desk.run(who, usecase)
    except DeskError as refusal:
        return refusal
    return None


@pytest.fixture
def desk(station: Station) -> Station:
    """A desk with a batch that gathers, at which nobody is signed in."""
    decided_kettle(station)
    station.do(FUNCTIONS["sign_in.sign_out"])
    return station


@pytest.mark.parametrize("name", GUARDED)
def test_a_right_is_asked_of_everybody(desk: Station, name: str) -> None:
    permission = GUARDED[name][0]
    assert attempt(desk, AT_THE_BENCH, name) == NotSignedIn()
    for person, role in PEOPLE.items():
        unproven = attempt(desk, desk.signature(person, proven=False), name)
        if not may(role, permission):
            assert unproven == NotAllowed(permission), person
            assert attempt(desk, desk.signature(person), name) == NotAllowed(permission), person
            continue
        assert (unproven == ApprovalNeeded(permission)) == (permission in NEEDS_PIN), person
        assert not isinstance(attempt(desk, desk.signature(person), name), NotAllowed | NotSignedIn | ApprovalNeeded)


def test_a_second_original_asks_for_more_than_a_copy(desk: Station) -> None:
    again = {"again": True, "reason": "wet"}
    printing = FUNCTIONS["issue_slip.print_slip"]
    clerk = desk.refusal(desk.signature("dana"), printing, NUMBER, "he", "x", **again)
    assert clerk == NotAllowed(P.SECOND_ORIGINAL)
    unproven = desk.refusal(desk.signature("avi", proven=False), printing, NUMBER, "he", "x", **again)
    assert unproven == ApprovalNeeded(P.SECOND_ORIGINAL)


def test_whoever_owns_the_computer_signs_nothing_of_a_supervisors(desk: Station) -> None:
    owner = Signature(owner=True)
    for name in ("approve_batch.approve_batch", "credit_batch.close_batch", "ship_batch.ship_batch"):
        assert isinstance(attempt(desk, owner, name), NotSignedIn | NotAllowed), name


def test_somebody_who_left_may_do_nothing(desk: Station) -> None:
    dana = desk.signature("dana")
    with desk.database.work(desk.desk.seat, AT_THE_BENCH, desk.clock(), "00" * 16) as work:
        work.session.execute(ItemRecord.metadata.tables["people"].update().values(active=0))
    for name in GUARDED:
        assert attempt(desk, dana, name) is not None, name


def test_every_permission_is_held_by_somebody_and_admins_hold_them_all() -> None:
    assert PERMISSIONS[Role.ADMIN] == set(Permission)
    assert PERMISSIONS[Role.CLERK] < PERMISSIONS[Role.SUPERVISOR] < PERMISSIONS[Role.ADMIN]


def test_no_clerk_holds_what_needs_a_pin() -> None:
    assert not PERMISSIONS[Role.CLERK] & NEEDS_PIN


def test_the_database_is_only_read_by_looking(desk: Station) -> None:
    assert isinstance(desk.database, Database)
