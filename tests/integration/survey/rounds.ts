import { openRound } from "#app/features/survey/open-round.server.ts";
import * as door from "#app/routes/member/survey-door.tsx";
import type { Answer, TestBrowser } from "../accounts/test-browser.ts";
import type { LoggingTeam } from "../activity-log/loggers.ts";
import { day, freshId } from "../roster/rosterers.ts";

interface RoundToOpen {
  readonly name?: string;
  readonly from?: string;
  readonly until?: string;
  readonly formVersion?: number;
}

/** A round in the team's village, open today. */
export async function open(team: LoggingTeam, wish: RoundToOpen = {}): Promise<string> {
  const { name = "Đợt quý IV", from = "2026-11-01", until = "2026-11-30", formVersion = 1 } = wish;
  const id = freshId();
  const verdict = await openRound(await team.officer.caller(), {
    id,
    name,
    firstDay: day(from),
    lastDay: day(until),
    villageIds: [team.villageId],
    formVersion,
  });
  if (!verdict.ok) throw new Error(verdict.code);
  return id;
}

/** Taps of a door of two adults who answer everything of version 1. */
export function taps(wish: Record<string, string> = {}): Record<string, string> {
  const adult = (slot: number) => ({
    [`a${slot}.outcome`]: "answered",
    [`a${slot}.phone`]: "smart",
    [`a${slot}.sim`]: "4g",
    [`a${slot}.eid`]: "level_2",
    [`a${slot}.payment`]: "no",
    [`a${slot}.skill`]: "2",
  });
  return {
    "h.network": "fixed",
    "h.produces": "crops",
    "h.sells_online": "no",
    ...adult(1),
    ...adult(2),
    ...wish,
  };
}

export function send(
  browser: TestBrowser,
  roundId: string,
  householdId: string,
  form: Record<string, string>,
): Promise<Answer> {
  const fields = { id: freshId(), basedOn: "0", ...form };
  return browser.post(door.action, "/khao-sat", fields, { roundId, householdId });
}
