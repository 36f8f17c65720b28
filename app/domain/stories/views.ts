import type { ClaimState } from "../activity/claim.ts";
import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { AdoptionState, StoryAct, StoryChannel, StoryField, StoryKind, StoryState } from "./story.ts";

/** A story in a list. */
export interface StoryCard {
  readonly id: string;
  readonly state: StoryState;
  readonly kind: StoryKind;
  readonly field: StoryField;
  readonly title: string;
  readonly excerpt: string;
  readonly hasPhoto: boolean;
  readonly authorName: string;
  readonly place: string | null;
  readonly publishedOn: LocalDate | null;
  /** How many teams did the same since. */
  readonly adoptions: number;
}

export interface StoryText {
  readonly version: number;
  readonly kind: StoryKind;
  readonly field: StoryField;
  readonly movement: string | null;
  readonly title: string;
  readonly body: string;
  readonly videoLink: string | null;
  readonly photos: readonly string[];
}

export interface StoryPerson {
  readonly id: string;
  readonly name: string;
  readonly askedBy: string | null;
  readonly askedOn: LocalDate | null;
  readonly withdrawnOn: LocalDate | null;
}

export interface StoryLink {
  readonly id: string;
  readonly channel: StoryChannel;
  readonly link: string | null;
  readonly publishedOn: LocalDate;
}

export interface StoryStep {
  readonly id: string;
  readonly act: StoryAct;
  readonly version: number;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Instant;
}

export interface AdoptionView {
  readonly id: string;
  readonly teamId: number;
  readonly teamName: string;
  readonly promise: string;
  readonly dueOn: LocalDate;
  readonly state: AdoptionState;
  readonly takenBy: string;
  readonly result: string | null;
  readonly doneOn: LocalDate | null;
  readonly confirmedBy: string | null;
  readonly isCredited: boolean;
  readonly mayReport: boolean;
  readonly mayConfirm: boolean;
}

export interface StoryView extends StoryText {
  readonly id: string;
  readonly state: StoryState;
  readonly authorName: string;
  readonly place: string | null;
  readonly publishedOn: LocalDate | null;
  /** Strangers read it, where the commune's board is public. */
  readonly isPublic: boolean;
  readonly people: readonly StoryPerson[];
  readonly links: readonly StoryLink[];
  readonly steps: readonly StoryStep[];
  readonly adoptions: readonly AdoptionView[];
  readonly claim: { readonly id: string; readonly state: ClaimState } | null;
  /** Somebody of the roster wrote it, who earns by it. */
  readonly hasMember: boolean;
  readonly may: {
    readonly write: boolean;
    readonly keep: boolean;
    readonly edit: boolean;
    readonly adopt: readonly { readonly id: number; readonly name: string }[];
  };
}

export interface StoryProgress {
  readonly asked: number;
  /** Whether the plan asks the commune or each team. */
  readonly by: "commune" | "team";
  /** The plan's own words, where it has any. */
  readonly text: string | null;
  /** The running month first. */
  readonly months: readonly {
    readonly id: number;
    readonly firstDay: LocalDate;
    readonly lastDay: LocalDate;
    readonly published: number;
  }[];
  /** Of the running month. */
  readonly teams: readonly { readonly id: number; readonly name: string; readonly published: number }[];
}

/** A story as strangers read it. */
export interface PublicStory {
  readonly id: string;
  readonly kind: StoryKind;
  readonly title: string;
  readonly body: string;
  readonly excerpt: string;
  /** Empty where an office wrote it. */
  readonly author: string;
  readonly village: string | null;
  readonly publishedOn: LocalDate;
  readonly videoLink: string | null;
  readonly photos: number;
  readonly adoptions: number;
  readonly links: readonly { readonly channel: StoryChannel; readonly link: string }[];
}
