import { makeId } from "#app/domain/ids.ts";
import { book } from "#app/features/ledger/book.server.ts";
import type { Wish } from "#app/features/ledger/wish.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type Dice, makeDice } from "../invent/random.ts";
import type { DemoAccount, DemoPeople } from "./find-demo-place.server.ts";
import { phoneOf } from "./log-demo-week.server.ts";

interface WaitingClaim {
  readonly id: string;
  readonly revision: number;
  readonly memberId: string;
  readonly teamId: number;
}

/**
 * Verifies what waits as the teams would: the leader; for a leader's own or family's work the deputy; where both are
 * missing the office.
 */
export async function decideDemoWeek(platform: Platform, people: DemoPeople): Promise<void> {
  const waiting = await findWaiting(platform, people);
  const byDecider = new Map<string, WaitingClaim[]>();
  for (const claim of waiting) {
    const { id } = deciderOf(claim, people);
    byDecider.set(id, [...(byDecider.get(id) ?? []), claim]);
  }
  const dice = makeDice(Math.floor(platform.clock.now().getTime() / 1000));
  const requests = [...byDecider].map(([accountId, claims]) => ({
    by: {
      accountId,
      deviceId: phoneOf(accountId),
      isOfficeAwake: accountId === people.office.id,
      stamp: { actorId: accountId, verb: "ledger.decide-claims", requestId: "demo" },
    },
    wishes: claims.map((claim) => wishFor(platform, dice, claim)),
  }));
  // Leaders who decide at the same hour share a commit.
  const answers = await Promise.all(requests.map((request) => book(platform, people.communeId, request)));
  const refusedOne = answers.flat().find((outcome) => !outcome.ok);
  if (refusedOne)
    throw new Error(`a decision of the demonstration is refused: ${JSON.stringify(refusedOne)}`);
}

function deciderOf({ memberId, teamId }: WaitingClaim, people: DemoPeople): DemoAccount {
  const { place, accounts, homes, office } = people;
  const home = homes.get(memberId) ?? null;
  for (const role of ["leader", "deputy"] as const) {
    const holder = place.members.find((member) => member.teamId === teamId && member.role === role);
    if (!holder || holder.memberId === memberId) continue;
    if (home !== null && homes.get(holder.memberId) === home) continue;
    const account = accounts.get(holder.memberId);
    if (account) return account;
  }
  return office;
}

function wishFor(platform: Platform, dice: Dice, { id, revision }: WaitingClaim): Wish {
  const decision = {
    decisionId: makeId(platform.clock.now().getTime(), platform.random.bytes(10)),
    claimId: id,
    revision,
    amended: null,
  };
  const verdict = dice.pickWeighted<Wish["verdict"]>([
    ["approve", 94],
    ["return", 4],
    ["reject", 2],
  ]);
  if (verdict === "return")
    return { ...decision, verdict, reasonCode: "photo", reason: "Bổ sung ảnh giúp nhé." };
  if (verdict === "reject") return { ...decision, verdict, reasonCode: "twice", reason: null };
  return { ...decision, verdict, reasonCode: null, reason: null };
}

function findWaiting(platform: Platform, { communeId }: DemoPeople): Promise<WaitingClaim[]> {
  const scope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<WaitingClaim[]>`
      select id, revision, member_id as "memberId", team_id as "teamId" from claim
       where commune_id = ${communeId} and state = 'submitted' order by team_id, submitted_at, id`,
  );
}
