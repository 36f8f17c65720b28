import path from "node:path";
import type { SlipSheetRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import type { SlipMakingRefusal } from "#app/domain/accounts/enrolment-slip.ts";
import { formatRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { makeSlip, type PrintedSlip } from "#app/features/accounts/enrolment-make-slip.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import {
  type MemberAccountRefusal,
  makeAccountForMember,
} from "#app/features/roster/make-account-for-member.server.ts";
import type { SlipSheetInput } from "#app/platform/apart/apart.ts";
import type { SlipCandidate, TeamSlips } from "./read-team-slips.server.ts";

/** The words of the paper, given by whoever knows the language. */
export interface SlipPaper {
  readonly title: string;
  kindOf(slip: PrintedSlip): string;
  stepsOf(slip: PrintedSlip): readonly string[];
  usernameOf(slip: PrintedSlip): string;
  untilOf(slip: PrintedSlip): string;
}

/**
 * A sheet of slips for these people of the team, in this one answer and never again. Who has no account yet gets
 * one first. Drawing happens in a thread of its own; a slip that could not be drawn is withdrawn by the next one.
 */
export async function printTeamSlips(
  caller: Caller,
  { team, people }: TeamSlips,
  memberIds: readonly string[],
  paper: SlipPaper,
): Promise<Verdict<Uint8Array, SlipMakingRefusal | MemberAccountRefusal | SlipSheetRefusal>> {
  const chosen = people.filter(({ memberId, isSelf }) => !isSelf && memberIds.includes(memberId));
  const slips: PrintedSlip[] = [];
  let refusal: ({ ok: false } & (SlipMakingRefusal | MemberAccountRefusal)) | null = null;
  for (const person of chosen) {
    const account = await accountOf(caller, person);
    const made = account.ok
      ? await makeSlip(caller, account.value.accountId, { teamId: team.id, villageId: team.villageId })
      : account;
    if (made.ok) slips.push(made.value);
    else refusal = made;
  }
  if (slips.length === 0) return refusal ?? refused({ code: "nobody_to_print" });
  const drawn = await caller.platform.apart.run("print-slips", sheetOf(caller, team.name, slips, paper));
  return drawn.ok ? allowed(drawn.output) : refused({ code: "sheet_not_drawn" });
}

function accountOf(caller: Caller, { memberId, accountId }: SlipCandidate) {
  if (accountId !== null) return Promise.resolve(allowed({ accountId, isNew: false }));
  return inRoster(caller, "team-slips.make-account", (tx, act) =>
    makeAccountForMember(tx, caller.platform.keys, act, memberId),
  );
}

function sheetOf(
  { platform }: Caller,
  teamName: string,
  slips: readonly PrintedSlip[],
  paper: SlipPaper,
): SlipSheetInput {
  return {
    packages: path.join(platform.config.appRoot, "node_modules"),
    title: paper.title,
    slips: slips.map((slip) => ({
      kind: paper.kindOf(slip),
      name: slip.displayName,
      place: teamName,
      link: slip.link,
      code: formatRecoveryCode(slip.code),
      steps: paper.stepsOf(slip),
      username: paper.usernameOf(slip),
      until: paper.untilOf(slip),
    })),
  };
}
