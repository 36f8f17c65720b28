import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { tidyDocumentNumber } from "../roster/commune.ts";
import { LONGEST_VILLAGE_NAME, villageNameKey } from "../roster/village.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

// A26, one storey up: communes are merged by decision. The old commune ends, the new one takes up what lives; no
// figure, seal or paper of the old one moves or changes (docs/decisions/010).

/** Longer ahead, the paper is not signed yet. */
const MOST_DAYS_AHEAD = 400;

export interface WantedMerger {
  readonly oldCommuneId: number;
  readonly newCommuneId: number;
  readonly effectiveOn: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
}

/** What is known of the two communes, whoever asks. */
export interface MergerFacts {
  /** Null where the house has no such commune. */
  readonly old: { readonly isSetUp: boolean } | null;
  readonly isNewSetUp: boolean;
  /** A merger that was agreed already: a commune ends once, and an ended one takes nobody in. */
  readonly oldEndsOn: LocalDate | null;
  readonly newEndsOn: LocalDate | null;
}

export type MergerRefusal =
  | { readonly code: "merger_with_itself" }
  | { readonly code: "merger_commune_unknown" }
  | { readonly code: "merger_commune_not_set_up" }
  | { readonly code: "merger_receiver_not_set_up" }
  | { readonly code: "merger_already_agreed"; readonly day: LocalDate }
  | { readonly code: "merger_receiver_ended"; readonly day: LocalDate }
  | { readonly code: "merger_in_the_past"; readonly today: LocalDate }
  | { readonly code: "merger_too_far_ahead"; readonly latest: LocalDate }
  | { readonly code: "merger_before_decision"; readonly decisionDate: LocalDate }
  | { readonly code: "merger_decision_malformed" }
  | { readonly code: "merger_asker_left" };

export function judgeMerger(
  wanted: WantedMerger,
  facts: MergerFacts,
  today: LocalDate,
): Verdict<WantedMerger, MergerRefusal> {
  const { oldCommuneId, newCommuneId, effectiveOn, decisionDate } = wanted;
  if (oldCommuneId === newCommuneId) return refused({ code: "merger_with_itself" });
  if (facts.old === null) return refused({ code: "merger_commune_unknown" });
  if (!facts.old.isSetUp) return refused({ code: "merger_commune_not_set_up" });
  if (!facts.isNewSetUp) return refused({ code: "merger_receiver_not_set_up" });
  if (facts.oldEndsOn !== null) return refused({ code: "merger_already_agreed", day: facts.oldEndsOn });
  if (facts.newEndsOn !== null) return refused({ code: "merger_receiver_ended", day: facts.newEndsOn });
  if (!/\d/.test(wanted.decisionNumber)) return refused({ code: "merger_decision_malformed" });
  if (decisionDate > effectiveOn) return refused({ code: "merger_before_decision", decisionDate });
  // Work of a day that is over was logged in the old commune and stays there.
  if (effectiveOn < today) return refused({ code: "merger_in_the_past", today });
  const latest = addDays(today, MOST_DAYS_AHEAD);
  if (effectiveOn > latest) return refused({ code: "merger_too_far_ahead", latest });
  return allowed({ ...wanted, decisionNumber: tidyDocumentNumber(wanted.decisionNumber) });
}

/** Agreed to late, it begins that day: nothing that was done meanwhile is taken from the old commune. */
export function firstDayOfMerger(effectiveOn: LocalDate, agreedOn: LocalDate): LocalDate {
  return effectiveOn > agreedOn ? effectiveOn : agreedOn;
}

/**
 * The name a village bears in the new commune: its own, and where a village there bears it already, with the old
 * commune's name behind it. `taken` holds the keys of the names that stand there.
 */
export function nameInNewCommune(name: string, oldCommune: string, taken: ReadonlySet<string>): string {
  if (!taken.has(villageNameKey(name))) return name;
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? ` (${oldCommune})` : ` (${oldCommune} ${count})`;
    const longer = `${name.slice(0, LONGEST_VILLAGE_NAME - suffix.length).trimEnd()}${suffix}`;
    if (!taken.has(villageNameKey(longer))) return longer;
  }
}
