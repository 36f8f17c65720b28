import { randomBytes } from "node:crypto";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { LogCaller } from "#app/features/activity-log/log-act.ts";
import { addVillages } from "#app/features/communes/add-villages.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { insertHouseholds } from "#app/features/households/insert-households.server.ts";
import type { Platform } from "#app/platform/platform.ts";

/** Enough for a round after another to meet new people, as work in a year does. */
const HOUSEHOLDS = 1_500;
const ADULTS = 30;

export interface LoggingCommune {
  readonly callers: readonly LogCaller[];
  /** Somebody of the village's list, another one for each number until all were visited. */
  household(index: number): { readonly householdId: string; readonly slot: number };
}

const newId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

/** A commune with so many members at work, each of a team and village of their own, and their lists of households. */
export async function plantLoggers(platform: Platform, members: number): Promise<LoggingCommune> {
  const now = platform.clock.now();
  const today = localDateAt(now.getTime());
  const founder = newId();
  const stamp = { actorId: founder, verb: "bench", requestId: "bench" };
  await platform.db.withGlobals({ ...stamp, actorId: null }, (tx) =>
    tx.account.create({ data: accountOf(founder, now), select: { id: true } }),
  );
  const communeId = await foundCommune(platform, stamp, "dai-son-2026");
  const scope = { ...stamp, communes: [communeId] };
  const names = Array.from({ length: members }, (_, index) => `Thôn ${index + 1}`);
  await addVillages(platform, scope, names.join("\n"), "village");
  const households = Array.from({ length: HOUSEHOLDS }, newId);
  const callers = await platform.db.withCommunes(
    scope,
    async (tx) => {
      const villages = await tx.village.findMany({ where: { communeId }, select: { id: true } });
      const [first] = villages;
      if (!first) throw new Error("no village was planted");
      const act = { communeId, actorId: founder, now };
      const list = households.map((id, index) => ({
        id,
        villageId: first.id,
        code: String(index + 1).padStart(3, "0"),
        lane: "Ngõ 1",
        head: "Ông Thử",
        adults: ADULTS,
        priorities: [],
        validFrom: "2020-01-01" as LocalDate,
      }));
      await insertHouseholds(tx, platform.keys, act, list);
      const accounts: string[] = [];
      for (const { id: villageId } of villages) {
        const accountId = newId();
        const memberId = newId();
        await tx.account.create({ data: accountOf(accountId, now), select: { id: true } });
        const { id: teamId } = await tx.team.create({
          data: { communeId, kind: "village", name: "Tổ", villageId, validFrom: new Date("2020-01-01") },
          select: { id: true },
        });
        await tx.member.create({
          data: { communeId, id: memberId, accountId, fullName: "Lò Thị Thử", createdAt: now },
          select: { id: true },
        });
        await tx.membership.create({
          data: {
            communeId,
            id: newId(),
            memberId,
            teamId,
            role: "member",
            source: "decision",
            validFrom: new Date("2020-01-01"),
            enteredAt: now,
          },
          select: { id: true },
        });
        accounts.push(accountId);
      }
      return accounts.map((accountId) => callerOf(platform, communeId, accountId, today, now));
    },
    { timeoutMs: 120_000 },
  );
  return {
    callers,
    household: (index) => ({
      householdId: households[index % HOUSEHOLDS] ?? "",
      slot: 1 + (Math.floor(index / HOUSEHOLDS) % ADULTS),
    }),
  };
}

function accountOf(id: string, createdAt: Date) {
  return {
    id,
    username: `b${id.replaceAll("-", "")}`,
    displayName: "Lò Thị Thử",
    createdAt,
    isFounder: false,
  };
}

function callerOf(
  platform: Platform,
  communeId: number,
  accountId: string,
  today: LocalDate,
  now: Date,
): LogCaller {
  return {
    platform,
    communeId,
    today,
    now,
    person: { accountId, username: "bench", displayName: "Lò Thị Thử", locale: "vi" },
    session: {
      id: newId(),
      deviceId: newId(),
      assurance: "unlock",
      provedAt: now,
      grantsDigest: "",
      communeId,
      lastSeenAt: now,
    },
    scope: (verb) => ({ actorId: accountId, verb, requestId: "bench", communes: [communeId] }),
  };
}
