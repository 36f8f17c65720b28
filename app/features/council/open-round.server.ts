import { isListed } from "#app/domain/awards/award.ts";
import type { CouncilRefusal } from "#app/domain/council/council-refusals.ts";
import type { VoteMode } from "#app/domain/council/minutes.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findProposals } from "#app/features/awards/find-proposals.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findMembers } from "./find-members.server.ts";
import { findSession } from "./find-session.server.ts";
import { hasOpenRound, holdOpenSession, type SessionRefusal } from "./run-session.server.ts";

export interface NewRound {
  readonly id: Id;
  readonly sessionId: string;
  readonly title: string;
  readonly mode: VoteMode;
  /** How many may be chosen; null: as many as pass. */
  readonly places: number | null;
  readonly proposals: readonly string[];
}

/** A vote on some proposals begins: quorum is counted, and who has a vote is pinned. */
export function openRound(caller: Caller, round: NewRound): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    "council.open-round",
    async (tx, { communeId, actorId, now }) => {
      const { id, sessionId, title, mode, places } = round;
      const held = await holdOpenSession(tx, communeId, sessionId);
      if (!held.ok) return held;
      if ((await tx.councilRound.count({ where: { communeId, id } })) > 0) return allowed(null);
      if (await hasOpenRound(tx, communeId, sessionId)) return refused({ code: "council_round_runs" });
      const session = await findSession(tx, communeId, sessionId);
      if (!session) return refused({ code: "not_permitted" });
      const { quorum, members, rounds } = session.minutes;
      if (!quorum.isReached)
        return refused({ code: "council_quorum_missing", counted: quorum.counted, needed: quorum.needed });
      const wanted = [...new Set(round.proposals)];
      if (wanted.length === 0) return refused({ code: "council_nobody_to_vote_on" });
      const known = await findProposals(tx, communeId, { reviewId: held.value.reviewId });
      const nominees = known.filter(({ id: each }) => wanted.includes(each));
      if (nominees.length < wanted.length) return refused({ code: "not_permitted" });
      const fallen = nominees.find(({ state }) => !isListed(state));
      if (fallen) return refused({ code: "council_not_proposed", name: fallen.printedName });
      const voting = members.filter(({ attendance }) => attendance !== "absent");
      if (mode === "secret") {
        const terms = await findMembers(tx, communeId);
        const apart = voting.filter(
          ({ memberId, attendance }) =>
            attendance !== "present" || !terms.find((each) => each.id === memberId)?.accountId,
        );
        if (apart.length > 0) return refused(notPossible(apart.map(({ name }) => name)));
      }
      const openedBy = { openedBy: actorId, openedAt: now };
      await tx.$executeRaw`
        insert into council_round (commune_id, id, session_id, number, title, mode, places, state, opened_by, opened_at)
        values (${communeId}, ${id}::uuid, ${sessionId}::uuid, ${rounds.length + 1}, ${title}, ${mode}, ${places}::int,
                'open', ${openedBy.openedBy}::uuid, ${now})`;
      await tx.councilNominee.createMany({
        data: nominees.map((each, at) => ({ communeId, roundId: id, proposalId: each.id, position: at + 1 })),
      });
      await tx.councilVoter.createMany({
        data: voting.map(({ memberId }) => ({ communeId, roundId: id, memberId })),
      });
      if (mode === "secret")
        await tx.councilBox.createMany({ data: [{ communeId, roundId: id, ballots: [] }] });
      return allowed(null);
    },
  );
}

function notPossible(names: readonly string[]): CouncilRefusal {
  return { code: "council_secret_not_possible", names: names.join(", ") };
}
