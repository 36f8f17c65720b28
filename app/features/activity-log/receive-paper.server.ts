import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import type { Mode, Outcome } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { uploadPhoto } from "#app/features/photos/upload-photo.server.ts";
import { logPaper, type PaperLine } from "./log-paper.server.ts";
import { paperSchema, ROWS_AT_MOST } from "./paper.schema.ts";

export type PaperReading =
  | { readonly ok: true; readonly count: number; readonly teamId: number }
  | {
      readonly ok: false;
      readonly problems: FormProblems;
      readonly values: FormValues;
      /** The picture that arrived, whatever else has to be mended. */
      readonly sheet: string | null;
    };

/** A typed sheet with its picture. Nothing typed is lost by a mistake, nor is a picture sent twice. */
export async function receivePaper(caller: Caller, fields: FormData): Promise<PaperReading> {
  const rows = Math.min(ROWS_AT_MOST, Math.max(1, Number(fields.get("rows")) || 1));
  const form = await readForm(fields, paperSchema(rows));
  const picture = await receiveSheet(caller, fields);
  const sheet = picture.ok ? picture.sheet : null;
  const values = form.values as FormValues;
  const fail = (problems: FormProblems): PaperReading => ({ ok: false, problems, values, sheet });
  if (!form.ok || !picture.ok) {
    const photo = picture.ok ? {} : { photo: picture.refusal };
    return fail({ ...(form.ok ? {} : (form.problems as FormProblems)), ...photo } as FormProblems);
  }
  const value = form.value as Readonly<Record<string, unknown>>;
  const lines = readLines(value, rows);
  if (lines.length === 0) return fail({ kind1: { code: "not_chosen" } } as FormProblems);
  const teamId = Number(value.team);
  const verdict = await logPaper(caller, {
    teamId,
    memberId: String(value.member),
    signedSheet: picture.sheet,
    lines,
  });
  if (verdict.ok) return { ok: true, count: verdict.value.count, teamId };
  if (verdict.code !== "paper_has_problems") return fail({ form: { code: verdict.code } });
  return fail(
    Object.fromEntries(
      verdict.problems.map(({ line, field, problem }) => [`${field}${line}`, problem]).reverse(),
    ) as FormProblems,
  );
}

type Picture =
  | { readonly ok: true; readonly sheet: string }
  | { readonly ok: false; readonly refusal: PhotoRefusal };

async function receiveSheet(caller: Caller, fields: FormData): Promise<Picture> {
  const [file, id, before] = ["photo", "sheetId", "sheet"].map((name) => fields.get(name));
  if (!(file instanceof Blob) || file.size === 0 || typeof id !== "string")
    return typeof before === "string" && before !== ""
      ? { ok: true, sheet: before }
      : { ok: false, refusal: { code: "photo_missing" } };
  const verdict = await uploadPhoto(caller, { id, bytes: new Uint8Array(await file.arrayBuffer()) });
  if (verdict.ok) return { ok: true, sheet: verdict.value.photoId };
  const { ok: _, ...refusal } = verdict;
  return { ok: false, refusal };
}

function readLines(value: Readonly<Record<string, unknown>>, rows: number): PaperLine[] {
  return Array.from({ length: rows }, (_, index) => index + 1).flatMap((number): PaperLine[] => {
    const at = <T>(field: string) => (value[`${field}${number}`] ?? null) as T | null;
    const kind = at<string>("kind");
    if (kind === null) return [];
    return [
      {
        number,
        id: String(at("id")),
        day: at<LocalDate>("day"),
        kind,
        mode: at<Mode>("mode"),
        person: at<string>("person"),
        service: at<string>("service"),
        outcome: at<Outcome>("outcome"),
        visits: at<number>("visits"),
        minutes: at<number>("minutes"),
        place: at<string>("place"),
        note: at<string>("note"),
      },
    ];
  });
}
