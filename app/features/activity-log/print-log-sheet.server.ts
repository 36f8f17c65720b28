import path from "node:path";
import type { ActivityKind } from "#app/domain/activity/scheme.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { LogSheetInput } from "#app/platform/apart/apart.ts";
import { logAct } from "./log-act.ts";
import { readPaperDesk } from "./read-paper-desk.server.ts";

/** The words of the paper, given by whoever knows the language. */
export interface LogSheetPaper
  extends Pick<
    LogSheetInput,
    | "title"
    | "heading"
    | "nameLabel"
    | "teamLabel"
    | "period"
    | "columns"
    | "signatures"
    | "signHint"
    | "modes"
    | "outcomes"
  > {
  placeOf(communeName: string, villageName: string | null): string;
}

const LINES = 12;

/** Kinds by the number they have on paper and on the typist's screen: their place in the rules. */
export function numberKinds(kinds: readonly Pick<ActivityKind, "key" | "name">[]) {
  return kinds.map(({ key, name }, index) => ({ key, number: String(index + 1), name }));
}

/** One sheet for each member of the team and an empty one; null where the caller may not type for it. */
export async function printLogSheet(
  caller: Caller,
  teamId: number,
  paper: LogSheetPaper,
): Promise<Uint8Array | "busy" | null> {
  const { platform } = caller;
  const desk = await readPaperDesk(caller, teamId);
  if (!desk) return null;
  const { communeId } = logAct(caller);
  const { name: communeName } = await platform.db.withCommunes(
    caller.scope("activity-log.print-sheet"),
    (tx) => tx.commune.findUniqueOrThrow({ where: { id: communeId }, select: { name: true } }),
  );
  const { placeOf, ...words } = paper;
  const printed = await platform.apart.run("print-log-sheet", {
    ...words,
    packages: path.join(platform.config.appRoot, "node_modules"),
    place: placeOf(communeName, desk.team.villageName),
    team: desk.team.name,
    pages: [...desk.members.map(({ name }) => name), ""],
    lines: LINES,
    kinds: numberKinds(desk.kinds).map(({ number, name }) => ({ number: `${number}.`, name })),
  });
  return printed.ok ? printed.output : "busy";
}
