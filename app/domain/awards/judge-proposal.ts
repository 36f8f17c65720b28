import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { AwardBasis, AwardCategory, AwardForm, RecipientKind } from "./award.ts";
import type { AwardRefusal } from "./award-refusals.ts";
import { achievementsCountFrom, type HoldKind, isHolding } from "./hold.ts";
import { coefficientOf } from "./money.ts";

export interface WishedProposal {
  readonly category: AwardCategory;
  readonly basis: AwardBasis;
  readonly theme: string | null;
  readonly form: AwardForm;
  readonly recipientKind: RecipientKind;
  readonly modelId: string | null;
  readonly initiativeId: string | null;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

export interface StandingHold {
  readonly kind: HoldKind;
  readonly fromDay: LocalDate;
  readonly clearedOn: LocalDate | null;
  readonly document: string;
}

type Refusal = Extract<
  AwardRefusal,
  {
    code:
      | "award_form_not_for_recipient"
      | "award_theme_missing"
      | "award_register_missing"
      | "award_span_backwards"
      | "award_nothing_counts"
      | "award_is_held";
  }
>;

/** From which day the achievement counts: after a discipline only what came since. */
export function judgeProposal(
  wish: WishedProposal,
  holds: readonly StandingHold[],
  today: LocalDate,
): Verdict<{ readonly firstDay: LocalDate }, Refusal> {
  const { category, basis, theme, form, recipientKind, firstDay, lastDay } = wish;
  if (coefficientOf(form, recipientKind) === null) return refused({ code: "award_form_not_for_recipient" });
  if (!fits(category, recipientKind)) return refused({ code: "award_form_not_for_recipient" });
  if ((basis === "movement" || basis === "thematic") && theme === null)
    return refused({ code: "award_theme_missing" });
  const isCited = category === "model" ? wish.modelId !== null : wish.initiativeId !== null;
  if ((category === "model" || category === "initiative") && !isCited)
    return refused({ code: "award_register_missing" });
  if (lastDay < firstDay) return refused({ code: "award_span_backwards" });
  const hold = holds.find((each) => isHolding(each, today));
  if (hold) return refused({ code: "award_is_held", kind: hold.kind, document: hold.document });
  const from = achievementsCountFrom(holds, firstDay);
  return from > lastDay ? refused({ code: "award_nothing_counts", from }) : allowed({ firstDay: from });
}

/** A model or an initiative is rewarded in whoever made it, of whatever kind. */
function fits(category: AwardCategory, kind: RecipientKind): boolean {
  switch (category) {
    case "collective":
      return kind === "village" || kind === "team" || kind === "unit";
    case "individual":
      return kind === "member";
    case "household":
      return kind === "household";
    case "model":
    case "initiative":
      return true;
  }
}
