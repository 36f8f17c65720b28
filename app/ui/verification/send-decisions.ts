import { makeIdHere } from "./make-id.ts";
import type { Result, Sender } from "./use-decisions.ts";

const ADDRESS = "/api/duyet";
const PATIENCE_MS = 20_000;

/** The real queue's way out. A line that drops is an exception: it is not known what arrived. */
export const queueSender: Sender = {
  send: (decisions) => post({ decisions: JSON.stringify(decisions) }),
  async undo({ claimId, revision }, undoId) {
    const [result] = await post({ undoId, claimId, revision: String(revision) });
    if (!result) throw new Error("no answer");
    return result;
  },
  newId: makeIdHere,
};

async function post(fields: Record<string, string>): Promise<readonly Result[]> {
  const response = await fetch(ADDRESS, {
    method: "POST",
    body: new URLSearchParams(fields),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const { results } = (await response.json()) as { results: readonly Result[] };
  return results;
}
