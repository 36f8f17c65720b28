import type { ActionFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { TEAM_SLIPS_PATHS } from "#app/features/team-slips/paths.ts";
import { printTeamSlips } from "#app/features/team-slips/print-team-slips.server.ts";
import { readTeamSlips } from "#app/features/team-slips/read-team-slips.server.ts";
import { teamSlipsSchema } from "#app/features/team-slips/team-slips.schema.ts";
import { slipPaper } from "#app/messages/slip-paper.ts";

/** The sheet, in this one answer: nothing of it is kept, by the house or on the way. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "team-slip.make");
  const form = await readForm(args.request, teamSlipsSchema);
  const slips = await readTeamSlips(caller, numberParam(args.params.teamId));
  if (!slips) throw notFound();
  const nobody = goOn(`${TEAM_SLIPS_PATHS.team(slips.team.id)}?khong=1`);
  if (!form.ok) return nobody;
  const printed = await printTeamSlips(caller, slips, form.value.memberId, slipPaper);
  if (!printed.ok) return nobody;
  return new Response(new Uint8Array(printed.value), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="phieu-to-${slips.team.id}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
