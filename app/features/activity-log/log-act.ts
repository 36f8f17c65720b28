import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** As much of a caller as the verbs of this folder ask for. */
export type LogCaller = Pick<
  Caller,
  "platform" | "person" | "session" | "communeId" | "now" | "today" | "scope"
>;

/** One act on records of work: where, by whom, from which device, when. */
export interface LogAct {
  readonly communeId: number;
  readonly accountId: string;
  readonly deviceId: string;
  readonly now: Date;
  readonly today: LocalDate;
}

export function logAct({ communeId, person, session, now, today }: LogCaller): LogAct {
  if (communeId === null) throw new Error("work is logged in a commune and the account has no role in one");
  return { communeId, accountId: person.accountId, deviceId: session.deviceId, now, today };
}
