import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import * as rankingFile from "#app/routes/upper/year-ranking-file.ts";
import * as years from "#app/routes/upper/years.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { plantWorkers } from "../months/workers-of-a-month.ts";
import { type LockedReview, plantLockedReview } from "../year-publication/locked-review.ts";

const office = testOffice();

let first: LockedReview;
let closed: LockedReview;
let reader: TestBrowser;

const nameCommune = (communeId: number, name: string) =>
  office.db.superuser.query("update commune set name = $2, set_up_at = now() where id = $1", [
    communeId,
    name,
  ]);

beforeAll(async () => {
  first = await plantLockedReview(office);
  closed = await plantLockedReview(office);
  const open = await plantWorkers(office);
  await nameCommune(first.workers.communeId, "An Thử");
  await nameCommune(open.communeId, "Bình Thử");
  await nameCommune(closed.workers.communeId, "Cao Thử");
  const readerId = await office.makeAccount({ name: "Vàng Thị Dợ" });
  for (const communeId of [first.workers.communeId, open.communeId])
    await office.grant(readerId, communeId, "upper_tier");
  reader = await first.workers.commune.browser(readerId);
});

describe("A29: an upper tier reads locked years side by side", () => {
  it("A29, K01: scores, bands, coverage and attainment of who let it in; a year that is not locked is not there", async () => {
    const { body } = await reader.get(years.loader, "/cap-tren/nam?nam=2026");
    expect(body.standings.map(({ commune }: { commune: { name: string } }) => commune.name)).toEqual([
      "xã An Thử",
      "xã Bình Thử",
    ]);
    const [an, binh] = body.standings;
    expect(binh.standing).toBeNull();
    expect(an.standing).toMatchObject({
      title: "Thi đua năm 2026",
      isPublished: false,
      villages: 2,
      ranked: 2,
      bands: [
        { title: "Tốt", villages: 2 },
        { title: "Hoàn thành", villages: 0 },
      ],
      // 70 and 69 of 120 households each, four of each long absent.
      households: { part: 139, whole: 232 },
      spans: { part: 0, whole: 2 },
    });
    expect(an.standing.highest).toBeGreaterThan(an.standing.lowest);
    for (const other of ["nam=2025", "nam=2026&loai=mid"])
      expect(
        (await reader.get(years.loader, `/cap-tren/nam?${other}`)).body.standings[0].standing,
      ).toBeNull();
    expect(JSON.stringify(body)).not.toContain("Người ghi");
  });

  it("A29, K01: takes the ranking of their villages along as a workbook", async () => {
    const answer = await reader.get(rankingFile.loader, "/cap-tren/nam/xep-hang.xlsx?nam=2026");
    expect(answer.headers.get("Content-Disposition")).toContain("Xep-hang-thon-nam-2026.xlsx");
    const { sheets } = await readXlsx(answer.bytes ?? new Uint8Array());
    const rows = sheets[0]?.rows.slice(1) ?? [];
    expect(rows.map((row) => row.slice(0, 2))).toEqual(
      first.result.villages.map(({ rank, name }) => [rank, name]),
    );
    expect(rows.flat()).toContain("xã An Thử");
    expect(rows.flat()).not.toContain("xã Cao Thử");
    expect((await reader.get(rankingFile.loader, "/cap-tren/nam/xep-hang.xlsx?nam=x")).status).toBe(404);
  });

  it("A29: the office of a commune has no such page", async () => {
    const officer = await first.workers.commune.browser();
    expect((await officer.get(years.loader, "/cap-tren/nam")).status).toBe(404);
  });
});
