import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { parsePhone } from "#app/domain/people/phone.ts";
import { insertHouseholds } from "#app/features/households/insert-households.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import * as broadcast from "#app/routes/office/commune-broadcast.tsx";
import * as broadcastFile from "#app/routes/office/commune-broadcast-file.ts";
import * as desk from "#app/routes/office/commune-open-data.tsx";
import * as all from "#app/routes/public/open-data.tsx";
import * as ofCommune from "#app/routes/public/open-data-commune.tsx";
import * as file from "#app/routes/public/open-data-file.ts";
import { type TestBrowser, testBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { bookWork, plantWorkers, type Workers } from "../months/workers-of-a-month.ts";
import { day, freshId } from "../roster/rosterers.ts";

const office = testOffice();
const WORKED = new Date("2026-10-20T02:00:00Z");
const NOW = new Date("2026-12-02T02:00:00Z");
const CANARY = "KANARIENBEERE";
const PHONE = "0301000010";

let workers: Workers;
let silent: Workers;
let officer: TestBrowser;
let stranger: TestBrowser;

/** People guided in one record, each known by a key, in a household of the first village. */
async function guide(
  claimId: string,
  householdId: string,
  people: number,
  groups: readonly string[],
): Promise<void> {
  const villageId = workers.teams[0]?.villageId;
  for (let ordinal = 1; ordinal <= people; ordinal++) {
    await office.db.superuser.query(
      `insert into claim_unit (commune_id, claim_id, ordinal, household_id, slot, village_id, person_key, outcome, groups)
       values ($1, $2, $3, $4, null, $5, $6, 'with_help', $7)`,
      [workers.communeId, claimId, ordinal, householdId, villageId, randomBytes(32), groups],
    );
  }
}

const open = (name: string, headers: Record<string, string> = {}) => {
  const path = `/du-lieu-mo/${workers.communeId}/${name}`;
  return file.loader({
    request: new Request(`http://localhost:3000${path}`, { headers }),
    params: { commune: String(workers.communeId), file: name },
    context: {
      platform: office.platform,
      visit: { requestId: "test", clientAddress: "203.0.113.7", nonce: "" },
    },
  } as never) as Promise<Response>;
};

const page = (communeId: number) =>
  stranger.get(ofCommune.loader, `/du-lieu-mo/${communeId}`, { commune: String(communeId) });

beforeAll(async () => {
  office.setNow(WORKED);
  workers = await plantWorkers(office);
  silent = await plantWorkers(office);
  const { communeId, commune, teams } = workers;
  const phone = parsePhone(PHONE);
  const member = await commune.member({ fullName: `Lò Thị ${CANARY}`, position: CANARY, phone });
  await commune.join(member, teams[0]?.teamId ?? 0);
  const household = freshId();
  await commune.act((tx, act) =>
    insertHouseholds(tx, office.platform.keys, act, [
      {
        id: household,
        villageId: teams[0]?.villageId ?? 0,
        validFrom: day("2026-01-01"),
        code: "H77",
        lane: `Xóm ${CANARY}`,
        head: `Giàng ${CANARY}`,
        adults: 3,
        priorities: ["poor"],
        people: [`${CANARY} 010`],
      },
    ]),
  );
  await advanceMonths(office.platform, communeId, WORKED);
  const first = await bookWork(office, workers, { on: "2026-10-20", visits: 12 });
  await guide(first.claimId, household, 6, ["elderly"]);
  const second = await bookWork(office, workers, { on: "2026-10-20", team: 1, visits: 4 });
  await guide(second.claimId, household, 4, ["disabled"]);
  office.setNow(NOW);
  await advanceMonths(office.platform, communeId, NOW);
  // Of a month that still runs: not published.
  await bookWork(office, workers, { on: "2026-12-02", visits: 99 });
  officer = await commune.browser();
  stranger = testBrowser(() => office.platform);
});

describe("A46: a commune publishes its counts", () => {
  it("A46: is closed until the office opens it; nobody else can", async () => {
    expect((await page(workers.communeId)).status).toBe(404);
    await expect(open("du-lieu.json")).rejects.toMatchObject({ status: 404 });
    expect((await stranger.get(all.loader, "/du-lieu-mo")).body.communes).toEqual([]);
    const leader = await workers.commune.browser(workers.teams[0]?.leaderAccount ?? "");
    const wish = { intent: "open", revision: "0" };
    expect((await leader.post(desk.action, "/van-phong/du-lieu-mo", wish)).status).toBe(404);
    const stale = await officer.post(desk.action, "/van-phong/du-lieu-mo", { ...wish, revision: "7" });
    expect(stale.body.problems.form).toMatchObject({ code: "changed_meanwhile" });
    expect((await officer.post(desk.action, "/van-phong/du-lieu-mo", wish)).status).toBe(303);
    expect((await stranger.get(all.loader, "/du-lieu-mo")).body.communes).toEqual([
      { id: workers.communeId, name: "xã Mường Thử", province: "Lào Cai" },
    ]);
    expect((await page(silent.communeId)).status, "another commune stays closed").toBe(404);
  });

  it("A46: the figures of a sealed month are those of its seal; the running month is not there", async () => {
    const { body } = await page(workers.communeId);
    expect(body.data.months).toHaveLength(1);
    const [month] = body.data.months;
    const [seal] = (
      await office.db.maintain.query(
        "select encode(sha256, 'hex') as sha from month_seal where commune_id = $1",
        [workers.communeId],
      )
    ).rows;
    expect(month).toMatchObject({
      id: 202611,
      firstDay: "2026-10-15",
      lastDay: "2026-11-14",
      sealSha256: seal.sha,
      commune: { claims: 2, visits: 16, people: 10, households: 1, pointsHundredths: 1000 },
    });
    expect(month.villages).toContainEqual({
      name: "Thôn Đoài",
      claims: 1,
      visits: 12,
      people: 10,
      households: 1,
      pointsHundredths: 500,
    });
    expect(month.teams.map(({ people }: { people: number }) => people).sort()).toEqual([4, 6]);
    expect(body.data.teams).toMatchObject([
      { kind: "village", members: 3 },
      { kind: "village", members: 2 },
    ]);
  });

  it("A46: fewer than five people of a priority group are not published", async () => {
    const groups = (await page(workers.communeId)).body.data.months[0].priorityGroups;
    expect(groups).toContainEqual({ group: "elderly", people: 6 });
    expect(groups).toContainEqual({ group: "disabled", people: null });
  });

  it("A46: no name, phone, household or key of a person is in any file or page", async () => {
    const texts = [JSON.stringify((await page(workers.communeId)).body)];
    for (const name of ["to.csv", "ket-qua.csv", "du-lieu.json"]) texts.push(await (await open(name)).text());
    const { rows } = await office.db.superuser.query<{ text: string }>(
      `select full_name as text from member where commune_id = $1
        union select id::text from member where commune_id = $1
        union select display_name from account
        union select encode(person_key, 'hex') from claim_unit where commune_id = $1`,
      [workers.communeId],
    );
    const personal = [CANARY, PHONE, PHONE.slice(1), "H77", ...rows.map(({ text }) => text)];
    for (const text of texts) for (const word of personal) expect(text.includes(word), word).toBe(false);
    expect(texts[3]).toContain("CC BY 4.0");
  });

  it("A46: a file names its version; who has it is told so, until the figures change", async () => {
    const first = await open("du-lieu.json");
    const etag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Cache-Control")).toContain("public");
    expect(JSON.parse(await first.text())).toMatchObject({
      format: "thi-dua-so/open-data/1",
      generatedAt: NOW.toISOString(),
      months: [{ month: "2026-11", rulesVersion: 1, isTrial: true }],
    });
    office.setNow(new Date(NOW.getTime() + 60_000));
    const again = await open("du-lieu.json", { "If-None-Match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await open("to.csv", { "If-None-Match": etag })).status).toBe(200);
    await workers.commune.join(await workers.commune.member(), workers.teams[1]?.teamId ?? 0);
    expect((await open("du-lieu.json", { "If-None-Match": etag })).status).toBe(200);
    const bytes = await (await open("ket-qua.csv")).arrayBuffer();
    const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect(csv.startsWith("\uFEFFTỉnh,Mã xã,Xã,Kỳ")).toBe(true);
    expect(csv.split("\r\n").filter((line) => line.includes(",thôn,"))).toHaveLength(2);
  });

  it("A46: closed again, nothing of it is found", async () => {
    const { body } = await officer.get(desk.loader, "/van-phong/du-lieu-mo");
    const wish = { intent: "close", revision: String(body.revision) };
    expect((await officer.post(desk.action, "/van-phong/du-lieu-mo", wish)).status).toBe(303);
    expect((await page(workers.communeId)).status).toBe(404);
    await expect(open("du-lieu.json")).rejects.toMatchObject({ status: 404 });
  });
});

describe("A35: the minute for the loudspeakers", () => {
  const path = (month: string, end = "") => [`/van-phong/ky/${month}/ban-tin${end}`, { month }] as const;

  it("A35, H09: the office reads the sealed month's bulletin and takes it along as a file, published or not", async () => {
    const { body } = await officer.get(broadcast.loader, ...path("202611"));
    expect(body.text).toContain("hai việc được xác nhận, với mười sáu lượt hướng dẫn");
    expect(body.text).toContain("mười người, ở một hộ");
    expect(body.syllables).toBeGreaterThanOrEqual(130);
    expect(body.syllables).toBeLessThanOrEqual(160);
    expect(body.text).not.toContain(CANARY);
    const txt = await officer.get(broadcastFile.loader, ...path("202611", ".txt"));
    expect(txt.headers.get("Content-Disposition")).toContain("ban-tin-loa-202611.txt");
    expect(new TextDecoder().decode(txt.bytes)).toBe(`${body.text.replaceAll("\n", "\r\n")}\r\n`);
  });

  it("A35: a month that is not sealed has no bulletin, and a leader of a team does not write for the commune", async () => {
    expect((await officer.get(broadcast.loader, ...path("202612"))).body.text).toBeNull();
    expect((await officer.get(broadcastFile.loader, ...path("202612", ".txt"))).status).toBe(404);
    expect((await officer.get(broadcast.loader, ...path("209901"))).status).toBe(404);
    const leader = await workers.commune.browser(workers.teams[0]?.leaderAccount ?? "");
    expect((await leader.get(broadcast.loader, ...path("202611"))).status).toBe(404);
  });
});
