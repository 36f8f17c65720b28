import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Grant } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/can.ts";
import { type CapabilityRule, MATRIX } from "#app/domain/access/matrix.ts";
import { ROLES, type Role } from "#app/domain/access/roles.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { type Answer, ask } from "../edge/tiny-house.ts";
import { builtHouse } from "./built-house.ts";
import { digestRows } from "./digest-rows.ts";
import {
  type Door,
  fillAddress,
  listDoors,
  NOT_THE_OFFICES,
  NOWHERE,
  namesRecord,
  type Records,
  stuffedForm,
} from "./doors.ts";
import { CHANNELS, type Channel, eachOf, wayIn } from "./knocks.ts";
import { grant, type PlantedCommune, plantCommune } from "./planted-communes.ts";

/**
 * SECURITY.md G9: whoever knocks at whatever door, by whichever way in, hears nothing of another commune and
 * changes nothing where they may not. Answers come from the built pages behind the real guard.
 */
const TODAY = localDateAt(NOW.getTime());
const STATES = ["active", "moved", "disabled", "revoked"] as const;
type State = (typeof STATES)[number];
type Relation = "own" | "other" | "nowhere";

/** Somebody at the door. A stranger has no role and no cookie. */
interface Knocker {
  readonly role: Role | null;
  readonly state: State;
  readonly accountId: string | null;
  readonly cookie: string | null;
  /** As the resolver would see them; null for whoever is nobody. */
  readonly actor: Actor | null;
}

interface Knock {
  readonly door: Door;
  readonly channel: Channel;
  readonly relation: Relation;
  readonly button: string | null;
}

interface Heard extends Answer {
  readonly knock: Knock;
  readonly address: string;
}

const office = testOffice();
const house = builtHouse(office);
const doors = listDoors();
let ours: PlantedCommune;
let theirs: PlantedCommune;
const knockers: Knocker[] = [{ role: null, state: "active", accountId: null, cookie: null, actor: null }];
const counts = { knocks: 0, allowed: 0, refused: 0, leaks: 0, sideEffects: 0, pairs: 0 };

beforeAll(async () => {
  ours = await plantCommune(office, 1, "KANARIENBEERE", "Nậm Kanari", "0301000010");
  theirs = await plantCommune(office, 2, "ZAUNKOENIGIN", "Nậm Zaunkö", "0302000010");
  for (const role of ROLES) for (const state of STATES) knockers.push(await makeKnocker(role, state));
}, 300_000);

/** The role of the matrix in our commune; moved people hold it in the other commune since today. */
async function makeKnocker(role: Role, state: State): Promise<Knocker> {
  const accountId = await office.makeAccount({ name: `Cầm Văn ${role}` });
  const isOfTeam = role === "member" || role === "deputy" || role === "leader";
  const start = "2026-01-01" as LocalDate;
  const give = async (commune: PlantedCommune, from: LocalDate, to: LocalDate | null): Promise<Grant> => {
    const { communeId, villageId, teamId } = commune;
    const place = isOfTeam ? { villageId, teamId } : null;
    await grant(office, { accountId, communeId, role, place, from, to });
    return {
      role,
      communeId,
      villageId: place?.villageId ?? null,
      teamId: place?.teamId ?? null,
      validFrom: from,
      validTo: to,
    };
  };
  const grants =
    state === "moved"
      ? [await give(ours, start, addDays(TODAY, -1)), await give(theirs, TODAY, null)]
      : [await give(ours, start, null)];
  const { cookie } = await office.signIn(accountId);
  if (state === "disabled") {
    await office.db.superuser.query(
      "update account set status = 'disabled', disabled_at = $2 where id = $1",
      [accountId, NOW],
    );
  }
  if (state === "revoked") {
    await office.db.superuser.query("update session set revoked_at = $2 where account_id = $1", [
      accountId,
      NOW,
    ]);
  }
  const isNobody = state === "disabled" || state === "revoked";
  const actor: Actor = {
    accountId,
    grants,
    assurance: "second_factor",
    hasSecondFactor: true,
    mustChangePassword: false,
    isFounder: false,
    provedFreshly: true,
  };
  return { role, state, accountId, cookie, actor: isNobody ? null : actor };
}

/**
 * A closed door stops everybody at its first line, before any record is looked at: one way in for each knocker, another
 * for the next, so that every role knocks at every door and every door is tried by every way.
 */
function knocksAtClosed(who: Knocker, door: Door, relations: readonly Relation[]): Knock[] {
  const channel = comparedChannel(who, door);
  const places = namesRecord(door) ? relations : relations.slice(0, 1);
  const button = door.kind === "loader" ? null : "";
  return places.map((relation) => ({ door, channel, relation, button }));
}

function channelsOf(door: Door): readonly Channel[] {
  const isResource = house.resources.has(door.routeId);
  return CHANNELS.filter((channel) => channel !== (isResource ? "document" : "resource"));
}

function comparedChannel(who: Knocker, door: Door): Channel {
  const channels = channelsOf(door);
  return channels[(knockers.indexOf(who) + doors.indexOf(door)) % channels.length] as Channel;
}

/**
 * Every way of knocking at a door. A form can name a record whatever the address; a page without one is the same
 * page in every relation. By one way in, another for each knocker, all relations are tried and compared; by the others
 * the first of them alone.
 */
function knocksAt(
  who: Knocker,
  door: Door,
  relations: readonly Relation[],
  buttons: readonly string[],
): Knock[] {
  const compared = comparedChannel(who, door);
  const places = namesRecord(door)
    ? relations
    : relations.slice(0, door.kind === "loader" || buttons.length === 0 ? 1 : 2);
  const formsOf = (channel: Channel) => (channel === ".data" ? ["", ...buttons] : [""]);
  return channelsOf(door).flatMap((channel) =>
    (channel === compared || (buttons.length > 0 && channel === ".data")
      ? places
      : places.slice(0, 1)
    ).flatMap((relation) =>
      (door.kind === "loader" ? [null] : formsOf(channel)).map((button) => ({
        door,
        channel,
        relation,
        button,
      })),
    ),
  );
}

/** A disabled account and an ended session stop at one line, whatever the role: at each door one role of theirs knocks. */
function knocksHere(who: Knocker, door: Door): boolean {
  if (who.actor !== null || who.role === null) return true;
  return ROLES[doors.indexOf(door) % ROLES.length] === who.role;
}

async function knock(who: Knocker, { door, channel, relation, button }: Knock): Promise<Heard> {
  const records = recordsOf(relation);
  const address = fillAddress(door, records);
  const path = wayIn(door, channel, address);
  const body = button === null ? null : stuffedForm(records, accountOf(relation), button).toString();
  const answer = await ask(house, {
    method: body === null ? "GET" : "POST",
    path,
    headers: {
      ...(who.cookie === null ? {} : { Cookie: who.cookie }),
      ...(body === null
        ? {}
        : {
            Origin: house.origin,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": String(Buffer.byteLength(body)),
          }),
    },
    ...(body === null ? {} : { body }),
  });
  counts.knocks += 1;
  return { ...answer, knock: { door, channel, relation, button }, address };
}

function recordsOf(relation: Relation): Records {
  return relation === "own" ? ours : relation === "other" ? theirs : NOWHERE;
}

function accountOf(relation: Relation): string {
  return relation === "nowhere" ? String(NOWHERE.memberId) : (relation === "own" ? ours : theirs).accountId;
}

/** What the matrix says of the door, before any record is looked at. */
function verdictOf(who: Knocker, { guard }: Door): "open" | "closed" | "stranger" {
  if (guard === "anyone") return "open";
  if (who.actor === null) return "stranger";
  return can(who.actor, guard, null, TODAY).ok ? "open" : "closed";
}

/** "There is no such page", or the way to the sign-in, and nothing else. */
function isRefused(
  verdict: "closed" | "stranger",
  { status, text, headers, address, knock: { channel } }: Heard,
): boolean {
  if (channel === "_data") return status === 400;
  if (verdict === "closed") return status === 404;
  // What a program calls is answered as a program reads it: no page to be sent to.
  if (address.startsWith("/api/")) return status === 401 && text.includes("not_signed_in");
  if (channel === ".data") return status === 202 && text.includes("/dang-nhap");
  return status === 302 && String(headers.location).startsWith("/dang-nhap");
}

/** As a stranger compares two answers: without what differs between any two requests, and the address they asked. */
function comparable({ status, text, headers, address }: Heard): string {
  const ids = [ours, theirs, NOWHERE].flatMap((records) => Object.values(records)).map(String);
  let said = `${status} ${headers.location ?? ""}\n${text}`
    .replaceAll(encodeURIComponent(address), "ADDRESS")
    .replaceAll(address, "ADDRESS")
    .replace(/nonce="[^"]*"/g, "")
    .replaceAll(String(headers["x-request-id"]), "REQUEST");
  for (const id of ids.filter((each) => each.length > 8)) said = said.replaceAll(id, "ID");
  return said;
}

const nameOf = ({ knock: { door, channel, relation, button }, status }: Heard) =>
  `${door.kind} ${door.address} ${channel} ${relation}${button ? ` "${button}"` : ""}: ${status}`;

describe("A28: the access matrix", () => {
  it("knows every loader and action of the built pages, each with its guard", () => {
    expect(doors.map(({ routeId, kind }) => `${routeId} ${kind}`).sort()).toEqual(
      [...house.functions].sort(),
    );
    expect(doors.filter(({ guard }) => guard !== "anyone").length).toBeGreaterThan(10);
  });

  it("F07: a closed door answers as if there were nothing behind it, and nothing changes", async () => {
    const before = await digestRows(office.db.superuser);
    const wrong: string[] = [];
    for (const who of knockers) {
      // A disabled account, a revoked session and a stranger pass the same line: one relation shows it.
      const relations: Relation[] =
        who.actor === null && who.role !== null ? ["own"] : ["own", "other", "nowhere"];
      const closed = doors.filter((door) => verdictOf(who, door) !== "open" && knocksHere(who, door));
      const heard = await eachOf(
        closed.flatMap((door) => knocksAtClosed(who, door, relations)),
        (each) => knock(who, each),
      );
      counts.refused += heard.length;
      for (const each of heard) {
        const verdict = verdictOf(who, each.knock.door) === "stranger" ? "stranger" : "closed";
        if (!isRefused(verdict, each)) wrong.push(`${who.role} ${who.state}: ${nameOf(each)}`);
        if (
          namesCommune(each, who.state === "moved" ? ours : theirs) ||
          hasCanary(each, ours) ||
          hasCanary(each, theirs)
        ) {
          counts.leaks += 1;
          wrong.push(`leak: ${who.role} ${who.state}: ${nameOf(each)}`);
        }
      }
      wrong.push(...differences(who, heard));
    }
    expect(wrong).toEqual([]);
    const after = await digestRows(office.db.superuser);
    if (after !== before) counts.sideEffects += 1;
    expect(after).toBe(before);
  }, 1_500_000);

  it("an open door shows and changes nothing of another commune, and theirs is as if it were not there", async () => {
    const wrong: string[] = [];
    for (const who of knockers) {
      const isMoved = who.state === "moved";
      // Whoever moved works over there now: our commune is the strange one.
      const strange = isMoved ? ours : theirs;
      const open = doors.filter((door) => verdictOf(who, door) === "open" && isWorthKnocking(who, door));
      const before = await digestRows(office.db.superuser, strange);
      // The strange commune's record comes first: it is tried by every way in.
      const relations: Relation[] = isMoved ? ["own", "nowhere"] : ["other", "own", "nowhere"];
      const loaders = open.filter(({ kind }) => kind === "loader");
      const heard = await eachOf(
        loaders.flatMap((door) => knocksAt(who, door, relations, [])),
        (each) => knock(who, each),
      );
      const actions = open.filter(({ kind }) => kind === "action");
      const knocks = actions.flatMap((door) => knocksAt(who, door, relations, door.buttons));
      heard.push(...(await eachOf(knocks, async (each) => knock(await renewed(who, each.door), each))));
      counts.allowed += heard.length;
      for (const each of heard) {
        if (namesCommune(each, strange) || hasCanary(each, strange)) {
          counts.leaks += 1;
          wrong.push(`leak: ${who.role} ${who.state}: ${nameOf(each)}`);
        }
        if (each.status >= 500) wrong.push(`broken: ${who.role} ${who.state}: ${nameOf(each)}`);
        const { door, relation, channel } = each.knock;
        if (namesRecord(door) && door.guard !== "anyone" && channel !== "_data") {
          const isStrange = isMoved ? relation === "own" : relation === "other";
          if (isStrange && door.kind === "loader" && each.status === 200)
            wrong.push(`not as if not there: ${who.role} ${who.state}: ${nameOf(each)}`);
          // The office sees all of its own commune, so a door that is closed to it is broken.
          const isOffice = who.role === "office" && !NOT_THE_OFFICES.has(door.address);
          const isOwn = !isMoved && relation === "own" && isOffice && door.kind === "loader";
          if (isOwn && each.status === 404) wrong.push(`locked out: ${nameOf(each)}`);
        }
      }
      wrong.push(
        ...differences(
          who,
          heard.filter(({ knock: { door } }) => door.guard !== "anyone" && namesRecord(door)),
        ),
      );
      if ((await digestRows(office.db.superuser, strange)) !== before) {
        counts.sideEffects += 1;
        wrong.push(`changed commune ${strange.communeId}: ${who.role} ${who.state}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 1_500_000);

  it("is as wide as it says", () => {
    const functions = doors.length;
    process.stderr.write(
      `access matrix: ${functions} loaders and actions x ${CHANNELS.length} ways in x ${ROLES.length + 1} roles x ${STATES.length} states: ` +
        `${counts.knocks} knocks, ${counts.allowed} at open doors, ${counts.refused} at closed ones, ` +
        `${counts.pairs} pairs of "not yours" and "not there" compared, ${counts.leaks} leaks, ${counts.sideEffects} side effects\n`,
    );
    expect(counts).toMatchObject({ leaks: 0, sideEffects: 0 });
    expect(counts.refused).toBeGreaterThan(doors.length * ROLES.length);
    expect(counts.pairs).toBeGreaterThan(0);
  });
});

/** Its name is known to its own people, who read it on every page, and to nobody else here. */
function namesCommune({ text }: Heard, commune: PlantedCommune): boolean {
  return text.includes(commune.name);
}

function hasCanary({ text, headers }: Heard, commune: PlantedCommune): boolean {
  return `${JSON.stringify(headers)} ${text}`.toLowerCase().includes(commune.canary.toLowerCase());
}

/**
 * A door that is open to everyone, or to everyone for themselves, asks nobody's role: a stranger, a member and an
 * officer stand for all. Of those who moved, every second role stands at each door.
 */
function isWorthKnocking({ role, state }: Knocker, door: Door): boolean {
  const { guard } = door;
  const rule: CapabilityRule | null = guard === "anyone" ? null : MATRIX[guard];
  if (state === "moved" && role !== null && (doors.indexOf(door) + ROLES.indexOf(role)) % 2 === 1)
    return false;
  if (rule?.own && rule.roles === undefined) return role === "member" || role === "office";
  return (
    guard !== "anyone" || (state === "active" && (role === null || role === "member" || role === "office"))
  );
}

/** Actions may end the session they are called with, so each is called with one of its own. */
async function renewed(who: Knocker, { guard }: Door): Promise<Knocker> {
  if (who.accountId === null || guard === "anyone") return who;
  return { ...who, cookie: (await office.signIn(who.accountId)).cookie };
}

/** "Not yours" and "not there" are one answer, to the letter. */
function differences(who: Knocker, heard: readonly Heard[]): string[] {
  const keyOf = ({ knock: { door, channel, button } }: Heard) =>
    `${door.kind} ${door.address} ${channel} ${button}`;
  const notThere = new Map(
    heard.filter(({ knock: { relation } }) => relation === "nowhere").map((each) => [keyOf(each), each]),
  );
  const strange: Relation = who.state === "moved" ? "own" : "other";
  return heard.flatMap((each) => {
    const other = notThere.get(keyOf(each));
    if (!other || each.knock.relation !== strange) return [];
    counts.pairs += 1;
    if (comparable(each) === comparable(other)) return [];
    return [
      `tells "not yours" (${each.status}) from "not there" (${other.status}): ${who.role} ${who.state}: ${nameOf(each)}`,
    ];
  });
}
