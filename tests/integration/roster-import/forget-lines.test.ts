import { describe, expect, it } from "vitest";
import { eraseMember } from "#app/features/personal-data/erase-member.server.ts";
import { testOffice } from "../communes/office.ts";
import { type ImportOffice, openImportOffice } from "./import-office.ts";

const office = testOffice();
const HEAD = "Họ và tên\tNăm sinh\tThôn\tSố điện thoại\tNhiệm vụ trong tổ\n";
const FILE = `${HEAD}Lò Thị Quên\t1980\tThôn 1\t0301555001\tTổ trưởng\nCà Văn Còn\t1985\tThôn 1\t0301555002\tTổ phó`;

const linesOf = async ({ communeId }: ImportOffice) =>
  (
    await office.db.maintain.query(
      `select l.batch_id as batch, l.line, l.member_id as member from import_line l where commune_id = $1`,
      [communeId],
    )
  ).rows;
const memberNamed = async ({ communeId }: ImportOffice, name: string): Promise<string> =>
  (
    await office.db.maintain.query("select id from member where commune_id = $1 and full_name = $2", [
      communeId,
      name,
    ])
  ).rows[0].id;

describe("files that brought people", () => {
  it("SECURITY T8: forget somebody who is erased, in every import, and nobody else", async () => {
    const at = await openImportOffice(office, ["Thôn 1"]);
    const applied = await at.uploaded(FILE);
    await at.act(applied, { act: "apply" });
    const waiting = await at.uploaded(FILE);
    const [erased, kept] = [await memberNamed(at, "Lò Thị Quên"), await memberNamed(at, "Cà Văn Còn")];
    expect((await linesOf(at)).filter(({ member }) => member === erased)).toHaveLength(2);

    expect(await eraseMember(office.platform, at.scope, erased)).toEqual({ ok: true, value: null });
    const left = await linesOf(at);
    expect(left.map(({ member }) => member)).toEqual([kept, kept]);
    expect((await at.view(waiting)).lines).toHaveLength(1);
    // What is left of the waiting file is still taken over, and the other one undone.
    expect((await at.act(waiting, { act: "apply" })).status).toBe(303);
    expect((await at.act(applied, { act: "undo" })).status).toBe(303);
    const { rows } = await office.db.maintain.query(
      "select full_name as name, erased_at is not null as erased from member where commune_id = $1",
      [at.communeId],
    );
    expect(rows).toEqual([{ name: expect.not.stringContaining("Quên"), erased: true }]);
  });

  it("forget everybody when the whole import is undone, and other files forget whom they had met", async () => {
    const at = await openImportOffice(office, ["Thôn 1"]);
    const applied = await at.uploaded(FILE);
    await at.act(applied, { act: "apply" });
    const waiting = await at.uploaded(FILE);
    expect((await at.act(applied, { act: "undo" })).status).toBe(303);
    expect((await linesOf(at)).map(({ batch, member }) => [batch, member])).toEqual([
      [waiting, null],
      [waiting, null],
    ]);
    expect((await at.view(applied)).lines).toEqual([]);
    // The file is planned anew: the people it had met are gone.
    expect((await at.act(waiting, { act: "apply" })).problems).toMatchObject({
      form: { code: "import_changed_meanwhile" },
    });
    expect((await at.view(waiting)).summary.counts).toMatchObject({ create: 2 });
  });
});
