"""Take the shop's rules of inspection in: checklists in versions, and what each grade means.

There is no inverse: the file as it was, imported again, brings its lists back as a newer version. Answers that were
given name their checks by code, so that a newer list leaves them standing.
"""

from collections.abc import Sequence
from itertools import groupby

from returns_desk.domain.checklists import Checklist
from returns_desk.domain.people import Permission
from returns_desk.exchange.rows import ChecklistRow, GuideRow
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.rules import all_guides, newest_checklists
from returns_desk.store.records import ChecklistRecord, GradeGuideRecord
from returns_desk.store.records.rules import checklist_body
from returns_desk.store.work import Work
from returns_desk.usecases.import_rows import Taken, may_import, write_facts


def import_checklists(work: Work, rows: Sequence[ChecklistRow]) -> Taken:
    """Take whole lists in; a list that changed gets a new version, one that did not is left as it is."""
    may_import(work, Permission.SET_RULES)
    standing = {record.category: record.snapshot() for record in newest_checklists(work.session)}
    taken = Taken()
    ordered = sorted(rows, key=lambda row: row.category)
    for category, of_one in groupby(ordered, key=lambda row: row.category):
        taken += _take_list(work, _list(category, list(of_one), standing.get(category)), standing.get(category))
    return taken


def import_guides(work: Work, rows: Sequence[GuideRow]) -> Taken:
    """Take guides in, one for a category and grade; ``picture`` of a row is the fingerprint of a kept photograph."""
    may_import(work, Permission.SET_RULES)
    known = {(guide.category, guide.grade): guide for guide in all_guides(work.session)}
    taken = Taken()
    for row in rows:
        facts = {"text": row.text, "text_en": row.text_en, "picture": row.picture}
        guide = known.get((row.category, row.grade))
        if guide is None:
            work.add(GradeGuideRecord(id=new_id(), category=row.category, grade=row.grade, **facts))
            taken += Taken(added=1)
        else:
            taken += Taken(changed=1) if write_facts(guide, facts) else Taken(same=1)
    return taken


def _list(category: str, rows: Sequence[ChecklistRow], before: Checklist | None) -> Checklist:
    return Checklist(
        category,
        (before.version if before else 0) + 1,
        tuple(row.check for row in rows if row.check is not None),
        next((row.findings for row in rows if row.findings), ()),
    )


def _take_list(work: Work, now: Checklist, before: Checklist | None) -> Taken:
    """Keep a list, and say of its checks which are new, which changed, which stayed; those gone count as changed."""
    if before is not None and (before.checks, before.findings) == (now.checks, now.findings):
        return Taken(same=len(now.checks) + bool(now.findings))
    work.add(
        ChecklistRecord(
            id=new_id(), category=now.category, version=now.version, checks=checklist_body(now), made_at=work.now
        )
    )
    known = {check.code: check for check in before.checks} if before else {}
    added = sum(check.code not in known for check in now.checks)
    same = sum(known.get(check.code) == check for check in now.checks)
    gone = sum(now.check(code) is None for code in known)
    findings = before is None or before.findings != now.findings
    changed = len(now.checks) - added - same + gone
    if before is None:
        return Taken(added=added + bool(now.findings), changed=changed, same=same)
    return Taken(added, changed + findings or (0 if added else 1), same + (0 if findings else bool(now.findings)))
