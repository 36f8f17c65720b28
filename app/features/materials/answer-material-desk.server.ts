import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { decideMaterial, type MaterialAnswer, withdrawMaterial } from "./keep-materials.server.ts";
import { materialDecisionSchema } from "./material.schema.ts";

/** The buttons of the office's library: shown, returned with a reason, withdrawn with a tick. */
export async function answerMaterialDesk(
  caller: Caller,
  fields: FormData,
): Promise<MaterialAnswer<"dua-vao" | "tra-lai" | "go">> {
  const act = fields.get("act");
  if (act !== "show" && act !== "return" && act !== "withdraw") return null;
  const form = await readForm(fields, materialDecisionSchema);
  if (!form.ok) return form;
  const { id, reason = null } = form.value;
  const fail = (field: string, problem: Rejection) =>
    ({ ok: false, problems: { [field]: problem }, values: form.values }) as const;
  if (act === "return" && reason === null) return fail(`reason-${id}`, { code: "required" });
  if (act === "withdraw" && fields.get("sure") !== "yes") return fail("sure", { code: "required" });
  const verdict =
    act === "withdraw"
      ? await withdrawMaterial(caller, id)
      : await decideMaterial(caller, id, act === "return" ? reason : null);
  if (verdict.ok) return { ok: true, done: act === "show" ? "dua-vao" : act === "return" ? "tra-lai" : "go" };
  const { ok: _, ...problem } = verdict;
  return problem.code === "not_permitted" ? null : fail("form", problem);
}
