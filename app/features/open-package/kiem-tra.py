#!/usr/bin/env python3
"""Computes an open package of Thi dua so anew and says whether it is equal. Python 3.8 or newer, nothing to install.

    python3 kiem-tra.py                      in the folder the package was unpacked into
    python3 kiem-tra.py goi-mo.zip           the package as it was downloaded
    python3 kiem-tra.py --sha256 HEX ...     also compares with the mark printed on the decision or the public page

From the facts and the sheet in ket-qua.json every criterion, score, band and rank is computed with exact fractions and
compared with what is written. Then the ledger is added up against the seals of its months, and every file against
goi.json. Whatever differs is named. It ends with EQUAL or NOT EQUAL; the exit code is 0 or 1.
"""
import csv
import hashlib
import io
import json
import sys
import zipfile
from fractions import Fraction
from pathlib import Path

FORMAT = "thi-dua-so/open-package/1"
RESULT_FORMAT = "thi-dua-so/review/1"
RESULT, CELLS, LEDGER, SEALS, LIST = "ket-qua.json", "tung-muc.csv", "so-cai.csv", "niem-phong.csv", "goi.json"
NAMES = {RESULT, CELLS, LEDGER, SEALS, LIST, "kiem-tra.py", "DOC-TRUOC.md", "README.md"}
FULL = 10000
MOST_SHOWN = 40


class Findings:
    """What is not equal, each said once."""

    def __init__(self):
        self.lines = []

    def say(self, place, written, computed):
        line = f"{place}: ghi/written {show(written)}, tính lại/computed {show(computed)}"
        if line not in self.lines:
            self.lines.append(line)

    def tell(self, line):
        if line not in self.lines:
            self.lines.append(line)


def show(value):
    return json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value


# ---- The arithmetic -------------------------------------------------------------------------------------------------


def text_of(fraction):
    return f"{fraction.numerator}/{fraction.denominator}"


def clamp(ratio):
    return min(Fraction(1), max(Fraction(0), ratio))


def half_up(fraction):
    return (2 * fraction.numerator + fraction.denominator) // (2 * fraction.denominator)


def mean(fractions):
    return sum(fractions, Fraction(0)) / len(fractions) if fractions else None


def criteria_of(sheet):
    return [criterion for group in sheet["groups"] for criterion in group["criteria"]]


def share_of(counts):
    if counts is None or counts["whole"] <= 0:
        return None
    return min(Fraction(1), Fraction(counts["part"], counts["whole"]))


def counts_of(metric, facts):
    """part, whole and absent of what a share is taken of; None where nobody knows."""
    if metric == "household_coverage" and facts["coverage"] is not None:
        cover = facts["coverage"]
        return cover["reached"], cover["households"], cover["absent"]
    if metric == "agreement" and facts["agreement"] is not None:
        looks = facts["agreement"]
        return looks["agrees"], looks["agrees"] + looks["differs"], 0
    if metric == "priority_groups" and facts["priorityGroups"] is not None:
        groups = facts["priorityGroups"]
        return groups["reached"], groups["registered"], 0
    if metric == "training" and facts["training"] is not None:
        return facts["training"]["attended"], facts["training"]["asked"], 0
    return None


def left_out_of(counts, absent_at_most):
    return min(counts[2], counts[1] * absent_at_most // FULL)


def measure(criterion, facts, run):
    """(ratio of the maximum, whether a part of it has no figure, the working), or None while there is no figure."""
    how = criterion["measure"]
    if how["by"] == "vote":
        return measure_votes(facts.get("votes", {}).get(criterion["key"]), criterion["maximum"])
    if how["by"] != "metric":
        told = facts["told"].get(criterion["key"])
        if told is None:
            return None
        ratio = clamp(Fraction(told["points"], criterion["maximum"]))
        return ratio, False, {"kind": "told", "points": told["points"], "document": told["document"]}
    formula, metric = how["formula"], how["metric"]
    kind = formula["kind"]
    if kind == "people_mean":
        return measure_people(formula, facts)
    if kind in ("share", "threshold"):
        return measure_share(formula, counts_of(metric, facts))
    if kind == "between":
        return measure_between(formula, counts_of(metric, facts))
    if kind == "attained_and_closed":
        return measure_rates(facts["change"], run)
    if kind == "punctual":
        return measure_reports(formula, facts["reports"])
    if kind == "each":
        counts = facts["campaigns"] if metric == "campaigns" else facts["goodWork"]
        return measure_each(formula, counts, criterion["maximum"])
    raise ValueError(f"unknown formula {kind}")


def measure_votes(fact, maximum):
    """The mean of the marks that were given; one that nobody gave is missing, not nought."""
    if fact is None or fact["votes"] <= 0:
        return None
    average = Fraction(fact["sum"], fact["votes"])
    working = {
        "kind": "votes", "sum": fact["sum"], "votes": fact["votes"], "voters": fact["voters"],
        "mean": text_of(average),
    }
    return clamp(average / maximum), False, working


def measure_people(formula, facts):
    trust = trust_of(formula["trust"], facts["agreement"])
    spans = {}
    for month in sorted(facts["proficientPeople"] or [], key=lambda fact: fact["month"]):
        number = month["month"]
        span = number if formula["every"] == "month" else number // 100 * 10 + (number % 100 + 2) // 3
        spans.setdefault(span, []).append(month)
    shown, ratios = [], []
    for span, months in spans.items():
        asked = [(month, *wish) for month in months for wish in [asked_in(month, formula, facts)] if wish is not None]
        if not asked:
            continue
        people = sum(max(0, month["people"]) for month, _, _ in asked)
        whole = sum((share for _, share, _ in asked), Fraction(0))
        counted = Fraction(people) if trust is None else people * trust
        ratio = min(Fraction(1), counted / whole)
        ratios.append(ratio)
        shown.append({
            "span": span, "people": people, "counted": text_of(counted), "asked": text_of(whole),
            "askedBy": asked[0][2], "ratio": text_of(ratio),
        })
    ratio = mean(ratios)
    if ratio is None:
        return None
    return ratio, False, {"kind": "people_mean", "trust": None if trust is None else text_of(trust), "spans": shown}


def trust_of(trust, agreement):
    if trust is None or agreement is None:
        return None
    looks = agreement["agrees"] + agreement["differs"]
    if looks < max(1, trust["leastLooks"]):
        return None
    rate = Fraction(agreement["agrees"], looks)
    return None if rate >= Fraction(trust["from"], FULL) else rate


def asked_in(month, formula, facts):
    adults, of_adults, per_team = facts["adults"], formula["ofAdults"], formula["perTeam"]
    by_adults = None
    if adults is not None and adults > 0 and of_adults > 0:
        by_adults = (Fraction(adults * of_adults, FULL), "adults")
    if per_team is None:
        if month["assigned"] is not None and month["assigned"] > 0:
            return Fraction(month["assigned"]), "assigned"
        return by_adults
    by_quota = (Fraction(per_team * facts["teams"]), "quota") if facts["teams"] > 0 and per_team > 0 else None
    if by_quota is None or by_adults is None:
        return by_quota or by_adults
    return by_quota if by_quota[0] <= by_adults[0] else by_adults


def measure_share(formula, counts):
    if counts is None:
        return None
    part, whole, absent = counts
    left_out = left_out_of(counts, formula["absentAtMost"])
    if whole - left_out <= 0:
        return None
    share = min(Fraction(1), Fraction(part, whole - left_out))
    asked = Fraction(formula["asked"], FULL)
    if formula["kind"] == "share":
        ratio = clamp(share / asked)
    else:
        reached = share > asked if formula["comparator"] == "more_than" else share >= asked
        ratio = Fraction(1 if reached else 0)
    return ratio, False, {
        "kind": formula["kind"], "part": part, "whole": whole, "absent": absent, "leftOut": left_out,
        "share": text_of(share), "asked": formula["asked"],
    }


def measure_between(formula, counts):
    if counts is None or counts[1] < max(1, formula["leastLooks"]):
        return None
    share = Fraction(counts[0], counts[1])
    low, high = formula["from"], formula["to"]
    ratio = clamp((share - Fraction(low, FULL)) / Fraction(high - low, FULL))
    return ratio, False, {
        "kind": "between", "part": counts[0], "whole": counts[1], "share": text_of(share), "from": low, "to": high,
    }


def measure_rates(change, run):
    own = {}
    for rate in change or []:
        own.setdefault(rate["key"], rate)
    if not any(key in run and share_of(rate["end"]) is not None for key, rate in own.items()):
        return None
    shown, ratios, has_gap = [], [], False
    for key in sorted(run):
        fact = own.get(key) or {"asked": 0, "start": None, "end": None}
        start, end, asked = share_of(fact["start"]), share_of(fact["end"]), Fraction(fact["asked"], FULL)
        attained = Fraction(0) if end is None or asked <= 0 else clamp(end / asked)
        closed = None
        if run[key]:
            closed = Fraction(0) if start is None or end is None else gap_closed(start, end, asked)
        ratio = attained if closed is None else (attained + closed) / 2
        has_gap = has_gap or end is None or (run[key] and start is None)
        ratios.append(ratio)
        shown.append({
            "key": key, "asked": fact["asked"], "start": None if start is None else text_of(start),
            "end": None if end is None else text_of(end), "attained": text_of(attained),
            "closed": None if closed is None else text_of(closed), "ratio": text_of(ratio),
        })
    return mean(ratios), has_gap, {"kind": "attained_and_closed", "rates": shown}


def gap_closed(start, end, asked):
    if start >= asked:
        return Fraction(1 if end >= asked else 0)
    return clamp((end - start) / (asked - start))


def measure_reports(formula, reports):
    if not reports:
        return None
    shown, shares = [], []
    for report in reports:
        late = report["daysLate"]
        share = Fraction(0)
        if late is not None and late <= formula["lateDays"]:
            share = Fraction(1) if late <= 0 else Fraction(formula["lateShare"], FULL)
        shares.append(share)
        shown.append({"period": report["periodKey"], "daysLate": late, "share": text_of(share)})
    return mean(shares), False, {"kind": "punctual", "reports": shown}


def measure_each(formula, counts, maximum):
    if counts is None:
        return None
    items = [
        {"key": key, "count": max(0, counts.get(key, 0)), "points": points}
        for key, points in sorted(formula["points"].items())
    ]
    total = sum(item["count"] * item["points"] for item in items)
    return clamp(Fraction(total, maximum)), False, {"kind": "each", "items": items, "sum": total}


def what_was_run(sheet, villages):
    """What the commune ran at all is decided by all villages together: criteria, rates, reports."""
    criteria = criteria_of(sheet)
    wanted = [
        criterion["measure"]["formula"]["rates"]
        for criterion in criteria
        if criterion["measure"]["by"] == "metric" and criterion["measure"]["formula"]["kind"] == "attained_and_closed"
    ]
    rates = {}
    for facts in villages:
        for rate in facts["change"] or []:
            is_wanted = any(keys == "targets_of_the_plan" or rate["key"] in keys for keys in wanted)
            if is_wanted and share_of(rate["end"]) is not None:
                rates[rate["key"]] = rates.get(rate["key"], False) or share_of(rate["start"]) is not None
    run = {
        criterion["key"]
        for criterion in criteria
        if any(measure(criterion, facts, rates) is not None for facts in villages)
    }
    parts = sum(one["maximum"] for one in criteria if one["nature"] == "part" and one["key"] in run)
    return run, rates, parts, any(facts["reports"] for facts in villages)


def score_village(sheet, facts, run, rates, parts, has_reports):
    criteria, total = [], Fraction(0)
    for criterion in criteria_of(sheet):
        key, nature = criterion["key"], criterion["nature"]
        measured = measure(criterion, facts, rates)
        maximum = Fraction(0)
        if key in run:
            maximum = Fraction(criterion["maximum"])
            if nature == "part":
                maximum = maximum * sheet["total"] / parts
        points = Fraction(0) if measured is None else maximum * measured[0]
        points = -points if nature == "deduction" else points
        total += points
        working = None if measured is None else {**measured[2], "ratio": text_of(measured[0])}
        criteria.append({
            "key": key,
            "state": "not_run" if key not in run else "no_data" if measured is None else "scored",
            "maximum": text_of(maximum), "points": text_of(points), "shown": half_up(points),
            "hasGap": measured is not None and measured[1], "working": working,
        })
    total = max(Fraction(0), total)
    score = {
        "villageId": facts["villageId"], "name": facts["name"], "exact": text_of(total), "score": half_up(total),
        "criteria": criteria,
    }
    score.update(judge_band(sheet, total, criteria, facts, has_reports))
    return total, score


def months_met(criteria):
    for criterion in criteria:
        if criterion["working"] and criterion["working"]["kind"] == "people_mean":
            return sum(1 for span in criterion["working"]["spans"] if span["ratio"] == "1/1")
    return None


def judge_band(sheet, total, criteria, facts, has_reports):
    """Half open on the exact score: a band begins at its number and ends where the next higher begins."""
    parts = {one["key"] for one in criteria_of(sheet) if one["nature"] == "part"}
    run = {one["key"] for one in criteria if one["state"] != "not_run"}
    is_people_run = any(
        one["key"] in run and one["measure"]["by"] == "metric" and one["measure"]["formula"]["kind"] == "people_mean"
        for one in criteria_of(sheet)
    )

    def holds(condition):
        kind = condition["kind"]
        if kind == "no_gap":
            return not any(
                one["key"] in parts and (one["state"] == "no_data" or one["hasGap"]) for one in criteria
            )
        if kind == "no_report_missing":
            reports = facts["reports"]
            return not has_reports or (bool(reports) and all(one["daysLate"] is not None for one in reports))
        if kind == "quota_met_months":
            return not is_people_run or (months_met(criteria) or 0) >= condition["atLeast"]
        raise ValueError(f"unknown condition {kind}")

    within = [band for band in sheet["bands"] if total >= band["from"]]
    lowest = sheet["bands"][-1]["key"] if sheet["bands"] else ""
    by_score = within[0]["key"] if within else lowest
    held_back = []
    for band in within:
        failed = [condition["kind"] for condition in band["conditions"] if not holds(condition)]
        if not failed:
            return {"band": band["key"], "bandByScore": by_score, "heldBack": held_back}
        held_back += [{"band": band["key"], "condition": kind} for kind in failed]
    return {"band": lowest, "bandByScore": by_score, "heldBack": held_back}


def rung_of(rung, facts, score, absent_at_most):
    if rung == "months_met":
        return Fraction(months_met(score["criteria"]) or 0)
    counts = counts_of(rung, facts)
    if counts is None:
        return Fraction(-1)
    whole = counts[1] - (left_out_of(counts, absent_at_most) if rung == "household_coverage" else 0)
    return Fraction(min(counts[0], whole), whole) if whole > 0 else Fraction(-1)


def score_review(result):
    """Every village of the review, by its number: scored, ranked 1 2 2 4 within its cluster, and among all of them."""
    sheet, villages = result["sheet"]["content"], result["facts"]
    kept_out = {one["villageId"] for one in result["exclusions"]}
    run, rates, parts, has_reports = what_was_run(sheet, villages)
    absent_at_most = 0
    for criterion in criteria_of(sheet):
        how = criterion["measure"]
        if how["by"] == "metric" and how["metric"] == "household_coverage":
            if how["formula"]["kind"] in ("share", "threshold"):
                absent_at_most = how["formula"]["absentAtMost"]
                break
    rows = []
    for facts in villages:
        total, score = score_village(sheet, facts, run, rates, parts, has_reports)
        score["cluster"] = next(
            (one["key"] for one in sheet["clusters"] if facts["villageId"] in one["villages"]), None
        )
        score["rank"] = None
        measures = [total] + [rung_of(rung, facts, score, absent_at_most) for rung in sheet["ties"]]
        rows.append((score, measures, parts == 0 or facts["villageId"] in kept_out))
    for score, measures, is_out in rows:
        before = [other for other, theirs, other_out in rows if not other_out and theirs > measures]
        if not is_out:
            score["rank"] = 1 + sum(1 for other in before if other["cluster"] == score["cluster"])
        if sheet["clusters"]:
            score["rankOfAll"] = None if is_out else 1 + len(before)
    return {score["villageId"]: score for score, _, _ in rows}


# ---- Comparing ------------------------------------------------------------------------------------------------------


def compare(place, written, computed, found):
    if isinstance(written, dict) and isinstance(computed, dict):
        for key in sorted(set(written) | set(computed)):
            if key == "hasGap" and key not in written:
                continue
            compare(f"{place} > {key}", written.get(key, "(không có/none)"), computed.get(key, "(không có/none)"), found)
    elif isinstance(written, list) and isinstance(computed, list) and len(written) == len(computed):
        for index, (left, right) in enumerate(zip(in_order(written), in_order(computed))):
            name = left.get("key", index + 1) if isinstance(left, dict) else index + 1
            compare(f"{place} > {name}", left, right, found)
    elif type(written) is not type(computed) or written != computed:
        found.say(place, written, computed)


def in_order(items):
    """Things with a key are compared by it, whatever order a program keeps them in."""
    if items and all(isinstance(item, dict) and "key" in item for item in items):
        return sorted(items, key=lambda item: item["key"])
    return items


def check_scores(result, found):
    computed = score_review(result)
    written = {}
    for village in result["villages"]:
        if village["villageId"] in written:
            found.tell(f"{RESULT}: thôn số/village {village['villageId']} có hai lần/is there twice")
        written[village["villageId"]] = village
    for number, score in computed.items():
        if number not in written:
            found.tell(f"{RESULT}: {score['name']}: không có điểm/has no score")
        else:
            compare(f"{RESULT}: {score['name']}", written[number], score, found)
    for number in written:
        if number not in computed:
            found.tell(f"{RESULT}: thôn số/village {number}: có điểm mà không có số liệu/scored without facts")
    return computed


def cells_of(value, path=""):
    if isinstance(value, dict):
        for key in sorted(value):
            yield from cells_of(value[key], f"{path}/{key}")
        if not value:
            yield path, "{}"
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from cells_of(item, f"{path}/{index}")
        if not value:
            yield path, "[]"
    else:
        yield path, json.dumps(value, ensure_ascii=False)


def table_of(files, name):
    rows = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))
    return rows[0], rows[1:]


def check_cells(files, result, found):
    """tung-muc.csv holds every single entry of ket-qua.json: whichever of the two was changed, the entry is named."""
    written = {}
    for number, row in enumerate(table_of(files, CELLS)[1], 2):
        if len(row) != 2:
            found.tell(f"{CELLS} dòng/line {number}: không đọc được/not readable")
        else:
            written[row[0]] = row[1]
    kept = dict(cells_of(result))
    for path in sorted(set(kept) | set(written)):
        if kept.get(path) != written.get(path):
            found.tell(
                f"{RESULT} {path}: {RESULT} ghi/says {kept.get(path, '(không có/none)')}, "
                f"{CELLS} ghi/says {written.get(path, '(không có/none)')}"
            )


def mark_of(cells):
    return hashlib.sha256("|".join(cells).encode()).hexdigest()[:16]


def marked_rows(files, name, found):
    """Rows whose last cell is a mark of the others; one that was touched is named and still read."""
    header, rows = table_of(files, name)
    for number, row in enumerate(rows, 2):
        if len(row) != len(header) or mark_of(row[:-1]) != row[-1]:
            found.tell(f"{name} dòng/line {number}: {','.join(row)}: không khớp dấu dòng/differs from its mark")
        if len(row) == len(header):
            yield dict(zip(header, row))


def check_ledger(files, result, found):
    seals = list(marked_rows(files, SEALS, found))
    sums = {}
    for row in marked_rows(files, LEDGER, found):
        count, points = sums.get(row["thang"], (0, 0))
        sums[row["thang"]] = (count + 1, points + whole_number(row["diem"]))
    for row in seals:
        count, points = sums.pop(row["thang"], (0, 0))
        place = f"{LEDGER} tháng/month {row['thang']}"
        if str(count) != row["so_dong"]:
            found.say(f"{place}, số dòng/lines", row["so_dong"], str(count))
        if str(points) != row["diem"]:
            found.say(f"{place}, điểm/points", row["diem"], str(points))
    for month in sums:
        found.tell(f"{LEDGER} tháng/month {month}: không có niêm phong/has no seal")
    for before, after in zip(seals, seals[1:]):
        follows = whole_number(after["so"]) == whole_number(before["so"]) + 1
        if follows and after["truoc"] != before["sha256"]:
            found.say(f"{SEALS} tháng/month {after['thang']}, truoc", after["truoc"], before["sha256"])
    named = [(str(one["id"]), str(one["sealNumber"]), one["sealSha256"]) for one in result["months"]]
    listed = [(row["thang"], row["so"], row["sha256"]) for row in seals]
    if named != listed:
        found.say(f"{SEALS} và/and {RESULT} > months", named, listed)


def whole_number(text):
    try:
        return int(text)
    except ValueError:
        return 0


def check_files(files, found):
    """Every file of the package against goi.json."""
    listing = json.loads(files[LIST].decode("utf-8"))
    if listing.get("format") != FORMAT:
        found.say(f"{LIST} > format", listing.get("format"), FORMAT)
    listed = listing.get("files", {})
    for name in sorted((set(listed) | set(files)) - {LIST}):
        if name not in files:
            found.tell(f"{name}: có trong/in {LIST}, không có trong gói/not in the package")
        elif name not in listed:
            found.tell(f"{name}: có trong gói/in the package, không có trong/not in {LIST}")
        else:
            is_so = {"bytes": len(files[name]), "sha256": hashlib.sha256(files[name]).hexdigest()}
            compare(f"{name} ({LIST})", listed[name], is_so, found)
    is_so = hashlib.sha256(files.get(RESULT, b"")).hexdigest()
    if listing.get("resultSha256") != is_so:
        found.say(f"{RESULT} ({LIST} > resultSha256)", listing.get("resultSha256"), is_so)
    if set(listing) != {"format", "files", "resultSha256"}:
        found.tell(f"{LIST}: mục lạ/unknown entries {sorted(set(listing) - {'format', 'files', 'resultSha256'})}")


def check(files, wanted_mark):
    found, computed = Findings(), {}

    def part(name, work):
        try:
            return work()
        except Exception as error:  # a file somebody broke is a finding, not a crash
            found.tell(f"{name}: không đọc được/not readable: {type(error).__name__}: {error}")
            return None

    def no_floats(text):
        raise ValueError(f"{text} is no whole number")

    result = part(
        RESULT, lambda: json.loads(files[RESULT].decode("utf-8"), parse_float=no_floats, parse_constant=no_floats)
    )
    if result is not None:
        if part(RESULT, lambda: result["format"]) != RESULT_FORMAT:
            found.tell(f"{RESULT} > format: không phải/is not {RESULT_FORMAT}")
        computed = part(RESULT, lambda: check_scores(result, found)) or {}
        part(CELLS, lambda: check_cells(files, result, found))
        part(LEDGER, lambda: check_ledger(files, result, found))
    part(LIST, lambda: check_files(files, found))
    mark = hashlib.sha256(files.get(RESULT, b"")).hexdigest()
    if wanted_mark is not None and wanted_mark.strip().lower() != mark:
        found.say(f"{RESULT} SHA-256", wanted_mark, mark)
    return found.lines, computed, result, mark


def read_package(place):
    path = Path(place)
    if path.is_dir():
        # Systems leave files of their own in folders; what is missing is found by the list.
        return {name: (path / name).read_bytes() for name in sorted(NAMES) if (path / name).is_file()}
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def main(arguments):
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    wanted_mark = None
    if "--sha256" in arguments:
        at = arguments.index("--sha256")
        wanted_mark = arguments[at + 1] if at + 1 < len(arguments) else ""
        arguments = arguments[:at] + arguments[at + 2:]
    place = arguments[0] if arguments else Path(__file__).resolve().parent
    try:
        files = read_package(place)
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:
        print(f"NOT EQUAL / KHÔNG KHỚP: không mở được gói/the package does not open: {error}")
        return 1
    lines, computed, result, mark = check(files, wanted_mark)
    print(f"SHA-256 {mark}")
    if lines:
        for line in lines[:MOST_SHOWN]:
            print(f"NOT EQUAL / KHÔNG KHỚP: {line}")
        if len(lines) > MOST_SHOWN:
            print(f"... và/and {len(lines) - MOST_SHOWN} chỗ khác/more")
        print("NOT EQUAL / KHÔNG KHỚP")
        return 1
    for village in result["villages"]:
        score = computed[village["villageId"]]
        rank = "–" if score["rank"] is None else score["rank"]
        points = f"{score['score'] // 100},{score['score'] % 100:02d}"
        print(f"{rank:>4}  {points:>7}  {score['name']}")
    print(f"EQUAL / KHỚP: {len(computed)} thôn/villages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
