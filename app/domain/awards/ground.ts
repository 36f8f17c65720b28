import type { LocalDate } from "../calendar/local-date.ts";

/** What a register said of a recipient on the day of the proposal; each opens to where the figure comes from. */
export type Ground =
  | {
      readonly kind: "review";
      readonly reviewId: string;
      readonly villageId: number;
      readonly rank: number | null;
      /** Hundredths of a point. */
      readonly score: number;
      readonly band: string;
    }
  | {
      readonly kind: "work";
      readonly of: "member" | "team" | "village";
      readonly id: string;
      readonly visits: number;
      readonly people: number;
      readonly households: number;
    }
  | {
      readonly kind: "model";
      readonly name: string;
      readonly state: "pilot" | "replicated" | "ended";
      readonly startedOn: LocalDate;
    }
  | {
      readonly kind: "initiative";
      readonly id: string;
      readonly state: string;
      readonly document: string | null;
      readonly replicas: number;
    }
  | {
      readonly kind: "family";
      readonly householdId: string;
      /** Number of the recognition; null while it is not one. */
      readonly number: string | null;
      readonly on: LocalDate | null;
    };
