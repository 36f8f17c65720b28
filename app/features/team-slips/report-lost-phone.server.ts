import type { SlipMakingRefusal } from "#app/domain/accounts/enrolment-slip.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { signOutEverywhere } from "#app/features/accounts/people-end-access.server.ts";
import type { TeamSlips } from "./read-team-slips.server.ts";

/** Every session of the person ends and every phone must be enrolled anew; a second factor stays as it is. */
export async function reportLostPhone(
  caller: Caller,
  { team, people }: TeamSlips,
  memberId: string,
): Promise<Verdict<{ ended: number }, SlipMakingRefusal>> {
  const accountId = people.find((person) => person.memberId === memberId)?.accountId ?? null;
  if (accountId === null) return refused({ code: "not_permitted" });
  return signOutEverywhere(caller, accountId, { teamId: team.id, villageId: team.villageId });
}
