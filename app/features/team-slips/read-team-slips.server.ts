import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readTeam, type TeamFace } from "#app/features/roster/read-team.server.ts";

export interface SlipCandidate {
  readonly memberId: string;
  readonly fullName: string;
  readonly accountId: string | null;
  readonly hasPhone: boolean;
  readonly isSelf: boolean;
}

export interface TeamSlips {
  readonly team: TeamFace;
  readonly people: readonly SlipCandidate[];
}

/** Who of a team still needs paper to get in; null where the caller has no such team. */
export async function readTeamSlips(caller: Caller, teamId: number): Promise<TeamSlips | null> {
  const view = await readTeam(caller, teamId);
  if (!view) return null;
  const accountIds = view.members.flatMap(({ accountId }) => accountId ?? []);
  const enrolled = await caller.platform.db.prisma.device.findMany({
    where: { accountId: { in: accountIds }, revokedAt: null, unlockUntil: { gt: caller.now } },
    select: { accountId: true },
  });
  const withPhone = new Set(enrolled.map(({ accountId }) => accountId));
  return {
    team: view.team,
    people: view.members.map(({ memberId, fullName, accountId }) => ({
      memberId,
      fullName,
      accountId,
      hasPhone: accountId !== null && withPhone.has(accountId),
      isSelf: accountId === caller.person.accountId,
    })),
  };
}
