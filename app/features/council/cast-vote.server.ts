import type { VoteMode } from "#app/domain/council/minutes.ts";
import type { Choice } from "#app/domain/council/tally.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { SessionRefusal } from "./run-session.server.ts";

/** A word on each nominee of a round. */
export type Ballot = ReadonlyMap<string, Choice>;

const LETTERS = { yes: "y", no: "n", abstain: "a" } as const satisfies Record<Choice, string>;

/**
 * A member votes on an own device. By show of hands one may think again until the round is closed; a secret ballot is
 * in the box for good, and nothing leads from it back to whoever gave it.
 */
export function castOwnVote(
  caller: Caller,
  roundId: string,
  ballot: Ballot,
): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    "council.cast-vote",
    async (tx, { communeId, actorId, now }) => {
      const held = await holdOpenRound(tx, communeId, roundId);
      if (!held.ok) return held;
      const [voter] = await tx.$queryRaw<{ memberId: string; hasVoted: boolean }[]>`
        select v.member_id as "memberId", v.has_voted as "hasVoted"
          from council_voter v
          join council_round r on r.commune_id = v.commune_id and r.id = v.round_id
          join council_seat s on s.commune_id = r.commune_id and s.session_id = r.session_id and s.member_id = v.member_id
          join council_member m on m.commune_id = v.commune_id and m.id = v.member_id
         where v.commune_id = ${communeId} and v.round_id = ${roundId}::uuid and m.account_id = ${actorId}::uuid
           and s.attendance in ('present', 'written')`;
      if (!voter || held.value.mode === "paper") return refused({ code: "council_no_vote_here" });
      const { memberId, hasVoted } = voter;
      const missing = held.value.nominees.find(({ proposalId }) => !ballot.has(proposalId));
      if (missing) return refused({ code: "council_vote_incomplete", name: missing.name });
      if (held.value.mode === "show") {
        const own = new Map(
          [...ballot].filter(([id]) => held.value.nominees.some((each) => each.proposalId === id)),
        );
        await writeHands(tx, { communeId, roundId, enteredBy: actorId, at: now }, [
          { memberId, ballot: own },
        ]);
        return allowed(null);
      }
      if (hasVoted) return refused({ code: "council_voted_already" });
      await markVoted(tx, communeId, roundId, [memberId]);
      const paper = held.value.nominees.map(({ proposalId }) => LETTERS[ballot.get(proposalId) ?? "abstain"]);
      await tx.$executeRaw`
        update council_box
           set ballots = (select array_agg(b order by b collate "C") from unnest(ballots || ${paper.join("")}::text) b)
         where commune_id = ${communeId} and round_id = ${roundId}::uuid`;
      return allowed(null);
    },
  );
}

/** The secretary writes down hands and written opinions; what members gave on their own devices stays theirs. */
export function recordHands(
  caller: Caller,
  roundId: string,
  hands: readonly { readonly memberId: string; readonly ballot: Ballot }[],
): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    "council.record-hands",
    async (tx, { communeId, actorId, now }) => {
      const held = await holdOpenRound(tx, communeId, roundId);
      if (!held.ok) return held;
      if (held.value.mode !== "show") return refused({ code: "council_no_vote_here" });
      const free = await tx.$queryRaw<{ memberId: string }[]>`
        select v.member_id as "memberId" from council_voter v
          join council_member m on m.commune_id = v.commune_id and m.id = v.member_id
         where v.commune_id = ${communeId} and v.round_id = ${roundId}::uuid
           and not exists (select from council_vote w
                            where w.commune_id = v.commune_id and w.round_id = v.round_id and w.member_id = v.member_id
                              and w.entered_by = m.account_id)`;
      const mayRecord = new Set(free.map(({ memberId }) => memberId));
      const recorded = hands.filter(({ memberId }) => mayRecord.has(memberId));
      await writeHands(tx, { communeId, roundId, enteredBy: actorId, at: now }, recorded);
      return allowed(null);
    },
  );
}

interface Entry {
  readonly communeId: number;
  readonly roundId: string;
  readonly enteredBy: string;
  readonly at: Date;
}

async function writeHands(
  tx: Tx,
  { communeId, roundId, enteredBy, at }: Entry,
  hands: readonly { readonly memberId: string; readonly ballot: Ballot }[],
): Promise<void> {
  const rows = hands.flatMap(({ memberId, ballot }) =>
    [...ballot].map(([proposalId, choice]) => ({ memberId, proposalId, choice })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into council_vote (commune_id, round_id, member_id, proposal_id, choice, entered_by, entered_at)
    select ${communeId}, ${roundId}::uuid, (r->>'memberId')::uuid, (r->>'proposalId')::uuid, r->>'choice',
           ${enteredBy}::uuid, ${at}
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r
    on conflict (commune_id, round_id, member_id, proposal_id)
    do update set choice = excluded.choice, entered_by = excluded.entered_by, entered_at = excluded.entered_at`;
  await markVoted(
    tx,
    communeId,
    roundId,
    hands.map(({ memberId }) => memberId),
  );
}

async function markVoted(
  tx: Tx,
  communeId: number,
  roundId: string,
  memberIds: readonly string[],
): Promise<void> {
  await tx.councilVoter.updateMany({
    where: { communeId, roundId, memberId: { in: [...memberIds] }, hasVoted: false },
    data: { hasVoted: true },
  });
}

export interface HeldRound {
  readonly sessionId: string;
  readonly mode: VoteMode;
  /** In the order of the ballot. */
  readonly nominees: readonly { readonly proposalId: string; readonly name: string }[];
}

/** Held to the end of the transaction: votes come in one by one, and none while the round is being closed. */
export async function holdOpenRound(
  tx: Tx,
  communeId: number,
  roundId: string,
): Promise<Verdict<HeldRound, SessionRefusal>> {
  const [round] = await tx.$queryRaw<{ sessionId: string; mode: VoteMode; state: string }[]>`
    select session_id as "sessionId", mode, state from council_round
     where commune_id = ${communeId} and id = ${roundId}::uuid for update`;
  if (!round) return refused({ code: "not_permitted" });
  if (round.state !== "open") return refused({ code: "council_round_closed" });
  const nominees = await tx.$queryRaw<{ proposalId: string; name: string }[]>`
    select n.proposal_id as "proposalId", p.printed_name as name
      from council_nominee n join award_proposal p on p.commune_id = n.commune_id and p.id = n.proposal_id
     where n.commune_id = ${communeId} and n.round_id = ${roundId}::uuid order by n.position`;
  return allowed({ sessionId: round.sessionId, mode: round.mode, nominees });
}
