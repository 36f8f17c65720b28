import { isId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { rosterAct } from "./roster-act.ts";

/** A number out of an address; anything else is no page. */
export function numberParam(text: string | undefined): number {
  if (!/^[1-9]\d{0,8}$/.test(text ?? "")) throw notFound();
  return Number(text);
}

export function idParam(text: string | undefined): string {
  if (text === undefined || !isId(text)) throw notFound();
  return text;
}

/** The same from a query or a form, where absence is an answer. */
export function optionalNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** For a hidden field: the record has its name before it is sent, so that sending twice makes it once. */
export function newIds(caller: Caller, count: number): string[] {
  const act = rosterAct(caller.platform, caller.scope("roster.new-id"));
  return Array.from({ length: count }, () => act.newId());
}
