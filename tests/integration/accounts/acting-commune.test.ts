import { beforeEach, describe, expect, it } from "vitest";
import { loader as account, action as chooseCommune } from "#app/routes/member/account.tsx";
import { loader as materials } from "#app/routes/member/materials.tsx";
import * as villages from "#app/routes/office/setup-villages.tsx";
import * as words from "#app/routes/office/setup-words.tsx";
import * as money from "#app/routes/office/support-money.tsx";
import { loader as home } from "#app/routes/public/home.tsx";
import { action as prove } from "#app/routes/public/second-factor.tsx";
import { action as signIn } from "#app/routes/public/sign-in.tsx";
import { STEP_PATHS } from "#app/ui/setup/paths.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { codeAt, makePerson, type Person, type TestBrowser, testBrowser } from "./test-browser.ts";

// Somebody may hold a lesser role in one commune and the office of another. They work in one of the two at a time.
const office = testOffice();
const platform = () => office.platform;
const HERE = 71;
const ELSEWHERE = 72;
let count = 0;

beforeEach(async () => {
  office.setNow(new Date(NOW.getTime() + ++count * 60_000));
  await office.db.owner.query("truncate throttle");
});

async function enter({ username, password, totpSecret }: Person): Promise<TestBrowser> {
  const browser = testBrowser(platform);
  await browser.post(signIn, "/dang-nhap", { name: username, password });
  const code = codeAt(totpSecret, platform().clock.now());
  await browser.post(prove, "/xac-thuc", { intent: "code", code });
  return browser;
}

async function officerOfElsewhere(roleHere: "commune_leader" | "sector_office"): Promise<TestBrowser> {
  const person = await makePerson(platform(), {
    username: `hai.noi.${count}`,
    hasCodeApp: true,
    roles: [
      { role: roleHere, communeId: HERE },
      { role: "office", communeId: ELSEWHERE },
    ],
  });
  return enter(person);
}

const villagesHere = async () => {
  const { rows } = await office.db.superuser.query("select name from village where commune_id = any($1)", [
    [HERE, ELSEWHERE],
  ]);
  return rows;
};

describe("the office of one commune", () => {
  it("opens nothing in another where the same person is its leader", async () => {
    const browser = await officerOfElsewhere("commune_leader");
    expect((await browser.get(villages.loader, STEP_PATHS.villages)).status).toBe(404);
    expect((await browser.get(words.loader, STEP_PATHS.words)).status).toBe(404);
    const form = { intent: "save", kind: "village", list: "Bản của nơi khác" };
    expect((await browser.post(villages.action, STEP_PATHS.villages, form)).status).toBe(404);
    expect(await villagesHere()).toEqual([]);
  });

  it("A28: opens no button in another, on a page that the role held there opens", async () => {
    const browser = await officerOfElsewhere("commune_leader");
    expect((await browser.get(materials, "/tai-lieu")).body).toMatchObject({ mayManage: false });
    expect((await browser.get(money.loader, "/van-phong/kinh-phi")).body.mayKeep).toBe(false);
    const line = { act: "strike", lineId: freshId(), reason: "Ghi nhầm khoản này" };
    expect((await browser.post(money.action, "/van-phong/kinh-phi", line)).status).toBe(404);
    await browser.post(chooseCommune, "/tai-khoan", { communeId: String(ELSEWHERE) });
    expect((await browser.get(materials, "/tai-lieu")).body).toMatchObject({ mayManage: true });
    expect((await browser.get(money.loader, "/van-phong/kinh-phi")).body.mayKeep).toBe(true);
    expect((await browser.post(money.action, "/van-phong/kinh-phi", line)).status).not.toBe(404);
  });

  it("is not offered in another, and still asks there for its second factor", async () => {
    const browser = await officerOfElsewhere("sector_office");
    const { who, places } = (await browser.get(home, "/")).body;
    expect(who).toBe("inside");
    expect(places).toContain("roster");
    for (const place of ["office", "people"]) expect(places).not.toContain(place);
    const person = await makePerson(platform(), {
      username: `chua.co.${count}`,
      roles: [
        { role: "sector_office", communeId: HERE },
        { role: "office", communeId: ELSEWHERE },
      ],
    });
    const halfWay = testBrowser(platform);
    await halfWay.post(signIn, "/dang-nhap", { name: person.username, password: person.password });
    expect((await halfWay.get(home, "/")).body).toMatchObject({ who: "half_way" });
  });

  it("A28: is gone over to by the person's own choice, and only to where they have a role", async () => {
    const browser = await officerOfElsewhere("commune_leader");
    const places = (await browser.get(account, "/tai-khoan")).body.places;
    expect(
      places.map(({ communeId, isHere }: { communeId: number; isHere: boolean }) => [communeId, isHere]),
    ).toEqual([
      [HERE, true],
      [ELSEWHERE, false],
    ]);
    const choose = (communeId: string) => browser.post(chooseCommune, "/tai-khoan", { communeId });
    expect((await choose(String(ELSEWHERE))).status).toBe(303);
    expect((await browser.get(villages.loader, STEP_PATHS.villages)).status).toBe(200);
    for (const stranger of ["999999", "0", "-1", "", "71 or true"]) {
      expect((await choose(stranger)).status).toBe(404);
    }
    expect((await browser.get(villages.loader, STEP_PATHS.villages)).status).toBe(200);
    await choose(String(HERE));
    expect((await browser.get(villages.loader, STEP_PATHS.villages)).status).toBe(404);
  });

  it("is no choice for somebody with roles in one commune, who sees none", async () => {
    const person = await makePerson(platform(), {
      username: `mot.noi.${count}`,
      roles: [{ role: "sector_office", communeId: HERE }],
      hasCodeApp: true,
    });
    const browser = await enter(person);
    expect((await browser.get(account, "/tai-khoan")).body.places).toHaveLength(1);
  });
});
