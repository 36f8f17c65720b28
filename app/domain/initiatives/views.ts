import type { ClaimState } from "../activity/claim.ts";
import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { InitiativeAct, InitiativeStage, InitiativeState, OfficeAct, Proposer } from "./initiative.ts";

export interface InitiativeCard {
  readonly id: string;
  readonly title: string;
  readonly state: InitiativeState;
  readonly proposedAs: Proposer;
  readonly proposer: string;
  readonly pilotVillage: string | null;
  readonly replicas: number;
  readonly changedAt: Instant;
}

export interface InitiativeView extends InitiativeCard {
  readonly problem: string;
  readonly proposal: string;
  readonly coauthors: readonly { readonly id: string; readonly name: string }[];
  readonly steps: readonly {
    readonly id: string;
    readonly act: InitiativeAct;
    readonly reason: string;
    readonly village: string | null;
    readonly evidenceLink: string | null;
    readonly documentNumber: string | null;
    readonly documentDate: LocalDate | null;
    readonly by: string;
    readonly happenedOn: LocalDate;
  }[];
  readonly claims: readonly {
    readonly stage: InitiativeStage;
    readonly state: ClaimState;
  }[];
  /** Stages whose record could not be written yet. */
  readonly unwritten: readonly InitiativeStage[];
  /** Replicas that are recorded and not yet on the author's record. */
  readonly uncredited: number;
  readonly may: {
    readonly write: boolean;
    readonly acts: readonly OfficeAct[];
    readonly credit: boolean;
  };
}
