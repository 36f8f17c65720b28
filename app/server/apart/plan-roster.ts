import { parentPort, workerData } from "node:worker_threads";
import { makeVillageMatcher } from "#app/domain/people/match-village.ts";
import { planRosterImport } from "#app/domain/people/plan-roster-import.ts";
import type { ApartTasks } from "#app/platform/apart/apart.ts";

const { rows, known, villages, fingerprints, choices } = workerData as ApartTasks["plan-roster"]["input"];

parentPort?.postMessage(
  planRosterImport(rows, {
    known,
    findVillage: makeVillageMatcher(villages),
    fingerprint: (phone) => {
      const found = fingerprints.get(phone);
      if (found === undefined) throw new Error("a phone came without its digest");
      return found;
    },
    choiceOf: (line) => choices.get(line) ?? null,
  }),
);
