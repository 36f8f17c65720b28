import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { can } from "#app/domain/access/can.ts";
import { CAPABILITIES, MATRIX } from "#app/domain/access/matrix.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { readFigures } from "#app/features/figures/read-figures.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import * as people from "#app/routes/office/people.tsx";
import * as roster from "#app/routes/office/roster.tsx";
import * as admit from "#app/routes/upper/admit.tsx";
import * as communesPage from "#app/routes/upper/communes.tsx";
import * as teamResults from "#app/routes/upper/team-results-file.ts";
import { communeScope } from "#tests/support/test-database.ts";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { bookWork, plantWorkers, type Workers } from "../months/workers-of-a-month.ts";
import { type Commune, freshId, makeCommune } from "../roster/rosterers.ts";

const office = testOffice();
const START = new Date("2026-10-20T02:00:00Z");
const NOW = new Date("2026-12-02T02:00:00Z");
const CANARY = "KANARIENBEERE";

let first: Workers;
let empty: Commune;
let closed: Workers;
let officer: TestBrowser;
let readerId: string;
let reader: TestBrowser;

const place = (browser: TestBrowser, form: Record<string, string>) =>
  browser.post(admit.action, "/van-phong/cap-tren", form);

async function nameCommune(communeId: number, name: string): Promise<void> {
  await office.db.superuser.query(
    "update commune set name = $2, province = 'Tỉnh Thử', set_up_at = $3 where id = $1",
    [communeId, name, START],
  );
}

beforeAll(async () => {
  office.setNow(START);
  first = await plantWorkers(office);
  closed = await plantWorkers(office);
  empty = await makeCommune(office, ["Thôn 1", "Thôn 2", "Thôn 3"]);
  await nameCommune(first.communeId, "An Thử");
  await nameCommune(empty.communeId, "Bình Thử");
  await nameCommune(closed.communeId, "Cao Thử");
  const phone = parsePhone("0301000010");
  const member = await first.commune.member({ fullName: `Lò Thị ${CANARY}`, position: CANARY, phone });
  await first.commune.join(member, first.teams[0]?.teamId ?? 0);
  await advanceMonths(office.platform, first.communeId, START);
  await bookWork(office, first, { on: "2026-10-20" });
  office.setNow(NOW);
  await advanceMonths(office.platform, first.communeId, NOW);
  await bookWork(office, first, { on: "2026-12-02" });
  await bookWork(office, first, { on: "2026-12-02", team: 1 });
  officer = await first.commune.browser();
  readerId = freshId();
});

describe("A02, A29: communes let an upper tier read them", () => {
  it("A29: the office adds a reader with a slip; another commune adds the same one by login name", async () => {
    const form = { intent: "add", account: readerId, name: "Vàng Thị Dợ", username: "so.kh.cn" };
    const made = await place(officer, form);
    expect(made.status).toBe(200);
    expect(made.body.slip).toMatchObject({ displayName: "Vàng Thị Dợ" });
    const other = await empty.browser();
    expect((await place(other, { intent: "add-known", knownUsername: "so.kh.cn" })).status).toBe(303);
    const again = await place(other, { intent: "add-known", knownUsername: "so.kh.cn" });
    expect(again.body.problems.knownUsername).toMatchObject({ code: "upper_reader_already" });
    // Whoever is no reader anywhere cannot be found by their login name.
    const [stranger] = (
      await office.db.maintain.query("select username from account where id = $1", [first.commune.officerId])
    ).rows;
    const guessed = await place(other, { intent: "add-known", knownUsername: stranger.username });
    expect(guessed.body.problems.knownUsername).toMatchObject({ code: "upper_reader_unknown" });
    reader = await first.commune.browser(readerId);
    const leader = await first.commune.browser(first.teams[0]?.leaderAccount ?? "");
    expect((await place(leader, form)).status).toBe(404);
  });

  it("A02: a commune stands under a district and a province, later under the province alone; old days keep theirs", async () => {
    const district = { province: "Tỉnh Thử", district: "Huyện Cũ", from: "2025-01-01" };
    expect((await place(officer, { intent: "place", ...district })).status).toBe(303);
    expect((await place(officer, { intent: "place", province: "Tỉnh Thử", from: "2026-07-01" })).status).toBe(
      303,
    );
    const early = await place(officer, { intent: "place", province: "Tỉnh Khác", from: "2026-06-30" });
    expect(early.body.problems.from).toMatchObject({ code: "upper_before_current" });
    const { body } = await officer.get(admit.loader, "/van-phong/cap-tren");
    expect(body.placements).toEqual([
      { province: "Tỉnh Thử", district: null, from: "2026-07-01", until: null },
      { province: "Tỉnh Thử", district: "Huyện Cũ", from: "2025-01-01", until: "2026-06-30" },
    ]);
  });

  it("A07: reads communes side by side: teams, coverage, members, verified work, the last seal; missing is not zero", async () => {
    const { body } = await reader.get(communesPage.loader, "/cap-tren");
    expect(body.groups).toHaveLength(1);
    const [an, binh, ...others] = body.groups[0].communes;
    expect(others).toEqual([]);
    expect(an).toMatchObject({
      name: "xã An Thử",
      district: null,
      villages: 2,
      villagesWithTeam: 2,
      members: 5,
      verifiedThisMonth: 2,
      lastSeal: { monthId: 202611, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(binh).toMatchObject({
      name: "xã Bình Thử",
      villages: 3,
      villagesWithTeam: 0,
      verifiedThisMonth: null,
      lastSeal: null,
    });
    expect(body.summary).toMatchObject({
      communes: { part: 1, whole: 2, basisPoints: 5_000 },
      villages: { part: 2, whole: 5, basisPoints: 4_000 },
      verifiedThisMonth: 2,
      communesWithFigures: 1,
    });
  });

  it("J12: takes a month of every team along as a workbook, streamed, in the same counts and without a person", async () => {
    const answer = await reader.get(teamResults.loader, "/cap-tren/ket-qua-to.xlsx?ky=202612");
    expect(answer.headers.get("Content-Disposition")).toContain("Ket-qua-tung-to-202612.xlsx");
    const { sheets } = await readXlsx(answer.bytes ?? new Uint8Array());
    const [head, ...rows] = sheets[0]?.rows ?? [];
    expect(head?.slice(1, 5)).toEqual(["Tỉnh", "Xã, phường", "Thôn, khu phố", "Tổ"]);
    expect(rows.map((row) => row[2])).toEqual(["xã An Thử", "xã An Thử"]);
    const scope = communeScope(first.communeId);
    const span = { kind: "months", fromMonth: 202612, toMonth: 202612 } as const;
    const { teams } = await readFigures(office.platform, scope, span, localDateAt(NOW.getTime()));
    expect(rows.map((row) => row.slice(4))).toEqual(
      teams.map((team) => [
        team.name,
        team.roster.members,
        team.roster.active,
        team.claims,
        team.visits,
        team.people,
        team.quotaPeople,
        team.households,
        team.points / 100,
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain(CANARY);
  });

  it("A29: hears of no commune that did not let them in, of no person, phone or record, and opens no other door", async () => {
    const { body } = await reader.get(communesPage.loader, "/cap-tren");
    const heard = JSON.stringify(body);
    for (const word of [CANARY, "0301000010", "301000010", "Cao Thử", "Người ghi", "Tổ trưởng"]) {
      expect(heard).not.toContain(word);
    }
    for (const [page, path] of [
      [roster, "/van-phong/doi-ngu"],
      [people, "/van-phong/nguoi-dung"],
      [admit, "/van-phong/cap-tren"],
    ] as const) {
      expect((await reader.get(page.loader, path)).status, path).toBe(404);
    }
    const communes = [first.communeId, empty.communeId];
    const grants = communes.map((communeId) => ({
      role: "upper_tier" as const,
      communeId,
      villageId: null,
      teamId: null,
      validFrom: localDateAt(START.getTime()),
      validTo: null,
    }));
    const actor = {
      accountId: readerId,
      grants,
      assurance: "second_factor" as const,
      hasSecondFactor: true,
      mustChangePassword: false,
      isFounder: false,
      provedFreshly: true,
    };
    const open = CAPABILITIES.filter(
      (capability) =>
        !("own" in MATRIX[capability]) && can(actor, capability, null, localDateAt(NOW.getTime())).ok,
    );
    expect(open).toEqual(["upper.read"]);
  });

  it("A29: a commune that takes the role back is read no more, from that day", async () => {
    const other = await empty.browser();
    expect((await place(other, { intent: "end", reader: readerId })).status).toBe(303);
    // A change of roles renews the token first, with a redirect to the same page.
    expect((await reader.get(communesPage.loader, "/cap-tren")).location).toBe("/cap-tren");
    const { body } = await reader.get(communesPage.loader, "/cap-tren");
    expect(body.groups[0].communes.map(({ name }: { name: string }) => name)).toEqual(["xã An Thử"]);
  });
});
