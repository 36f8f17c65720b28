import type { ChangedField, ImportProblem } from "#app/domain/people/plan-roster-import.ts";
import type { Fate } from "./fate-links.tsx";
import type { CardLine } from "./line-card.tsx";

/** An import as its page is given it. */
export interface ImportPage {
  readonly id: string;
  readonly state: "previewed" | "applied" | "undone" | "discarded";
  readonly effectiveOn: string;
  readonly undoUntil: number | null;
  readonly shown: Fate;
  readonly page: number;
  readonly summary: {
    readonly counts: Readonly<Record<Fate, number>>;
    readonly sections: number;
    readonly totals: number;
    readonly ignoredCitizenIds: boolean;
    readonly appliedBefore: string | null;
  };
  readonly villages: readonly {
    readonly id: number;
    readonly name: string;
    readonly teams: readonly { readonly id: number; readonly name: string }[];
  }[];
  readonly lines: readonly ImportPageLine[];
}

export interface ImportPageLine
  extends Pick<CardLine, "line" | "place" | "candidates" | "isLeftOut" | "otherRow"> {
  readonly person: CardLine["person"] & { readonly sex: "female" | "male" | null };
  readonly outcome: {
    readonly fate: Exclude<Fate, "ignored">;
    readonly problems?: readonly ImportProblem[];
    readonly changes?: readonly ChangedField[];
  };
  readonly villageName: string | null;
}
