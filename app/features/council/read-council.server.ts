import { isListed, type ProposalView } from "#app/domain/awards/award.ts";
import type { CouncilWord } from "#app/domain/council/council-word.ts";
import type { CouncilMinutes } from "#app/domain/council/minutes.ts";
import type { OwnBallot } from "#app/domain/council/own-ballot.ts";
import type { ReviewState } from "#app/domain/year/review-result.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findProposals } from "#app/features/awards/find-proposals.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type CouncilMember, findMembers, findRules, type StoredRules } from "./find-members.server.ts";
import { findSession, type SessionRows } from "./find-session.server.ts";
import { findCouncilWords, findSessions } from "./find-words.server.ts";
import { findVoters } from "./keep-members.server.ts";

type Reader = Pick<Caller, "platform" | "scope">;

function inCouncil<Answer>(
  caller: Reader,
  verb: string,
  work: (tx: Tx, communeId: number) => Promise<Answer>,
) {
  const scope = caller.scope(verb);
  return caller.platform.db.withCommunes(scope, (tx) => work(tx, onlyCommune(scope)));
}

export interface CouncilRoll extends StoredRules {
  readonly members: readonly CouncilMember[];
  /** Accounts that a member may be tied to. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

export function readRoll(caller: Reader): Promise<CouncilRoll> {
  return inCouncil(caller, "council.read-roll", async (tx, communeId) => ({
    ...(await findRules(tx, communeId)),
    members: await findMembers(tx, communeId),
    accounts: await findVoters(tx, communeId),
  }));
}

/** What one session came to: what minutes are printed from. Null where there is none. */
export function readCouncilMinutes(caller: Reader, sessionId: string): Promise<CouncilMinutes | null> {
  return inCouncil(caller, "council.read-minutes", async (tx, communeId) => {
    return (await findSession(tx, communeId, sessionId))?.minutes ?? null;
  });
}

export interface CouncilDesk {
  readonly review: { readonly id: string; readonly title: string; readonly state: ReviewState };
  readonly sessions: readonly CouncilMinutes[];
  readonly seated: number;
}

export function readCouncilDesk(caller: Caller, reviewId: string): Promise<CouncilDesk | null> {
  return inCouncil(caller, "council.read-desk", async (tx, communeId) => {
    const review = await tx.review.findUnique({
      where: { communeId_id: { communeId, id: reviewId } },
      select: { id: true, title: true, state: true },
    });
    if (!review) return null;
    const members = await findMembers(tx, communeId);
    return {
      review: { ...review, state: review.state as ReviewState },
      sessions: await findSessions(tx, communeId, reviewId),
      seated: members.filter(({ validTo }) => validTo === null || validTo >= caller.today).length,
    };
  });
}

export interface SessionDesk extends SessionRows {
  /** Proposals that may still be voted on. */
  readonly proposals: readonly ProposalView[];
  /** By proposal, of this session and all others on the review. */
  readonly words: readonly CouncilWord[];
}

/** A session of this review and no other, as the secretary works with it. */
export function readSessionDesk(
  caller: Caller,
  reviewId: string,
  sessionId: string,
): Promise<SessionDesk | null> {
  return inCouncil(caller, "council.read-session", async (tx, communeId) => {
    const session = await findSession(tx, communeId, sessionId);
    if (session?.minutes.reviewId !== reviewId) return null;
    const proposals = await findProposals(tx, communeId, { reviewId });
    return {
      ...session,
      proposals: proposals.filter(({ state }) => isListed(state)),
      words: await findCouncilWords(tx, communeId, reviewId),
    };
  });
}

/** The rounds that wait for this person's vote, on their own device. */
export function readOwnBallots(caller: Caller): Promise<OwnBallot[]> {
  return inCouncil(caller, "council.read-own-ballots", async (tx, communeId) => {
    const rows = await tx.$queryRaw<(Omit<OwnBallot, "nominees"> & { memberId: string })[]>`
      select r.id as "roundId", s.title as "sessionTitle", r.title as "roundTitle", r.mode, r.places,
             v.has_voted as "hasVoted", v.member_id as "memberId"
        from council_round r
        join council_session s on s.commune_id = r.commune_id and s.id = r.session_id
        join council_voter v on v.commune_id = r.commune_id and v.round_id = r.id
        join council_member m on m.commune_id = v.commune_id and m.id = v.member_id
        join council_seat e on e.commune_id = v.commune_id and e.session_id = s.id and e.member_id = v.member_id
       where r.commune_id = ${communeId} and r.state = 'open' and m.account_id = ${caller.person.accountId}::uuid
         and e.attendance in ('present', 'written')
       order by r.opened_at`;
    const ballots: OwnBallot[] = [];
    for (const { memberId, ...row } of rows) {
      const nominees = await tx.$queryRaw<OwnBallot["nominees"]>`
        select n.proposal_id as "proposalId", p.printed_name as name, p.achievement, p.form as award, w.choice
          from council_nominee n
          join award_proposal p on p.commune_id = n.commune_id and p.id = n.proposal_id
          left join council_vote w on w.commune_id = n.commune_id and w.round_id = n.round_id
           and w.proposal_id = n.proposal_id and w.member_id = ${memberId}::uuid
         where n.commune_id = ${communeId} and n.round_id = ${row.roundId}::uuid order by n.position`;
      ballots.push({ ...row, nominees });
    }
    return ballots;
  });
}
