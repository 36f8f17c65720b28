import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { PresetId } from "#app/domain/plan/plan-preset.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { placeService } from "#app/features/services/place-service.server.ts";
import {
  readCatalogue,
  readServices,
  type ServiceLine,
} from "#app/features/services/read-services.server.ts";
import { type ServiceWish, writeService } from "#app/features/services/write-service.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
const TODAY = "2026-11-20" as LocalDate;
let scope: CommuneScope;

async function found(preset: PresetId): Promise<CommuneScope> {
  const founder = await office.makeAccount({ isFounder: true });
  const stamp = { actorId: founder, verb: "test", requestId: "r" };
  return office.scope(await foundCommune(office.platform, stamp, preset), founder);
}

function offered(day: LocalDate = TODAY, where = scope): Promise<ServiceLine[]> {
  return office.platform.db.withCommunes(where, (tx) => readServices(tx, where.communes[0] ?? 0, day));
}

async function one(key: string, where = scope): Promise<ServiceLine> {
  const service = (await readCatalogue(office.platform, where)).find((each) => each.key === key);
  if (!service) throw new Error(`no ${key}`);
  return service;
}

async function change(key: string, wish: Partial<ServiceWish>) {
  return writeService(office.platform, scope, { ...(await one(key)), ...wish });
}

const newService = (wish: Partial<ServiceWish> = {}): ServiceWish => ({
  key: makeId(NOW.getTime(), office.platform.random.bytes(10)),
  name: "Đăng ký kết hôn",
  kind: "service",
  pillar: "government",
  sector: "Tư pháp",
  inQuota: false,
  isProject06: false,
  retiredOn: null,
  revision: 0,
  ...wish,
});

beforeEach(async () => {
  office.setNow(NOW);
  scope = await found("dai-son-2026");
});

describe("the catalogue a commune begins with", () => {
  it("B15: marks the services the plan names as examples of its quota", async () => {
    const named = (await offered()).filter(({ inQuota }) => inQuota).map(({ name }) => name);
    expect(named).toEqual(["Chứng thực", "Đăng ký khai sinh", "Làm căn cước", "Nộp thuế"]);
  });

  it("C04: holds the app the place calls its own, under whatever name the office gives it", async () => {
    expect(await one("local-app")).toMatchObject({ name: "Smart Hải Phòng", kind: "app" });
    const elsewhere = await found("ngoc-hoi-2026");
    expect(await one("local-app", elsewhere)).toMatchObject({ name: "Ứng dụng của tỉnh" });
    expect(await change("local-app", { name: "Công dân số Sông Ngàn" })).toEqual({ ok: true, value: null });
    expect((await offered()).map(({ name }) => name)).toContain("Công dân số Sông Ngàn");
    expect((await one("local-app", elsewhere)).name).toBe("Ứng dụng của tỉnh");
  });

  it("L04, L18: names the sector that owns each entry, the police among them", async () => {
    const services = await offered();
    expect(services.every(({ sector }) => sector !== null)).toBe(true);
    const police = services.filter(({ sector }) => sector === "Công an");
    expect(police.map(({ key }) => key)).toEqual(["identity-card", "residence", "vneid"]);
    expect(police.every(({ isProject06 }) => isProject06)).toBe(true);
  });

  it("C17, L09, L10: has the postal service, booking and asking a doctor, and looking up school results", async () => {
    const keys = (await offered()).map(({ key }) => key);
    for (const key of [
      "public-postal-service",
      "doctor-appointment",
      "remote-consultation",
      "school-results",
    ]) {
      expect(keys).toContain(key);
    }
  });

  it("is written once, also when two people read it first at the same moment", async () => {
    const other = await found("hong-gai-2024");
    const readings = await Promise.all([offered(TODAY, other), offered(TODAY, other)]);
    expect(readings[0]).toEqual(readings[1]);
    expect(new Set(readings[0]?.map(({ key }) => key)).size).toBe(readings[0]?.length);
  });
});

describe("changes by the office", () => {
  it("C18: a retired app is offered for no later work and stays in the catalogue with its key", async () => {
    const place = await found("ninh-thuan-2022");
    const keys = async (day: string) => (await offered(day as LocalDate, place)).map(({ key }) => key);
    expect(await keys("2023-10-19")).toContain("pc-covid");
    expect(await keys("2023-10-20")).not.toContain("pc-covid");
    expect(await one("pc-covid", place)).toMatchObject({ name: "PC-Covid", retiredOn: "2023-10-20" });
    expect(await change("vssid", { retiredOn: TODAY })).toEqual({ ok: true, value: null });
    expect((await offered()).map(({ key }) => key)).not.toContain("vssid");
    expect((await offered("2026-11-19" as LocalDate)).map(({ key }) => key)).toContain("vssid");
  });

  it("adds an entry once, however often the form arrives", async () => {
    const wish = newService();
    expect(await writeService(office.platform, scope, wish)).toEqual({ ok: true, value: null });
    expect(await writeService(office.platform, scope, wish)).toEqual({ ok: true, value: null });
    expect((await offered()).filter(({ name }) => name === "Đăng ký kết hôn")).toHaveLength(1);
  });

  it("refuses a second entry of the same name, and lets a retired one's name be used again", async () => {
    expect(await writeService(office.platform, scope, newService({ name: "sổ sức khoẻ điện tử" }))).toEqual({
      ok: false,
      code: "service_name_taken",
      name: "Sổ sức khỏe điện tử",
    });
    await change("health-book", { retiredOn: TODAY });
    expect((await writeService(office.platform, scope, newService({ name: "Sổ sức khỏe điện tử" }))).ok).toBe(
      true,
    );
  });

  it("tells the second of two officers who change one entry", async () => {
    const before = await one("vneid");
    expect((await change("vneid", { name: "VNeID mức 2" })).ok).toBe(true);
    expect(await writeService(office.platform, scope, { ...before, name: "VNeID cũ" })).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
    expect((await one("vneid")).name).toBe("VNeID mức 2");
  });

  it("puts an entry before another; asked twice, it stands where it stood", async () => {
    const place = { moved: "vneid", before: "certification" };
    for (let round = 0; round < 2; round++) {
      expect((await placeService(office.platform, scope, place)).ok).toBe(true);
      expect((await offered()).slice(0, 2).map(({ key }) => key)).toEqual(["vneid", "certification"]);
    }
    expect(await placeService(office.platform, scope, { moved: "vneid", before: "nothing" })).toEqual({
      ok: false,
      code: "service_not_there",
    });
  });
});
