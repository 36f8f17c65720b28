import type { AwardCategory, RecipientKind } from "./award.ts";

/** Somebody or something a search found, who can be proposed. */
export interface FoundCandidate {
  /** "member:019…", "model:019…". */
  readonly chosen: string;
  readonly category: AwardCategory;
  readonly name: string;
  /** The village or team, or what is known of it. */
  readonly place: string;
}

/** The one chosen, with everybody who could receive the award. */
export interface Candidate extends FoundCandidate {
  readonly modelId: string | null;
  readonly initiativeId: string | null;
  readonly recipients: readonly {
    readonly key: string;
    readonly kind: RecipientKind;
    readonly name: string;
    readonly villageId: number | null;
  }[];
}

export interface HeldRecipient {
  readonly name: string;
  readonly reason: string;
  readonly document: string;
}
