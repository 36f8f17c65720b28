import { allowed, refused, type Verdict } from "../verdict.ts";
import type { CriteriaRefusal } from "./criteria-refusals.ts";
import type { CriteriaSheet } from "./criteria-sheet.ts";

export const MOST_CLUSTERS = 8;

export type Cluster = CriteriaSheet["clusters"][number];

/** One line of the form: a cluster there is, or one that may be named. */
export interface ClusterSlot {
  /** From 1. */
  readonly slot: number;
  readonly title: string;
}

/** The clusters there are and two more lines, as far as there may be any. */
export function clusterSlots(clusters: readonly Cluster[]): ClusterSlot[] {
  const count = Math.min(MOST_CLUSTERS, clusters.length + 2);
  return Array.from({ length: count }, (_, index) => ({
    slot: index + 1,
    title: clusters[index]?.title ?? "",
  }));
}

/** Each village is in one line or in none; a line without a name is no cluster, and may hold no village. */
export function clustersOf(
  known: readonly Cluster[],
  slots: readonly ClusterSlot[],
  slotOf: ReadonlyMap<number, number>,
): Verdict<readonly Cluster[], Extract<CriteriaRefusal, { code: "cluster_without_name" }>> {
  const clusters: Cluster[] = [];
  const taken = new Set(known.map(({ key }) => key));
  for (const { slot, title } of slots) {
    const villages = [...slotOf]
      .flatMap(([id, at]) => (at === slot ? [id] : []))
      .sort((left, right) => left - right);
    if (title === "" && villages.length > 0) return refused({ code: "cluster_without_name", slot });
    if (title === "") continue;
    const key = known[slot - 1]?.key ?? freeKey(taken);
    taken.add(key);
    clusters.push({ key, title, villages });
  }
  return allowed(clusters);
}

/** "cluster-3": the first that none bears. */
function freeKey(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`cluster-${number}`)) return `cluster-${number}`;
}
