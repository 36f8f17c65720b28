import type { Draft } from "./draft.ts";

/**
 * Half-written records, on this phone only and under the account that wrote them: somebody else who takes the
 * phone over never sees them, and signing out throws them away.
 */
const PREFIX = "ghi-viec:";

function nameOf(accountId: string, activityKey: string): string {
  return `${PREFIX}${accountId}:${activityKey}`;
}

export function keepDraft(accountId: string, draft: Draft): void {
  attempt(() => localStorage.setItem(nameOf(accountId, draft.activityKey), JSON.stringify(draft)));
}

export function findDraft(accountId: string, activityKey: string): Draft | null {
  return (
    attempt(() => {
      const kept = localStorage.getItem(nameOf(accountId, activityKey));
      return kept === null ? null : readKept(JSON.parse(kept));
    }) ?? null
  );
}

export function dropDraft(accountId: string, activityKey: string): void {
  attempt(() => localStorage.removeItem(nameOf(accountId, activityKey)));
}

export function dropAllDrafts(): void {
  attempt(() => {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    for (const name of names) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  });
}

/** Written by another version of the house perhaps: what does not fit is as good as nothing. */
function readKept(kept: unknown): Draft | null {
  if (typeof kept !== "object" || kept === null) return null;
  const draft = kept as Partial<Draft>;
  const lists = [draft.units, draft.services, draft.helpers, draft.teachers, draft.photos];
  const isWhole =
    lists.every(Array.isArray) && typeof draft.fields === "object" && typeof draft.picker === "object";
  return isWhole && typeof draft.id === "string"
    ? { ...(kept as Draft), counters: draft.counters ?? {}, movements: draft.movements ?? [] }
    : null;
}

/** A browser may forbid the store or have it full; then nothing is kept, and nothing breaks. */
function attempt<Answer>(work: () => Answer): Answer | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
