import type { ProposalView } from "../awards/award.ts";
import type { VoteMode } from "./minutes.ts";
import type { Choice } from "./tally.ts";

/** What a member of the council has to vote on now. */
export interface OwnBallot {
  readonly roundId: string;
  readonly sessionTitle: string;
  readonly roundTitle: string;
  readonly mode: VoteMode;
  readonly places: number | null;
  readonly hasVoted: boolean;
  readonly nominees: readonly {
    readonly proposalId: string;
    readonly name: string;
    readonly achievement: string;
    readonly award: ProposalView["form"];
    /** As raised so far; a secret ballot is never shown again. */
    readonly choice: Choice | null;
  }[];
}
