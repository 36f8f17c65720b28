import type { Binaries } from "#app/platform/db/embedded/cluster.ts";
import { findBinaries } from "#app/platform/db/embedded/find-binaries.server.ts";
import { hydrateSymlinks } from "#app/platform/db/embedded/hydrate-symlinks.server.ts";

/** Whoever builds may write beside the packages; the service that starts the house later may not. */
export async function completePostgres(appRoot: string): Promise<void> {
  let binaries: Binaries;
  try {
    binaries = findBinaries(appRoot);
  } catch {
    // A house with a server of its own needs none; one without is told at its start.
    return;
  }
  await hydrateSymlinks(binaries);
}
