/**
 * What the domain answers: yes with a value, or no with a code and the facts a sentence needs.
 * Expected refusals are values; only broken invariants throw.
 */
export type Verdict<Value, Refusal extends { code: string }> =
  | { ok: true; value: Value }
  | ({ ok: false } & Refusal);

export function allowed<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refused<const Refusal extends { code: string }>(refusal: Refusal): { ok: false } & Refusal {
  return { ok: false, ...refusal };
}
