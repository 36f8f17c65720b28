import type { ClaimCounter } from "./claim.ts";

/** F04, F05, C09, C10, L08, C20, C28, C29, D20: figures worth asking for with a kind of work; elsewhere none. */
const COUNTERS_OF: Readonly<Record<string, readonly ClaimCounter[]>> = {
  "online-public-service": ["dossiers", "signatures_used", "cashless_payments"],
  "eid-level-2": ["sims_changed"],
  "document-integration": ["dossiers"],
  "digital-signature": ["signatures_made", "signatures_used", "dossiers"],
  "payment-account": ["accounts_opened", "cashless_payments"],
  "cashless-stall": ["accounts_opened", "cashless_payments"],
  "online-shop-step": ["accounts_opened"],
  "product-online": ["accounts_opened"],
  "social-service": ["dossiers", "cashless_payments", "parents"],
  "online-safety": ["sims_changed"],
  "smartphone-start": ["sims_changed"],
  "online-learning": ["learners_enrolled", "learners_certified"],
  talk: ["reached_people", "reached_households", "questions_answered", "parents"],
  "party-cell-talk": ["reached_people", "questions_answered"],
  class: ["learners_enrolled", "learners_certified", "parents"],
  "help-point-shift": [
    "dossiers",
    "signatures_made",
    "signatures_used",
    "accounts_opened",
    "sims_changed",
    "cashless_payments",
    "questions_answered",
  ],
  "village-group-chat": ["reached_people", "reached_households", "questions_answered"],
};

export function countersOf(activityKey: string): readonly ClaimCounter[] {
  return COUNTERS_OF[activityKey] ?? [];
}

/** L03: the state project whose work has a subtotal of its own. */
export const PROJECT_06 = "Đề án 06";

/** D14, L21: movements a record can be part of, under their official names; one record may carry several. */
export const MOVEMENTS = ["Bình dân học vụ số", "Học tập số toàn dân", PROJECT_06] as const;
