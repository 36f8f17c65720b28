import { z } from "zod";
import { MENDED_FIELDS } from "#app/domain/households/plan-household-import.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { lineText, wholeNumber } from "#app/features/forms/text.schema.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { applyHouseholds } from "./apply-households.server.ts";
import { type HouseholdWish, mendHouseholds } from "./mend-households.server.ts";
import { discardHouseholds, undoHouseholds } from "./undo-households.server.ts";

type Problems = { readonly [field: string]: Rejection | undefined };
type Done = "changed" | "applied" | "undone" | "discarded";
type Answer =
  | { readonly ok: true; readonly value: Done }
  | { readonly ok: false; readonly problems: Problems };

const line = wholeNumber({ minimum: 1, maximum: 1_000_000 });
const cell = lineText({ minimum: 0, maximum: 80 }).optional();
const lineSchema = z.object({ line });
const mendSchema = z.object({ line, village: cell, code: cell, lane: cell, head: cell, adults: cell });

/** One button of the import's page. */
export async function actOnHouseholdImport(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys" | "live" | "log">,
  scope: CommuneScope,
  batchId: string,
  fields: FormData,
): Promise<Answer> {
  switch (fields.get("act")) {
    case "apply":
      return answer(await applyHouseholds(platform, scope, batchId), "applied");
    case "undo":
      return answer(await undoHouseholds(platform, scope, batchId), "undone");
    case "discard":
      return answer(await discardHouseholds(platform, scope, batchId), "discarded");
    default: {
      const wish = await readWish(fields);
      if (!wish.ok) return wish;
      return answer(await mendHouseholds(platform, scope, batchId, wish.value), "changed");
    }
  }
}

function answer(verdict: Verdict<unknown, Rejection>, done: Done): Answer {
  return verdict.ok ? { ok: true, value: done } : { ok: false, problems: { form: verdict } };
}

async function readWish(
  fields: FormData,
): Promise<{ ok: true; value: HouseholdWish } | { ok: false; problems: Problems }> {
  const act = fields.get("act");
  switch (act) {
    case "leave_out_problems":
      return { ok: true, value: { act } };
    case "leave_out":
    case "take_back": {
      const form = await readForm(named(fields, ["line"]), lineSchema);
      return form.ok ? { ok: true, value: { act, ...form.value } } : { ok: false, problems: form.problems };
    }
    case "mend": {
      const form = await readForm(named(fields, ["line", ...MENDED_FIELDS]), mendSchema);
      if (!form.ok) return { ok: false, problems: form.problems };
      const typed = form.value;
      // A cell emptied on purpose says so: no code, no lane.
      const mend = Object.fromEntries(
        MENDED_FIELDS.filter((field) => fields.has(field)).map((field) => [field, typed[field] ?? ""]),
      );
      return { ok: true, value: { act, line: typed.line, mend } };
    }
    default:
      return { ok: false, problems: { form: refused({ code: "not_valid" }) } };
  }
}

function named(fields: FormData, names: readonly string[]): FormData {
  const rest = new FormData();
  for (const name of names) {
    const value = fields.get(name);
    if (value !== null && value !== "") rest.append(name, value);
  }
  return rest;
}
