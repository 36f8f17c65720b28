import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { DifficultyEvent, DifficultyField, DifficultyStage, StageStay } from "./difficulty.ts";

/** Written out in remix.config.js. */
export const DIFFICULTY_PATHS = {
  list: "/kho-khan",
  one: (difficultyId: string) => `/kho-khan/${difficultyId}`,
  routes: "/van-phong/kho-khan/dau-moi",
} as const;

export interface DifficultyView {
  readonly id: string;
  readonly field: DifficultyField;
  readonly content: string;
  readonly proposal: string | null;
  readonly teamId: number | null;
  readonly villageId: number | null;
  readonly raisedIn: string;
  readonly raisedById: string;
  readonly raisedBy: string;
  readonly raisedAt: Instant;
  readonly planNumber: string | null;
  readonly stage: DifficultyStage;
  readonly ownerUnit: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly dueOn: LocalDate;
  readonly state: "open" | "answered";
  readonly isLate: boolean;
}

export interface OneDifficulty extends DifficultyView {
  readonly events: readonly DifficultyEvent[];
  readonly stays: readonly StageStay[];
  readonly may: {
    /** Answer it, write a note, move it up or back. */
    readonly handle: boolean;
    readonly route: boolean;
    readonly reopen: boolean;
  };
}

export interface DifficultyRoute {
  readonly field: DifficultyField;
  readonly unitName: string;
  readonly keeperId: string | null;
}
