import { WallsBroken } from "#app/platform/db/check-walls.server.ts";
import { DataFolderInUse } from "#app/platform/db/embedded/cluster.ts";

/** A refusal that the operator can act on: its message is the whole story. */
export class CannotStart extends Error {}

/** What to print of a failed start: the sentence alone where there is one, else everything. */
export function explainFailure(error: unknown): string {
  if (error instanceof CannotStart || error instanceof DataFolderInUse || error instanceof WallsBroken) {
    return error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
