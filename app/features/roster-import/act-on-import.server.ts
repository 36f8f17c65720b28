import { refused, type Verdict } from "#app/domain/verdict.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { applyImport } from "./apply-import.server.ts";
import { discardImport } from "./discard-import.server.ts";
import { type ImportMend, mendImport } from "./mend-import.server.ts";
import {
  choiceSchema,
  lineSchema,
  mendOf,
  mendSchema,
  readTeamChoices,
  settleSchema,
} from "./roster-import.schema.ts";
import { undoImport } from "./undo-import.server.ts";

type Problems = { readonly [field: string]: Rejection | undefined };
type Done = "changed" | "applied" | "undone" | "discarded";
type Answer = { ok: true; value: Done } | { ok: false; problems: Problems };

/** One button of the import's page. */
export async function actOnImport(
  platform: Platform,
  scope: CommuneScope,
  batchId: string,
  fields: FormData,
): Promise<Answer> {
  switch (fields.get("act")) {
    case "apply":
      return answer(await applyImport(platform, scope, batchId), "applied");
    case "undo":
      return answer(await undoImport(platform, scope, batchId), "undone");
    case "discard":
      return answer(await discardImport(platform, scope, batchId), "discarded");
    default: {
      const wish = await readWish(fields);
      if (!wish.ok) return wish;
      return answer(await mendImport(platform, scope, batchId, wish.value), "changed");
    }
  }
}

function answer(verdict: Verdict<unknown, Rejection>, done: Done): Answer {
  return verdict.ok ? { ok: true, value: done } : { ok: false, problems: { form: verdict } };
}

async function readWish(
  fields: FormData,
): Promise<{ ok: true; value: ImportMend } | { ok: false; problems: Problems }> {
  const act = fields.get("act");
  switch (act) {
    case "mend": {
      const form = await readForm(withEmptied(fields), mendSchema);
      if (!form.ok) return { ok: false, problems: form.problems };
      const mend = { ...emptiedOf(fields), ...mendOf(form.value) };
      const { line, everyVillage } = form.value;
      return { ok: true, value: { act, line, mend, everyVillage } };
    }
    case "choose": {
      const form = await readForm(fields, choiceSchema);
      return form.ok ? { ok: true, value: { act, ...form.value } } : { ok: false, problems: form.problems };
    }
    case "leave_out":
    case "take_back": {
      const form = await readForm(fields, lineSchema);
      return form.ok ? { ok: true, value: { act, ...form.value } } : { ok: false, problems: form.problems };
    }
    case "leave_out_problems":
    case "look_again":
      return { ok: true, value: { act } };
    case "settle": {
      const form = await readForm(fields, settleSchema);
      return form.ok
        ? { ok: true, value: { act, ...form.value, teams: readTeamChoices(fields) } }
        : { ok: false, problems: form.problems };
    }
    default:
      return { ok: false, problems: { form: refused({ code: "not_valid" }) } };
  }
}

const MAY_BE_EMPTY = ["phone", "birth", "position"] as const;

/** A cell that was emptied on purpose: a shared phone is nobody's, an impossible year is unknown. */
function emptiedOf(fields: FormData): { [Field in (typeof MAY_BE_EMPTY)[number]]?: string } {
  return Object.fromEntries(MAY_BE_EMPTY.filter((name) => fields.get(name) === "").map((name) => [name, ""]));
}

function withEmptied(fields: FormData): FormData {
  const rest = new FormData();
  for (const [name, value] of fields) if (value !== "" && name !== "act") rest.append(name, value);
  return rest;
}
