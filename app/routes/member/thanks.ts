import type { ActionFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { safePath } from "#app/features/accounts/safe-path.ts";
import { thanksSchema } from "#app/features/boards/boards.schema.ts";
import { giveThanks } from "#app/features/boards/give-thanks.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";

/** One tap beside somebody's work, and back to where it stood. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "thanks.give");
  const form = await readForm(args.request, thanksSchema);
  if (!form.ok || caller.communeId === null) throw notFound();
  const { claimId, intent, back } = form.value;
  if (!(await giveThanks(caller, claimId, intent === "give"))) throw notFound();
  return goOn(safePath(back));
}
