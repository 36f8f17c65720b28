import { beforeEach, describe, expect, it } from "vitest";
import * as myTeam from "#app/routes/leader/my-team.tsx";
import * as me from "#app/routes/member/me.tsx";
import * as contacts from "#app/routes/office/contacts.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { makeTeam, type VerifyingTeam } from "../verification/planted-claims.ts";

const office = testOffice();
let team: VerifyingTeam;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeTeam(office);
  desk = await team.commune.browser();
});

const person = (wish: Record<string, string> = {}) => ({
  act: "save",
  id: freshId(),
  name: "Đinh Thị Suối",
  duty: "Đầu mối chuyển đổi số",
  phone: "0912 345 678",
  shownTo: "members",
  position: "1",
  ...wish,
});
const save = (form: Record<string, string>) => desk.post(contacts.action, "/van-phong/cai-dat/lien-he", form);
const listed = async () => (await desk.get(contacts.loader, "/van-phong/cai-dat/lien-he")).body.contacts;

async function seenBy(accountId: string): Promise<string[][]> {
  const browser = await team.commune.browser(accountId);
  const pages = [await browser.get(myTeam.loader, "/"), await browser.get(me.loader, "/")];
  return pages.map(({ body }) => body.contacts.map(({ name }: { name: string }) => name));
}

describe("whom the teams call", () => {
  it("L29: the office names people with duty and number, members and leaders see whom they are meant to", async () => {
    await save(person({ position: "2" }));
    await save(
      person({ name: "Hà Văn Núi", duty: "Khóa tài khoản", phone: "0201 3825 123", shownTo: "leaders" }),
    );
    expect(await listed()).toMatchObject([
      { name: "Hà Văn Núi", number: "+842013825123", spoken: "0201 3825 123", shownTo: "leaders" },
      { name: "Đinh Thị Suối", number: "+84912345678", duty: "Đầu mối chuyển đổi số" },
    ]);
    expect(await seenBy(team.lan.accountId)).toEqual([["Đinh Thị Suối"], ["Đinh Thị Suối"]]);
    const both = ["Hà Văn Núi", "Đinh Thị Suối"];
    expect(await seenBy(team.leader.accountId)).toEqual([both, both]);
    expect(await seenBy(team.deputy.accountId)).toEqual([both, both]);
    const own = await desk.get(me.loader, "/");
    expect(own.body.contacts).toEqual([]);
  });

  it("L29: are changed and taken off by the office alone, at once and with the number", async () => {
    const form = person();
    await save(form);
    await save({ ...form, duty: "Hỗ trợ kỹ thuật", phone: "0987 654 321" });
    expect(await listed()).toMatchObject([{ duty: "Hỗ trợ kỹ thuật", spoken: "0987 654 321" }]);
    const leader = await team.commune.browser(team.leader.accountId);
    expect((await leader.post(contacts.action, "/", form)).status).toBe(404);
    expect((await save({ act: "remove", id: form.id })).status).toBe(303);
    expect(await listed()).toEqual([]);
    const again = await save({ act: "remove", id: form.id });
    expect(again.body.problems).toEqual({ form: { code: "contact_gone" } });
    const { rows } = await office.db.maintain.query("select from contact_person where commune_id = $1", [
      team.commune.communeId,
    ]);
    expect(rows).toHaveLength(0);
  });

  it("the number stands sealed in the database, and nowhere in the audit log", async () => {
    await save(person());
    const { rows } = await office.db.maintain.query<{ all: string }>(
      `select row_to_json(c)::text as all from contact_person c where commune_id = $1
       union all select body from audit_log where commune_id = $1`,
      [team.commune.communeId],
    );
    for (const { all } of rows) expect(all).not.toMatch(/912345678|0912 345 678/);
  });

  it("what is wrong stands beside its field, and nothing typed is lost", async () => {
    const wrong = await save(person({ phone: "113", shownTo: "everybody", name: "" }));
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({
      problems: {
        name: { code: "required" },
        phone: { code: "contact_phone_not_valid" },
        shownTo: { code: "not_chosen" },
      },
      values: { duty: "Đầu mối chuyển đổi số", phone: "113" },
    });
  });

  it("no more than twenty", async () => {
    for (let at = 1; at <= 20; at++) expect((await save(person({ position: String(at) }))).status).toBe(303);
    const full = await save(person());
    expect(full.body.problems).toEqual({ form: { code: "contacts_full", maximum: 20 } });
  });
});
