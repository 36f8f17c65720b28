import type { AwardCategory, AwardForm } from "#app/domain/awards/award.ts";
import type {
  CouncilMinutes,
  MinutesDissent,
  MinutesMember,
  MinutesNominee,
  MinutesRound,
} from "#app/domain/council/minutes.ts";
import { presidingOf } from "#app/domain/council/presiding.ts";
import { countQuorum } from "#app/domain/council/quorum.ts";
import { type Choice, type Count, decideRound } from "#app/domain/council/tally.ts";
import type { CouncilRules } from "#app/domain/council/threshold.ts";
import type { Tx } from "#app/platform/db/database.ts";

type RoundRow = Omit<MinutesRound, "roundId" | "voters" | "voted" | "ballots" | "result" | "chairSide"> & {
  readonly id: string;
  readonly sessionId: string;
  readonly issued: number | null;
  readonly returned: number | null;
  readonly invalid: number | null;
  readonly chairSide: readonly string[] | null;
  readonly chairReason: string | null;
};

interface NomineeRow {
  readonly roundId: string;
  readonly proposalId: string;
  readonly position: number;
  readonly name: string;
  readonly category: AwardCategory;
  readonly award: AwardForm;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
}

interface VoterRow {
  readonly roundId: string;
  readonly memberId: string;
  readonly hasVoted: boolean;
}

interface VoteRow {
  readonly roundId: string;
  readonly memberId: string;
  readonly proposalId: string;
  readonly choice: Choice;
  /** Given on the member's own device, not written down by the secretary. */
  readonly isOwn: boolean;
}

/** A session with all its rows: what the minutes are, and what the screen of the meeting works with. */
export interface SessionRows {
  readonly minutes: CouncilMinutes;
  readonly voters: readonly VoterRow[];
  readonly votes: readonly VoteRow[];
  readonly nominees: readonly NomineeRow[];
  /** Whether anybody noted who is there. */
  readonly isNoted: boolean;
}

type SessionRow = Omit<CouncilMinutes, "members" | "quorum" | "rounds" | "dissents">;

export async function findSession(tx: Tx, communeId: number, sessionId: string): Promise<SessionRows | null> {
  const [session] = await tx.$queryRaw<SessionRow[]>`
    select s.id as "sessionId", s.review_id as "reviewId", r.title as "reviewTitle", s.title, s.form, s.place,
           s.held_on::text as "heldOn", s.state, (extract(epoch from s.opened_at) * 1000)::float8 as "beganAt",
           (extract(epoch from s.closed_at) * 1000)::float8 as "endedAt", s.rules, s.guests, s.discussion, s.conclusion
      from council_session s
      join review r on r.commune_id = s.commune_id and r.id = s.review_id
     where s.commune_id = ${communeId} and s.id = ${sessionId}::uuid`;
  if (!session) return null;
  const members = await tx.$queryRaw<MinutesMember[]>`
    select e.member_id as "memberId", m.full_name as name, m.position, e.role, e.attendance,
           e.proxy_name as "proxyName", e.paper
      from council_seat e
      join council_member m on m.commune_id = e.commune_id and m.id = e.member_id
     where e.commune_id = ${communeId} and e.session_id = ${sessionId}::uuid
     order by array_position(array['chair', 'vice_chair', 'secretary', 'member'], e.role), m.full_name, m.id`;
  const rounds = await tx.$queryRaw<RoundRow[]>`
    select id, session_id as "sessionId", number, title, mode, places, state, issued, returned, invalid, tellers,
           chair_side as "chairSide", chair_reason as "chairReason",
           (extract(epoch from closed_at) * 1000)::float8 as "closedAt"
      from council_round where commune_id = ${communeId} and session_id = ${sessionId}::uuid order by number`;
  const nominees = await tx.$queryRaw<NomineeRow[]>`
    select n.round_id as "roundId", n.proposal_id as "proposalId", n.position, p.printed_name as name, p.category,
           p.form as award, c.yes, c.no, c.abstain
      from council_nominee n
      join council_round r on r.commune_id = n.commune_id and r.id = n.round_id and r.session_id = ${sessionId}::uuid
      join award_proposal p on p.commune_id = n.commune_id and p.id = n.proposal_id
      left join council_count c on c.commune_id = n.commune_id and c.round_id = n.round_id and c.proposal_id = n.proposal_id
     where n.commune_id = ${communeId} order by n.round_id, n.position`;
  const voters = await tx.$queryRaw<VoterRow[]>`
    select v.round_id as "roundId", v.member_id as "memberId", v.has_voted as "hasVoted"
      from council_voter v
      join council_round r on r.commune_id = v.commune_id and r.id = v.round_id and r.session_id = ${sessionId}::uuid
     where v.commune_id = ${communeId}`;
  const votes = await tx.$queryRaw<VoteRow[]>`
    select v.round_id as "roundId", v.member_id as "memberId", v.proposal_id as "proposalId", v.choice,
           m.account_id is not distinct from v.entered_by as "isOwn"
      from council_vote v
      join council_round r on r.commune_id = v.commune_id and r.id = v.round_id and r.session_id = ${sessionId}::uuid
      join council_member m on m.commune_id = v.commune_id and m.id = v.member_id
     where v.commune_id = ${communeId}`;
  const dissents = await tx.$queryRaw<MinutesDissent[]>`
    select m.full_name as "memberName", r.number as "roundNumber", p.printed_name as "nomineeName", d.content as text
      from council_dissent d
      join council_member m on m.commune_id = d.commune_id and m.id = d.member_id
      left join council_round r on r.commune_id = d.commune_id and r.id = d.round_id
      left join award_proposal p on p.commune_id = d.commune_id and p.id = d.proposal_id
     where d.commune_id = ${communeId} and d.session_id = ${sessionId}::uuid order by d.entered_at, d.id`;
  return {
    minutes: {
      ...session,
      members,
      quorum: countQuorum(
        members.map(({ attendance }) => attendance),
        session.rules,
        session.form,
      ),
      rounds: rounds.map((round) =>
        toRound(round, { members, nominees, voters, votes, rules: session.rules }),
      ),
      dissents,
    },
    voters,
    votes,
    nominees,
    isNoted: members.some(({ attendance }) => attendance !== "absent"),
  };
}

interface RoundFacts {
  readonly members: readonly MinutesMember[];
  readonly nominees: readonly NomineeRow[];
  readonly voters: readonly VoterRow[];
  readonly votes: readonly VoteRow[];
  readonly rules: CouncilRules;
}

function toRound(row: RoundRow, facts: RoundFacts): MinutesRound {
  const {
    id: roundId,
    number,
    title,
    mode,
    state,
    places,
    tellers,
    closedAt,
    issued,
    returned,
    invalid,
  } = row;
  const voters = facts.voters.filter((each) => each.roundId === roundId);
  const cast = voters.filter(({ hasVoted }) => hasVoted).length;
  const ballots =
    issued === null || returned === null || invalid === null ? null : { issued, returned, invalid };
  const voted = ballots ? ballots.returned : cast;
  const { chairSide, chairReason } = row;
  return {
    roundId,
    number,
    title,
    mode,
    state,
    places,
    voters: voters.length,
    voted,
    ballots,
    tellers,
    closedAt,
    result: state === "closed" ? decide(row, voted, voters.length, facts) : null,
    chairSide: chairSide && chairReason ? { nomineeIds: chairSide, reason: chairReason } : null,
  };
}

function decide(row: RoundRow, voted: number, voters: number, facts: RoundFacts) {
  const nominees = facts.nominees.filter(({ roundId }) => roundId === row.id);
  const counts = nominees.map(
    ({ proposalId, yes, no, abstain }): Count => ({
      nomineeId: proposalId,
      yes: yes ?? 0,
      no: no ?? 0,
      abstain: abstain ?? 0,
    }),
  );
  const votes = facts.votes.filter(({ roundId }) => roundId === row.id);
  const chair = presidingOf(facts.members);
  const hands = votes.filter(({ memberId, choice }) => memberId === chair?.memberId && choice === "yes");
  const chairFor = row.chairSide ?? hands.map(({ proposalId }) => proposalId);
  const basis = { members: facts.members.length, voters, voted, places: row.places, chairFor };
  const result = decideRound(counts, basis, facts.rules);
  const named = result.nominees.map((each): MinutesNominee => {
    const nominee = nominees.find(({ proposalId }) => proposalId === each.nomineeId);
    if (!nominee)
      throw new Error(`nominee ${each.nomineeId} of round ${row.id} was counted and is not there`);
    const { name, category, award } = nominee;
    return { ...each, name, category, award, hands: row.mode === "show" ? handsOf(each.nomineeId) : null };
  });
  return { ...result, nominees: named };

  function handsOf(proposalId: string) {
    const names = (choice: Choice) =>
      facts.members
        .filter(({ memberId }) =>
          votes.some(
            (vote) => vote.memberId === memberId && vote.proposalId === proposalId && vote.choice === choice,
          ),
        )
        .map(({ name }) => name);
    return { yes: names("yes"), no: names("no"), abstain: names("abstain") };
  }
}
