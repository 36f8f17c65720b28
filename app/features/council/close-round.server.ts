import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { holdOpenRound } from "./cast-vote.server.ts";
import { findSession } from "./find-session.server.ts";
import { holdOpenSession, type SessionRefusal } from "./run-session.server.ts";

/** What tellers counted of ballots on paper. */
export interface PaperCount {
  readonly issued: number;
  readonly returned: number;
  readonly invalid: number;
  readonly tellers: string;
  readonly votes: ReadonlyMap<string, { readonly yes: number; readonly no: number }>;
}

/** Ends a round of hands or of the box: what was cast is counted once, and stands. */
export function closeRound(
  caller: Caller,
  roundId: string,
  paper: PaperCount | null,
): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    "council.close-round",
    async (tx, { communeId, actorId, now }) => {
      const held = await holdOpenRound(tx, communeId, roundId);
      if (!held.ok) return held;
      const { mode, nominees } = held.value;
      if ((mode === "paper") !== (paper !== null)) return refused({ code: "not_permitted" });
      const judged = paper
        ? await judgePaper(tx, communeId, roundId, paper, nominees)
        : await judgeCast(tx, communeId, roundId);
      if (!judged.ok) return judged;
      const told = paper && {
        issued: paper.issued,
        returned: paper.returned,
        invalid: paper.invalid,
        tellers: paper.tellers,
      };
      await tx.councilRound.updateMany({
        where: { communeId, id: roundId },
        data: { state: "closed", closedBy: actorId, closedAt: now, ...told },
      });
      if (paper) await writePaper(tx, communeId, roundId, paper);
      else if (mode === "show") await countHands(tx, communeId, roundId);
      else await countBox(tx, communeId, roundId);
      return allowed(null);
    },
  );
}

async function judgeCast(tx: Tx, communeId: number, roundId: string): Promise<Verdict<null, SessionRefusal>> {
  const voted = await tx.councilVoter.count({ where: { communeId, roundId, hasVoted: true } });
  return voted === 0 ? refused({ code: "council_nobody_voted" }) : allowed(null);
}

async function judgePaper(
  tx: Tx,
  communeId: number,
  roundId: string,
  { issued, returned, invalid, votes }: PaperCount,
  nominees: readonly { readonly proposalId: string; readonly name: string }[],
): Promise<Verdict<null, SessionRefusal>> {
  const voters = await tx.councilVoter.count({ where: { communeId, roundId } });
  if (issued > voters || returned > issued || invalid > returned)
    return refused({ code: "council_more_ballots_than_voters", voters });
  if (returned === 0) return refused({ code: "council_nobody_voted" });
  const valid = returned - invalid;
  for (const { proposalId, name } of nominees) {
    const said = votes.get(proposalId);
    if (!said) return refused({ code: "council_vote_incomplete", name });
    if (said.yes + said.no > valid) return refused({ code: "council_paper_does_not_add_up", name, valid });
  }
  return allowed(null);
}

async function writePaper(tx: Tx, communeId: number, roundId: string, paper: PaperCount): Promise<void> {
  const valid = paper.returned - paper.invalid;
  await tx.councilCount.createMany({
    data: [...paper.votes].map(([proposalId, { yes, no }]) => ({
      communeId,
      roundId,
      proposalId,
      yes,
      no,
      abstain: valid - yes - no,
    })),
  });
}

async function countHands(tx: Tx, communeId: number, roundId: string): Promise<void> {
  await tx.$executeRaw`
    insert into council_count (commune_id, round_id, proposal_id, yes, no, abstain)
    select n.commune_id, n.round_id, n.proposal_id, count(*) filter (where v.choice = 'yes'),
           count(*) filter (where v.choice = 'no'), count(*) filter (where v.choice = 'abstain')
      from council_nominee n
      left join council_vote v on v.commune_id = n.commune_id and v.round_id = n.round_id and v.proposal_id = n.proposal_id
     where n.commune_id = ${communeId} and n.round_id = ${roundId}::uuid
     group by n.commune_id, n.round_id, n.proposal_id`;
}

async function countBox(tx: Tx, communeId: number, roundId: string): Promise<void> {
  await tx.$executeRaw`
    insert into council_count (commune_id, round_id, proposal_id, yes, no, abstain)
    select n.commune_id, n.round_id, n.proposal_id, count(*) filter (where substr(b, n.position, 1) = 'y'),
           count(*) filter (where substr(b, n.position, 1) = 'n'), count(*) filter (where substr(b, n.position, 1) = 'a')
      from council_nominee n
      join council_box x on x.commune_id = n.commune_id and x.round_id = n.round_id
      cross join unnest(x.ballots) b
     where n.commune_id = ${communeId} and n.round_id = ${roundId}::uuid
     group by n.commune_id, n.round_id, n.proposal_id`;
}

/** A round that was opened by mistake ends without a count; it stays in the minutes as withdrawn. */
export function withdrawRound(caller: Caller, roundId: string): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    "council.withdraw-round",
    async (tx, { communeId, actorId, now }) => {
      const held = await holdOpenRound(tx, communeId, roundId);
      if (!held.ok) return held;
      await tx.councilRound.updateMany({
        where: { communeId, id: roundId },
        data: { state: "withdrawn", closedBy: actorId, closedAt: now },
      });
      return allowed(null);
    },
  );
}

/** DOMAIN 2.5: between equals on the last place the chair's side wins; here it is said, once, with a reason. */
export function partTie(
  caller: Caller,
  {
    sessionId,
    roundId,
    chosen,
    reason,
  }: {
    readonly sessionId: string;
    readonly roundId: string;
    readonly chosen: readonly string[];
    readonly reason: string;
  },
): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(caller, "council.part-tie", async (tx, { communeId }) => {
    const held = await holdOpenSession(tx, communeId, sessionId);
    if (!held.ok) return held;
    const session = await findSession(tx, communeId, sessionId);
    const round = session?.minutes.rounds.find((each) => each.roundId === roundId);
    if (!round) return refused({ code: "not_permitted" });
    if (!round.result || round.result.tiedPlaces === 0) return refused({ code: "council_not_tied" });
    const { nominees, tiedPlaces } = round.result;
    const tied = nominees.filter(({ outcome }) => outcome === "tied").map(({ nomineeId }) => nomineeId);
    const side = [...new Set(chosen)].filter((id) => tied.includes(id));
    if (side.length !== tiedPlaces || side.length !== chosen.length)
      return refused({ code: "council_chair_side_wrong", places: tiedPlaces });
    const already = nominees.filter(({ outcome }) => outcome === "chosen_by_chair");
    const whole = [...already.map(({ nomineeId }) => nomineeId), ...side];
    await tx.councilRound.updateMany({
      where: { communeId, id: roundId },
      data: { chairSide: whole, chairReason: reason },
    });
    return allowed(null);
  });
}
