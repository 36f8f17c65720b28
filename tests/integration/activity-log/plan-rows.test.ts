import { beforeEach, describe, expect, it } from "vitest";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { insertHouseholds } from "#app/features/households/insert-households.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { readMonthFigures } from "#app/features/months/read-month.server.ts";
import { readProject06 } from "#app/features/months/read-project-06.server.ts";
import { uploadPhoto } from "#app/features/photos/upload-photo.server.ts";
import { readStatement } from "#app/features/statements/read-statement.server.ts";
import { SERVICES } from "#prisma/presets/service-catalogue.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { makePicture } from "../photos/pictures.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, rowsOf, send, unit, work } from "./loggers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const household = (index: number) => ({ householdId: team.households[index] ?? "" });
const person = (index: number, slot = 1) => ({ ...household(index), slot });

async function earn(content: ClaimContent, by: Logger = team.lan, checker: Logger = team.leader) {
  const answer = await decide(checker, approval(await send(by, content)));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value.points;
}

const of = (activityKey: string, units: ClaimContent["units"], wish: Partial<ClaimContent> = {}) => ({
  ...work([]),
  activityKey,
  units,
  visits: Math.max(1, units.length),
  ...wish,
});

async function onlyMonth(): Promise<number> {
  const [month] = await rowsOf(office, team, "select distinct month_id as id from ledger_line");
  return month.id;
}

describe("rows of the plans, logged and verified", () => {
  it("C05: following the commune's channels pays a little, once for a household", async () => {
    expect(await earn(of("commune-channel", [unit(household(0)), unit(household(1))]))).toBe(200);
    expect(await earn(of("commune-channel", [unit(household(0))]))).toBe(0);
  });

  it("C13: a commitment to quality is an item of the list, and its paper or picture is attached", async () => {
    const units = [unit({ ...household(0), checks: ["stall_opened", "quality_committed"] })];
    const bare = await submitClaim(await team.lan.caller(), {
      id: freshId(),
      content: of("online-shop-step", units),
    });
    expect(bare).toMatchObject({ ok: false, problems: [{ code: "commitment_needs_photo" }] });
    const bytes = await makePicture(13);
    const photo = await uploadPhoto(await team.lan.caller(), { id: freshId(), bytes });
    if (!photo.ok) throw new Error(photo.code);
    expect(await earn(of("online-shop-step", units, { photos: [photo.value.photoId] }))).toBe(200);
    const [row] = await rowsOf(office, team, "select checks from claim_unit");
    expect(row.checks).toEqual(["stall_opened", "quality_committed"]);
  });

  it("C29: a school's team guides parents in payments and filing, and says how many", async () => {
    const guided = unit({ ...person(0), serviceKey: "civil-status", outcome: "with_help" });
    const content = of("social-service", [guided], { audience: "parents", counters: { parents: 1 } });
    expect(await earn(content)).toBe(200);
    const [row] = await rowsOf(office, team, "select audience, counters from claim where state = 'verified'");
    expect(row).toEqual({ audience: "parents", counters: { parents: 1 } });
  });

  it("L23: services of social insurance and of transport are of the digital society and pay by outcome", async () => {
    const { communeId } = team.commune;
    const ofCatalogue = SERVICES["dai-son-2026"].filter(({ key }) =>
      ["vssid", "driving-licence"].includes(key),
    );
    expect(ofCatalogue.map(({ pillar, sector }) => [pillar, sector])).toEqual([
      ["society", "Bảo hiểm xã hội"],
      ["society", "Giao thông"],
    ]);
    await team.commune.act((tx) =>
      tx.service.createMany({
        data: ofCatalogue.map(({ key, name, kind, pillar, sector }) => ({
          communeId,
          key,
          name,
          kind,
          pillar,
          sector,
        })),
        skipDuplicates: true,
      }),
    );
    const used = (serviceKey: string) => unit({ ...person(0), serviceKey, outcome: "proficient" });
    expect(await earn(of("social-service", [used("vssid")]))).toBe(400);
    expect(await earn(of("social-service", [used("driving-licence")]))).toBe(400);
  });

  it("H13: a talk against fraud at the sitting of a youth cell counts as a talk, the lesson of one person as a lesson", async () => {
    const sitting = { mode: "meeting", place: "Sinh hoạt chi đoàn thôn", visits: 18 } as const;
    expect(await earn(of("talk", [unit()], sitting))).toBe(500);
    expect(await earn(of("online-safety", [unit(person(0))]))).toBe(100);
  });

  it("L03: work of Project 06 has a subtotal beside the month's figures and the member's statement, by kind or by tag", async () => {
    await earn(work([person(0)]));
    await earn(of("talk", [unit()], { mode: "meeting", visits: 20 }));
    await earn(
      of("talk", [unit()], {
        mode: "meeting",
        visits: 30,
        workDate: day("2026-11-18"),
        movements: ["Đề án 06"],
      }),
    );
    const { scope } = team.commune;
    const month = await onlyMonth();
    expect(await readProject06(office.platform, scope, month)).toEqual({
      points: 900,
      claims: 2,
      visits: 31,
    });
    const { commune } = await readMonthFigures(office.platform, scope, month);
    expect(commune).toMatchObject({ points: 1400, claims: 3, visits: 51 });
    const statement = await readStatement(await team.lan.caller(), month);
    expect(statement).toMatchObject({ total: 1400, project06: { points: 900, claims: 2, visits: 31 } });
    const other = await readStatement(await team.minh.caller(), month);
    expect(other?.project06).toEqual({ points: 0, claims: 0, visits: 0 });
  });
});

describe("B25: real work, fit to each village", () => {
  it("B25: outcomes count and taps do not: the same person again brings no points and no second person", async () => {
    expect(await earn(work([person(0)]))).toBe(400);
    expect(await earn(work([person(0)]))).toBe(0);
    expect(await earn(work([person(0)], { visits: 40 }))).toBe(0);
    const [row] = await rowsOf(
      office,
      team,
      "select count(distinct person_key)::int as people from claim_unit",
    );
    expect(row.people).toBe(1);
  });

  it("B25: villages are measured by their own size: one person more means more in a small village", async () => {
    const { communeId, scope, villages } = team.commune;
    const large = villages.get("Thôn Đoài") ?? 0;
    const ids = Array.from({ length: 60 }, () => freshId());
    await team.commune.act((tx, act) =>
      insertHouseholds(
        tx,
        office.platform.keys,
        act,
        ids.map((id, index) => ({
          id,
          villageId: large,
          code: `1${String(index).padStart(2, "0")}`,
          lane: null,
          head: `Bà Chủ ${index}`,
          adults: 2,
          priorities: [],
          validFrom: day("2026-01-01"),
        })),
      ),
    );
    await earn(work([person(0)]));
    await earn(work([{ householdId: ids[0] ?? "", slot: 1 }]), team.far, team.officer);
    const definition = {
      subject: "village",
      period: String(await onlyMonth()).replace(/(..)$/, "-$1"),
    } as const;
    const board = await office.platform.db.withCommunes(scope, (tx) =>
      readBoard(
        tx,
        communeId,
        { ...definition, pillar: null, campaign: null, category: "village", isYouthOnly: false },
        { now: NOW.getTime(), audience: "commune" },
      ),
    );
    const byName = new Map(board.rows.map((row) => [row.name, row]));
    const [small, big] = [byName.get("Thôn Đông"), byName.get("Thôn Đoài")];
    expect(small?.measures?.people).toBe(big?.measures?.people);
    expect(small?.attainment ?? 0).toBeGreaterThan(big?.attainment ?? 0);
  });

  it("B25: when the month's figures freeze, some of the verified work of each village is drawn to be looked at again", async () => {
    const { communeId } = team.commune;
    await team.commune.act(
      (tx) =>
        tx.$executeRaw`update commune set name = 'Mường Thử', province = 'Lào Cai', set_up_at = ${NOW} where id = ${communeId}`,
    );
    await advanceMonths(office.platform, communeId, NOW);
    await earn(work([person(0)]));
    await earn(work([person(1)]));
    const frozen = new Date("2026-12-17T02:00:00Z");
    office.setNow(frozen);
    await advanceMonths(office.platform, communeId, frozen);
    const drawn = await rowsOf(
      office,
      team,
      "select c.state, i.village_id as village from audit_item i join claim c on c.commune_id = i.commune_id and c.id = i.claim_id",
    );
    expect(drawn.length).toBeGreaterThan(0);
    expect(new Set(drawn.map(({ state, village }) => `${state} ${village}`))).toEqual(
      new Set([`verified ${team.villageId}`]),
    );
  });
});
