import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { withdrawAct } from "#app/features/two-person-acts/withdraw-act.server.ts";
import { actPath } from "#app/ui/setup/paths.ts";

/** Whoever had to prove anew who they are comes back to this address by a link: the act and its button are there. */
export async function loader(args: LoaderFunctionArgs) {
  await allow(args, "two-person-act.read");
  throw goOn(actPath(idIn(args)));
}

/** Taking one's own request back is the asker's right, whatever may be decided; the page shows what came of it. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "two-person-act.ask");
  const id = idIn(args);
  const verdict = await withdrawAct(caller, id);
  if (!verdict) throw notFound();
  return goOn(`${actPath(id)}${verdict.ok ? "?xong=withdrawn" : ""}`);
}

function idIn({ params }: Pick<LoaderFunctionArgs, "params">): string {
  if (!isId(params.act ?? "")) throw notFound();
  return params.act ?? "";
}
