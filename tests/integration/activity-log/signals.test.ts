import { beforeEach, describe, expect, it } from "vitest";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { submitClaims } from "#app/features/activity-log/submit-claims.server.ts";
import { uploadPhoto } from "#app/features/photos/upload-photo.server.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { ALTERATIONS, makePicture, withCamera } from "../photos/pictures.ts";
import { day, freshId } from "../roster/rosterers.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  send,
  TODAY,
  unit,
  work,
} from "./loggers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (household: number, slot = 1) => ({ householdId: team.households[household] ?? "", slot });
const signalsOf = async (id: string): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await rowsOf(office, team, "select kind, facts from claim_signal where claim_id = $1::uuid", id)).map(
      ({ kind, facts }) => [kind, facts],
    ),
  );
const upload = async (by: Logger, bytes: Uint8Array): Promise<string> => {
  const verdict = await uploadPhoto(await by.caller(), { id: freshId(), bytes });
  if (!verdict.ok) throw new Error(verdict.code);
  return verdict.value.photoId;
};

describe("what makes a checker look twice", () => {
  it("T3: the same resident, kind and service told by two members; another service is another help", async () => {
    const first = await send(team.lan, work([person(0)]));
    const second = await send(team.far, work([person(0)]));
    expect(await signalsOf(second)).toEqual({ same_resident: { people: 1, claims: [first] } });
    expect(await signalsOf(first)).toEqual({});
    const other = await send(
      team.minh,
      work([{ ...person(0), serviceKey: null, outcome: null }], { activityKey: "eid-level-2" }),
    );
    expect(await signalsOf(other)).toEqual({});
  });

  it("more people in an hour, or in a day, than hands can help", async () => {
    const fast = await send(team.lan, work([], { visits: 40, minutes: 60 }));
    expect(await signalsOf(fast)).toEqual({ impossible_count: { perHour: 40, ofDay: 40 } });
    const fine = await send(team.minh, work([], { visits: 10, minutes: 60 }));
    expect(await signalsOf(fine)).toEqual({});
    const helpers = [{ memberId: team.lan.memberId, part: "helper" as const }];
    const four = await send(
      team.minh,
      work([], { visits: 20, minutes: 60, helpers, workDate: day("2026-11-18") }),
    );
    expect(await signalsOf(four)).toEqual({});
    await send(team.deputy, work([], { visits: 90 }));
    const more = await send(team.deputy, work([], { visits: 90, note: "chiều" }));
    expect(await signalsOf(more)).toEqual({ impossible_count: { perHour: null, ofDay: 180 } });
  });

  it("two records of one meeting at one place", async () => {
    const talk = work([], {
      activityKey: "talk",
      mode: "meeting",
      visits: 30,
      units: [unit()],
      place: "Nhà văn hóa",
    });
    const first = await send(team.lan, talk);
    const second = await send(team.minh, { ...talk, place: "nhà văn hóa" });
    expect(await signalsOf(second)).toEqual({ same_time_and_place: { claims: [first] } });
  });

  it("T7: records held back until the last two days of the month", async () => {
    await send(team.minh, work([person(0)]));
    const [{ ends }] = await rowsOf(office, team, "select grace_ends_at as ends from month");
    office.setNow(new Date(ends.getTime() - 3_600_000));
    const batch = Array.from({ length: 12 }, (_, index) => ({
      id: freshId(),
      content: work([person(index % 5, 1 + (index % 2))], {
        note: `${index}`,
        activityKey: "online-public-service",
      }),
    }));
    await submitClaims(await team.lan.caller(), batch);
    const flooded = await rowsOf(
      office,
      team,
      "select distinct c.member_id, s.facts from claim_signal s join claim c on c.id = s.claim_id where kind = 'deadline_flood'",
    );
    expect(flooded).toEqual([{ member_id: team.lan.memberId, facts: { inLastHours: 12, inMonth: 12 } }]);
  });

  it("T4: the same file on two records, and a picture of another day", async () => {
    const picture = await withCamera(await makePicture(901), "2026:11:02 10:00:00");
    const first = await send(team.lan, work([person(0)], { photos: [await upload(team.lan, picture)] }));
    expect(await signalsOf(first)).toEqual({ photo_day_differs: { takenOn: ["2026-11-02"] } });
    const borrowed = await send(team.far, work([person(1)], { photos: [await upload(team.far, picture)] }));
    expect(await signalsOf(borrowed)).toMatchObject({ same_photo: { claims: [first] } });
  });

  it("is judged anew when the record is put right, and hides nothing from anybody", async () => {
    const sent = await submitClaim(await team.lan.caller(), {
      id: freshId(),
      content: work([], { visits: 60, minutes: 30, workDate: TODAY }),
    });
    expect(sent).toMatchObject({ ok: true, value: { state: "submitted", signals: ["impossible_count"] } });
  });
});

describe("borrowed pictures", () => {
  const PICTURES = 8;

  it("T4: altered copies are found across teams, and different pictures are left alone", {
    timeout: 240_000,
  }, async () => {
    const lan = await team.lan.caller();
    const far = await team.far.caller();
    const send_ = async (caller: typeof lan, bytes: Uint8Array, note: string) => {
      const photo = await uploadPhoto(caller, { id: freshId(), bytes });
      if (!photo.ok) throw new Error(photo.code);
      const id = freshId();
      const content = work([], { visits: 1, note, photos: [photo.value.photoId] });
      const verdict = await submitClaim(caller, { id, content });
      if (!verdict.ok) throw new Error(verdict.code);
      return verdict.value.signals.some((kind) => kind === "same_photo" || kind === "similar_photo");
    };
    const pictures = await Promise.all(
      Array.from({ length: PICTURES }, (_, index) => makePicture(index + 1, { width: 800, height: 600 })),
    );
    let wrongly = 0;
    for (const [index, picture] of pictures.entries())
      if (await send_(lan, picture, `${index}`)) wrongly += 1;
    const found = new Map<string, number>();
    for (const [name, alter] of Object.entries(ALTERATIONS)) {
      for (const [index, picture] of pictures.entries()) {
        const isFound = await send_(far, await alter(picture), `${name} ${index}`);
        found.set(name, (found.get(name) ?? 0) + (isFound ? 1 : 0));
      }
    }
    const total = [...found.values()].reduce((sum, count) => sum + count, 0);
    expect(total / (PICTURES * found.size)).toBeGreaterThanOrEqual(0.95);
    expect(wrongly / PICTURES).toBeLessThanOrEqual(0.05);
  });
});
