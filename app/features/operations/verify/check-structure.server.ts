import type { Check, Finding, VerifyContext } from "./check.ts";
import { readStructure } from "./manifest.server.ts";

/** V16: roles, grants, row-level security, policies, triggers, constraints and functions are the migrations' own. */
export const structureCheck: Check = {
  id: "V16",
  title: "roles, grants, row security, triggers and functions are as the migrations made them",
  async *run({ client, manifest }: VerifyContext) {
    yield* compareStructure(manifest, await readStructure(client));
  },
};

/** Facts that share their subject (the words before the colon) are told as one difference. */
export function compareStructure(manifest: readonly string[], found: readonly string[]): Finding[] {
  const [wanted, there] = [new Set(manifest), new Set(found)];
  const missing = groupBySubject(manifest.filter((fact) => !there.has(fact)));
  const extra = groupBySubject(found.filter((fact) => !wanted.has(fact)));
  const subjects = [...new Set([...missing.keys(), ...extra.keys()])].sort();
  return subjects.map((subject) => {
    const [lost, odd] = [missing.get(subject) ?? [], extra.get(subject) ?? []];
    const says = [...lost.map((fact) => `should be "${fact}"`), ...odd.map((fact) => `is "${fact}"`)].join(
      "; ",
    );
    return {
      table: subject.split(" ")[0] ?? "structure",
      row: subject,
      says: lost.length === 0 ? `${says}, which no migration made` : says,
    };
  });
}

function groupBySubject(facts: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const fact of facts) {
    const colon = fact.indexOf(": ");
    const [subject, rest] = [fact.slice(0, colon), fact.slice(colon + 2)];
    groups.set(subject, [...(groups.get(subject) ?? []), rest]);
  }
  return groups;
}
