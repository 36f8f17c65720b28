import type { LoaderFunctionArgs } from "@remix-run/node";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { loader as exportLoader } from "#app/routes/office/roster-export.tsx";
import { loader as problemsLoader } from "#app/routes/office/roster-import-problems.tsx";
import { loader as templateLoader } from "#app/routes/office/roster-import-template.tsx";
import { phoneOf } from "#tests/support/messy-roster.ts";
import { testOffice } from "../communes/office.ts";
import { type ImportOffice, openImportOffice } from "../roster-import/import-office.ts";

const office = testOffice();
const HEAD = "Họ và tên\tNăm sinh\tThôn\tSố điện thoại\tNhiệm vụ trong tổ\tChức vụ\n";

async function download(
  at: ImportOffice,
  loader: (args: LoaderFunctionArgs) => Promise<unknown>,
  params: Record<string, string>,
): Promise<{ status: number; bytes: Uint8Array }> {
  const request = new Request("http://localhost:3000/van-phong/doi-ngu", { headers: { Cookie: at.cookie } });
  const visit = { requestId: "test", clientAddress: "203.0.113.9", nonce: "" };
  const answer = (await loader({ request, params, context: { platform: office.platform, visit } }).catch(
    (thrown: unknown) => thrown,
  )) as Response;
  if (!(answer instanceof Response)) throw answer;
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

async function cellsOf(bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes);
  return sheets[0]?.rows ?? [];
}

describe("papers of the roster", () => {
  it("A22: are made of today's memberships, and the annex that is published names no phone", {
    timeout: 120_000,
  }, async () => {
    const at = await openImportOffice(office, ["Thôn 1", "Thôn 2"]);
    const other = await openImportOffice(office, ["Thôn 1"]);
    const batchId = await at.uploaded(
      `${HEAD}Lò Văn Bình\t1990\tThôn 1\t${phoneOf(1)}\tThành viên\tCông an viên\n` +
        `Vì Thị Ước\t1985\tThôn 1\t${phoneOf(2)}\tTổ trưởng\t=1+1\nCà Văn Đức\t1970\tThôn 2\t${phoneOf(3)}\tTổ phó\t`,
    );
    await at.act(batchId, { act: "apply" });

    const list = await cellsOf((await download(at, exportLoader, { file: "danh-sach.xlsx" })).bytes);
    const heading = list.findIndex((row) => row[1] === "Họ và tên");
    expect(list.slice(heading + 2, heading + 4)).toEqual([
      [1, "Vì Thị Ước", 1985, null, "=1+1", "Tổ trưởng", "0301 000 002"],
      [2, "Lò Văn Bình", 1990, null, "Công an viên", "Thành viên", "0301 000 001"],
    ]);
    const annex = await download(at, exportLoader, { file: "phu-luc.docx" });
    const text = strFromU8(unzipSync(annex.bytes)["word/document.xml"] ?? new Uint8Array()).replace(
      /<[^>]+>/g,
      " ",
    );
    expect(text).toContain("Cà Văn Đức");
    expect(text).toContain("PHỤ LỤC");
    expect(text).not.toContain("0301");
    const stranger = await cellsOf((await download(other, exportLoader, { file: "danh-sach.xlsx" })).bytes);
    expect(stranger.flat()).not.toContain("Cà Văn Đức");
    expect((await download(at, exportLoader, { file: "khac.xlsx" })).status).toBe(404);
  });

  it("A26: the list of a commune that ends is taken as it stands by the one that succeeds it", {
    timeout: 120_000,
  }, async () => {
    const [old, heir] = [
      await openImportOffice(office, ["Thôn 1", "Bản Lạ"]),
      await openImportOffice(office, ["Thôn 1", "Bản Lạ", "Thôn 3"]),
    ];
    const file =
      `${HEAD}Lò Văn Bình\t1990\tThôn 1\t${phoneOf(11)}\tTổ trưởng\tTrưởng thôn\n` +
      `Vì Thị Ước\t1985\tThôn 1\t${phoneOf(12)}\tTổ phó\tBí thư Chi đoàn\nCà Văn Đức\t1970\tBản Lạ\t\tThành viên\t`;
    await old.act(await old.uploaded(file), { act: "apply" });
    const list = await download(old, exportLoader, { file: "danh-sach.xlsx" });
    const batchId = await heir.uploaded(list.bytes);
    const view = await heir.view(batchId);
    expect(view.summary.counts).toMatchObject({ create: 3, problem: 0, conflict: 0 });
    expect((await heir.act(batchId, { act: "apply" })).status).toBe(303);
    const peopleOf = async ({ communeId }: ImportOffice) =>
      (
        await office.db.maintain.query(
          `select m.full_name as name, m.birth_year as year, m.position, s.role, v.name as village
             from member m join membership s on s.commune_id = m.commune_id and s.member_id = m.id
             join team t on t.commune_id = s.commune_id and t.id = s.team_id join village v on v.id = t.village_id
            where m.commune_id = $1 order by 1`,
          [communeId],
        )
      ).rows;
    expect(await peopleOf(heir)).toEqual(await peopleOf(old));
  });

  it("the lines to mend come with their reason, and can be mended there and sent in again", {
    timeout: 120_000,
  }, async () => {
    const at = await openImportOffice(office, ["Thôn 1"]);
    const batchId = await at.uploaded(`${HEAD}Lò Văn Bình\t1990\tThôn 9\t12345\tThành viên\t`);
    const problems = await download(at, problemsLoader, { batchId });
    const rows = await cellsOf(problems.bytes);
    expect(rows[1]?.slice(0, 3)).toEqual([2, "Lò Văn Bình", 1990]);
    expect(rows[1]?.[7]).toBe("12345");
    expect(String(rows[1]?.[8])).toMatch(/10 số.*Thôn 9/);
    expect((await at.view(await at.uploaded(problems.bytes))).summary.counts).toMatchObject({ problem: 1 });
    const template = await cellsOf((await download(at, templateLoader, {})).bytes);
    expect(template[0]).toContain("Họ và tên");
  });
});
