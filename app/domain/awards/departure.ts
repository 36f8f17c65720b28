import { allowed, refused, type Verdict } from "../verdict.ts";
import type { AwardRefusal } from "./award-refusals.ts";
import type { DepartureKind, Standing } from "./shortlist.ts";

export interface DepartureView {
  readonly id: string;
  readonly villageId: number;
  readonly village: string;
  readonly kind: DepartureKind;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAtMs: number;
  readonly answer: {
    readonly kind: "agreed" | "refused" | "withdrawn";
    readonly reason: string | null;
    readonly byName: string;
    readonly atMs: number;
  } | null;
}

/** Only what a second person agreed to changes a list; all else prints as not counting. */
export function departureCounts({ answer }: Pick<DepartureView, "answer">): boolean {
  return answer?.kind === "agreed";
}

/** Where a village must stand for each way off the ranking. */
const FROM: Readonly<Record<DepartureKind, readonly Standing[]>> = {
  bring_in: ["out", "not_chosen"],
  pass_over: ["in"],
  choose_among_equals: ["tie"],
};

export function waysFrom(standing: Standing): DepartureKind[] {
  return (Object.keys(FROM) as DepartureKind[]).filter((kind) => FROM[kind].includes(standing));
}

export function judgeDeparture(
  kind: DepartureKind,
  standing: Standing,
): Verdict<null, Extract<AwardRefusal, { code: "award_departure_does_not_fit" | "award_kept_out" }>> {
  if (standing === "excluded") return refused({ code: "award_kept_out" });
  return FROM[kind].includes(standing)
    ? allowed(null)
    : refused({ code: "award_departure_does_not_fit", standing });
}

/** The second person is another one; only whoever asked takes it back. */
export function judgeAnswer(
  departure: { readonly askedBy: string; readonly isAnswered: boolean },
  answer: "agreed" | "refused" | "withdrawn",
  accountId: string,
): Verdict<
  null,
  Extract<
    AwardRefusal,
    { code: "award_departure_gone" | "award_departure_is_yours" | "award_departure_not_yours" }
  >
> {
  if (departure.isAnswered) return refused({ code: "award_departure_gone" });
  const isOwn = departure.askedBy === accountId;
  if (answer === "withdrawn") return isOwn ? allowed(null) : refused({ code: "award_departure_not_yours" });
  return isOwn ? refused({ code: "award_departure_is_yours" }) : allowed(null);
}
