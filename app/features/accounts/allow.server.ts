import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type Actor, isHalfWay, isInForce, type Target } from "#app/domain/access/actor.ts";
import { can, type Permission } from "#app/domain/access/can.ts";
import { goesOnAfterEnd } from "#app/domain/access/ended-commune.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import { isTouchDue } from "#app/domain/accounts/session-life.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { refused } from "#app/domain/verdict.ts";
import type { CommuneScope, Stamp } from "#app/platform/db/database.ts";
import type { Platform, Visit } from "#app/platform/platform.ts";
import { answerNotSignedIn, answerRefusal } from "./answer-refusal.server.ts";
import { type Person, readSession, type SessionView, type SignedIn } from "./read-session.server.ts";
import { renewToken } from "./renew-token.server.ts";
import { touchSession } from "./touch-session.server.ts";

export type Door = Pick<LoaderFunctionArgs | ActionFunctionArgs, "request" | "context">;

/** Somebody at the door, known or not. */
export interface Guest {
  readonly platform: Platform;
  readonly visit: Visit;
  readonly now: Date;
  readonly today: LocalDate;
  /** Null for a stranger. May stand half way, before the second factor: ask `can` before showing anything. */
  readonly signedIn: (SignedIn & { readonly isHalfWay: boolean }) | null;
}

/** Somebody who was let in for one capability. */
export interface Caller extends Omit<Guest, "signedIn"> {
  readonly session: SessionView;
  readonly person: Person;
  /** With the roles of the commune they work in now: what any right is asked of. */
  readonly actor: Actor;
  /** With the roles of every commune: for where one may go to work, and for the account's own protection. */
  readonly everywhere: Actor;
  readonly permission: Permission;
  /** The commune the person works in now; null for an account without a role. */
  readonly communeId: number | null;
  stamp(verb: string): Stamp;
  /** The acting commune's rows, and no other's. */
  scope(verb: string): CommuneScope;
}

/**
 * The first line of every loader and action. Reads session, account and roles anew, and either answers who
 * calls or throws the response: to the sign-in, to the missing proof, or "there is no such page".
 * Without a target it asks whether the person may do this anywhere in the commune they work in now; use `demand`
 * for the record's own place.
 */
export async function allow(
  door: Door,
  capability: Capability,
  target: Target | null = null,
): Promise<Caller> {
  const guest = await meet(door);
  if (guest.signedIn === null) throw answerNotSignedIn(door.request);
  const { signedIn, ...rest } = guest;
  const verdict = judge(signedIn, capability, target, guest.today);
  if (!verdict.ok) throw answerRefusal(door.request, verdict);
  await refuseEnded(door, guest, signedIn, capability);
  await keepAlive(door, guest, signedIn);
  return makeCaller(rest, signedIn, verdict.value);
}

/** The first line of loaders and actions that are open to everyone. */
export async function allowAnyone(door: Door): Promise<Guest> {
  return meet(door);
}

/** The same question about one record, asked where the record is known. */
export function demand(door: Door, caller: Caller, capability: Capability, target: Target): Permission {
  const verdict = can(caller.actor, capability, target, caller.today);
  if (!verdict.ok) throw answerRefusal(door.request, verdict);
  return verdict.value;
}

async function meet({ request, context }: Door): Promise<Guest> {
  const { platform, visit } = context;
  const now = platform.clock.now();
  const today = localDateAt(now.getTime());
  const found = await readSession(platform, request.headers.get("Cookie"), now);
  const signedIn = found && { ...found, isHalfWay: isHalfWay(found.actor, today) };
  return { platform, visit, now, today, signedIn };
}

/**
 * What is missing before anything opens is asked of all the person's roles, wherever they are. What a role then
 * opens is asked of the commune the caller's scope is in: an officer of one commune is none in another.
 */
function judge(
  signedIn: SignedIn,
  capability: Capability,
  target: Target | null,
  today: LocalDate,
): ReturnType<typeof can> {
  const anywhere = can(signedIn.actor, capability, target, today);
  return anywhere.ok ? can(actorHere(signedIn, today), capability, target, today) : anywhere;
}

/** A commune that went over is read, not written: only what finishes its last months goes on until they are sealed. */
async function refuseEnded(
  { request }: Door,
  { platform, visit, today }: Guest,
  signedIn: SignedIn,
  capability: Capability,
): Promise<void> {
  if (signedIn.endedCommunes.length === 0 || request.method === "GET" || request.method === "HEAD") return;
  const communeId = actingCommune(signedIn, today);
  if (communeId === null || !signedIn.endedCommunes.includes(communeId)) return;
  const goesOn = goesOnAfterEnd(capability);
  if (goesOn === "for_good") return;
  const scope = { actorId: signedIn.person.accountId, verb: "accounts.allow", requestId: visit.requestId };
  const unsealed = await platform.db.withCommunes({ ...scope, communes: [communeId] }, (tx) =>
    tx.month.count({ where: { communeId, state: { not: "sealed" } } }),
  );
  if (goesOn === "never" || unsealed === 0) throw answerRefusal(request, refused({ code: "commune_ended" }));
}

/** A session lives by being used; a token outlives no change of roles. */
async function keepAlive({ request }: Door, guest: Guest, signedIn: SignedIn): Promise<void> {
  const { platform, now } = guest;
  const { session } = signedIn;
  if (isTouchDue(session.lastSeenAt.getTime(), now.getTime())) await touchSession(platform, session, now);
  if (request.method === "GET") await renewToken(platform, request, signedIn, now);
}

function makeCaller(guest: Omit<Guest, "signedIn">, signedIn: SignedIn, permission: Permission): Caller {
  const { session, person } = signedIn;
  const communeId = actingCommune(signedIn, guest.today);
  const stamp = (verb: string): Stamp => ({
    actorId: person.accountId,
    verb,
    requestId: guest.visit.requestId,
  });
  return {
    ...guest,
    session,
    person,
    actor: actorHere(signedIn, guest.today),
    everywhere: signedIn.actor,
    permission,
    communeId,
    stamp,
    scope(verb) {
      if (communeId === null) throw new Error(`${verb} needs a commune and the account has no role in one`);
      return { ...stamp(verb), communes: [communeId] };
    },
  };
}

/** The person with the roles of the commune they work in now, and no others. */
export function actorHere(signedIn: SignedIn, today: LocalDate): Actor {
  const communeId = actingCommune(signedIn, today);
  const grants = signedIn.actor.grants.filter((grant) => grant.communeId === communeId);
  return { ...signedIn.actor, grants };
}

/** The chosen commune while a role there stands; otherwise the first one with a role. */
export function actingCommune({ session, actor }: SignedIn, today: LocalDate): number | null {
  const communes = actor.grants.filter((grant) => isInForce(grant, today)).map((grant) => grant.communeId);
  if (session.communeId !== null && communes.includes(session.communeId)) return session.communeId;
  return communes[0] ?? null;
}
