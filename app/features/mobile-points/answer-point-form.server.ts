import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { assignToPoint, unassignFromPoint } from "./assign-to-point.server.ts";
import type { PointOutcome } from "./at-point.server.ts";
import { attendPoint, closePoint, leavePoint, markPresent } from "./attend-point.server.ts";
import { logShift } from "./log-shift.server.ts";
import { assignSchema, attendSchema, memberSchema, pointSchema } from "./point.schema.ts";
import { writePoint } from "./write-point.server.ts";

type PointDone = "co-mat" | "ve" | "ca" | "lap" | "phan-cong" | "bo" | "ghi" | "xong";
type PointAnswer =
  | { readonly ok: true; readonly done: PointDone; readonly id: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** The forms on a point's page; null: no such form, or not for this person. */
export async function answerPointForm(caller: Caller, id: string, fields: FormData): Promise<PointAnswer> {
  switch (fields.get("act")) {
    case "assign": {
      const form = await readForm(fields, assignSchema);
      if (!form.ok) return form;
      const { memberId, part, station = null } = form.value;
      return answerOf(
        await assignToPoint(caller, id, { memberId, part, station }),
        id,
        "phan-cong",
        form.values,
      );
    }
    case "unassign":
    case "mark": {
      const form = await readForm(fields, memberSchema);
      if (!form.ok) return form;
      const isMark = fields.get("act") === "mark";
      const verdict = await (isMark ? markPresent : unassignFromPoint)(caller, id, form.value.memberId);
      return answerOf(verdict, id, isMark ? "ghi" : "bo", form.values);
    }
    case "leave":
      return answerOf(await leavePoint(caller, id), id, "ve");
    case "shift": {
      const verdict = await logShift(caller, id);
      if (verdict.ok) return { ok: true, done: "ca", id };
      if (verdict.code === "not_permitted") return null;
      const { ok: _, ...problem } = verdict;
      return { ok: false, problems: { form: problem }, values: {} };
    }
    case "close":
      if (fields.get("sure") !== "yes")
        return { ok: false, problems: { sure: { code: "required" } }, values: {} };
      return answerOf(await closePoint(caller, id), id, "xong");
    default:
      return null;
  }
}

export async function answerNewPoint(caller: Caller, fields: FormData): Promise<PointAnswer> {
  const form = await readForm(fields, pointSchema);
  if (!form.ok) return form;
  const {
    villageId = null,
    venueId = null,
    place = null,
    campaignId = null,
    stations = [],
    ...rest
  } = form.value;
  const wish = { ...rest, villageId, venueId, place, campaignId, stations };
  const verdict = await writePoint(caller, wish);
  if (verdict.ok) return { ok: true, done: "lap", id: wish.id };
  const { ok: _, ...problem } = verdict;
  if (problem.code === "not_permitted") {
    return { ok: false, problems: { villageId: { code: "not_chosen" } }, values: form.values };
  }
  const field = { required: "place", point_times_crossed: "to", point_day_past: "day" }[problem.code];
  return { ok: false, problems: { [field]: problem }, values: form.values };
}

export async function answerAttendance(caller: Caller, id: string, fields: FormData): Promise<PointAnswer> {
  const form = await readForm(fields, attendSchema);
  if (!form.ok) return form;
  const { code, station = null } = form.value;
  const verdict = await attendPoint(caller, id, { code, station });
  if (verdict.ok) return { ok: true, done: "co-mat", id };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  const field = problem.code === "point_code_stale" ? "code" : "form";
  return { ok: false, problems: { [field]: problem }, values: form.values };
}

function answerOf(verdict: PointOutcome, id: string, done: PointDone, values: FormValues = {}): PointAnswer {
  if (verdict.ok) return { ok: true, done, id };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  return { ok: false, problems: { form: problem }, values };
}
