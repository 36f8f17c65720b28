import type { BookedKey } from "#app/domain/points/reconcile.ts";
import { VerifiedSet } from "#app/domain/points/verified-set.ts";
import type { Keep } from "#app/platform/coalesce/batches.ts";

/**
 * What a commune's bookings know of its books, kept from batch to batch. It stands for one point of the audit log:
 * whatever was verified or corrected since, by whatever process, has moved the log on, and then everything is read
 * again. Nothing rests on it but speed.
 */
export interface KeptBooks {
  readonly verified: VerifiedSet;
  /** By member-month, what the ledger holds under each key. */
  readonly booked: Map<string, Map<string, BookedKey>>;
  /** Member-months read whole. */
  readonly months: Set<string>;
  /** People, households and members of whom every verified claim that matters was read. */
  readonly subjects: Set<string>;
  auditSeq: string | null;
}

const NAME = "books";
/** Beyond this the books are read anew: a lane holds an evening's work, not a commune's year. */
const CLAIMS_AT_MOST = 4_000;

export function takeBooks(keep: Keep, auditSeq: string | null): KeptBooks {
  const kept = keep.get(NAME) as KeptBooks | undefined;
  keep.delete(NAME);
  if (kept && auditSeq !== null && kept.auditSeq === auditSeq && kept.verified.size <= CLAIMS_AT_MOST)
    return kept;
  return { ...emptyBooks(), auditSeq };
}

/** After the commit: what was taken and changed along with the ledger is good for the next batch. */
export function keepBooks(keep: Keep, books: KeptBooks, auditSeq: string | null): void {
  books.auditSeq = auditSeq;
  keep.set(NAME, books);
}

export function emptyBooks(): KeptBooks {
  return {
    verified: new VerifiedSet(),
    booked: new Map(),
    months: new Set(),
    subjects: new Set(),
    auditSeq: null,
  };
}
