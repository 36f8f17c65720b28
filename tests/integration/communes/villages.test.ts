import { beforeEach, describe, expect, it } from "vitest";
import { addVillages, previewVillages } from "#app/features/communes/add-villages.server.ts";
import { removeVillage, renameVillage } from "#app/features/communes/change-village.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { readSetup } from "#app/features/communes/read-setup.server.ts";
import { readVillages } from "#app/features/communes/read-villages.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { NOW, testOffice } from "./office.ts";

const office = testOffice();
let scope: CommuneScope;

beforeEach(async () => {
  office.setNow(NOW);
  const founder = await office.makeAccount({ isFounder: true });
  const communeId = await foundCommune(
    office.platform,
    { actorId: founder, verb: "test", requestId: "r" },
    "dai-son-2026",
  );
  scope = office.scope(communeId, founder);
});

const paste = (text: string) => addVillages(office.platform, scope, text, "village");
const list = async () =>
  (await readVillages(office.platform, scope)).map(({ name, households, adults }) => [
    name,
    households,
    adults,
  ]);
const communeId = () => scope.communes[0] ?? 0;

describe("pasting villages", () => {
  it("keeps them in natural order with their counts, and a missing count stays missing", async () => {
    const verdict = await paste("Thôn 10\t98\nThôn 2\t210\t612\nThôn Đông\t\t44\nThôn Đoài");
    expect(verdict).toMatchObject({ ok: true, value: { added: 4, leftOver: "" } });
    expect(await list()).toEqual([
      ["Thôn 2", 210, 612],
      ["Thôn 10", 98, null],
      ["Thôn Đoài", null, null],
      ["Thôn Đông", null, 44],
    ]);
    const { steps } = await readSetup(office.platform, scope);
    expect(steps.villages).toBe("done");
  });

  it("again, or from two windows at once, adds none twice", async () => {
    const text = "Thôn Hoà Bình\t120\nThôn Đoài\t80";
    const verdicts = await Promise.all([paste(text), paste(text), paste("THÔN HÒA BÌNH\t120")]);
    const added = verdicts.map((verdict) => (verdict.ok ? verdict.value.added : -1));
    expect(added.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await list()).toHaveLength(2);
  });

  it("hands back word for word what it could not read, and adds the rest", async () => {
    const verdict = await paste("Thôn Đông\nThôn A, Thôn B\nThôn Đoài\tba trăm");
    expect(verdict).toMatchObject({
      ok: true,
      value: { added: 1, leftOver: "Thôn A, Thôn B\nThôn Đoài\tba trăm" },
    });
  });

  it("of an empty list or of far too many lines is refused and writes nothing", async () => {
    expect(await paste(" \n\n")).toEqual({ ok: false, code: "villages_none_pasted" });
    const many = Array.from({ length: 501 }, (_, index) => `Thôn ${index}`).join("\n");
    expect(await paste(many)).toEqual({ ok: false, code: "village_lines_too_many", maximum: 500 });
    expect(await list()).toEqual([]);
  });

  it("shown before it is saved writes nothing", async () => {
    const verdict = await previewVillages(office.platform, scope, "Thôn Đông\nThôn Đông");
    expect(verdict).toMatchObject({
      ok: true,
      value: [{ outcome: { fate: "add" } }, { outcome: { fate: "repeated", firstLine: 1 } }],
    });
    expect(await list()).toEqual([]);
  });

  it("on a later day keeps the earlier count, so that an old month can be measured by it", async () => {
    await paste("Thôn Đông\t210\t600");
    office.setNow(new Date("2026-12-31T16:59:59Z"));
    await paste("Thôn Đông\t\t610");
    office.setNow(new Date("2026-12-31T17:00:00Z"));
    await paste("Thôn Đông\t212");
    expect(await list()).toEqual([["Thôn Đông", 212, 610]]);
    const { rows } = await office.db.maintain.query(
      "select counted_on::text, households, adults from village_count where commune_id = $1 order by counted_on",
      [communeId()],
    );
    expect(rows).toEqual([
      { counted_on: "2026-11-20", households: 210, adults: 600 },
      { counted_on: "2026-12-31", households: null, adults: 610 },
      { counted_on: "2027-01-01", households: 212, adults: null },
    ]);
  });

  it("takes names that look like code as names", async () => {
    const hostile = '\'); drop table village; --\n<script>alert(1)</script>\n=HYPERLINK("x")\n../../etc';
    await paste(hostile);
    expect((await list()).map(([name]) => name)).toContain("<script>alert(1)</script>");
    expect(await list()).toHaveLength(3);
  });
});

describe("a village's name", () => {
  const first = async () => {
    const [village] = await readVillages(office.platform, scope);
    if (!village) throw new Error("no village");
    return village;
  };

  it("can be mended, and the order follows", async () => {
    await paste("Thôn Đoàii\nThôn Đông");
    const { id, revision } = await first();
    await renameVillage(office.platform, scope, { villageId: id, name: "Thôn Tây", seenRevision: revision });
    expect((await list()).map(([name]) => name)).toEqual(["Thôn Đông", "Thôn Tây"]);
  });

  it("mended by two officers at once: the second is told", async () => {
    await paste("Thôn Đoàii");
    const { id, revision } = await first();
    const rename = (name: string) =>
      renameVillage(office.platform, scope, { villageId: id, name, seenRevision: revision });
    const verdicts = await Promise.all([rename("Thôn Đoài"), rename("Thôn Đòai")]);
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(verdicts).toContainEqual({ ok: false, code: "changed_meanwhile" });
    const winner = verdicts[0]?.ok ? "Thôn Đoài" : "Thôn Đòai";
    expect(await rename(winner)).toEqual({ ok: true, value: null });
  });

  it("cannot become another village's name", async () => {
    await paste("Thôn Đoài\nThôn Đông");
    const { id, revision } = await first();
    const verdict = await renameVillage(office.platform, scope, {
      villageId: id,
      name: "thôn ĐÔNG",
      seenRevision: revision,
    });
    expect(verdict).toEqual({ ok: false, code: "village_name_taken" });
  });
});

describe("taking a village out", () => {
  it("twice is taking it out once; without any village the step stands open again", async () => {
    await paste("Thôn Đông\t20");
    const [village] = await readVillages(office.platform, scope);
    const id = village?.id ?? 0;
    expect(await removeVillage(office.platform, scope, id)).toEqual({ ok: true, value: null });
    expect(await removeVillage(office.platform, scope, id)).toEqual({ ok: true, value: null });
    const { steps } = await readSetup(office.platform, scope);
    expect(steps.villages).toBe("open");
  });

  it("is refused while somebody holds a role there", async () => {
    await paste("Thôn Đông\nThôn Đoài");
    const [village] = await readVillages(office.platform, scope);
    const accountId = await office.makeAccount();
    await office.db.superuser.query(
      `insert into role_grant (id, commune_id, account_id, role, village_id, valid_from, granted_at)
       values (gen_random_uuid(), $1, $2, 'youth_union', $3, '2026-01-01', now())`,
      [communeId(), accountId, village?.id],
    );
    expect(await removeVillage(office.platform, scope, village?.id ?? 0)).toEqual({
      ok: false,
      code: "village_in_use",
    });
    expect(await list()).toHaveLength(2);
  });
});

describe("another commune", () => {
  it("is invisible: its villages cannot be read, mended or taken out, nor roles hung in them", async () => {
    await paste("Thôn Đông");
    const [village] = await readVillages(office.platform, scope);
    const id = village?.id ?? 0;
    const neighbour = await office.makeAccount({ isFounder: true });
    const neighbourCommune = await foundCommune(
      office.platform,
      { actorId: neighbour, verb: "test", requestId: "r" },
      "ngoc-hoi-2026",
    );
    const theirs = office.scope(neighbourCommune, neighbour);
    expect(await readVillages(office.platform, theirs)).toEqual([]);
    expect(
      await renameVillage(office.platform, theirs, { villageId: id, name: "X", seenRevision: 1 }),
    ).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
    await removeVillage(office.platform, theirs, id);
    expect(await list()).toEqual([["Thôn Đông", null, null]]);
    await expect(
      office.db.superuser.query(
        `insert into role_grant (id, commune_id, account_id, role, village_id, valid_from, granted_at)
         values (gen_random_uuid(), $1, $2, 'youth_union', $3, '2026-01-01', now())`,
        [neighbourCommune, neighbour, id],
      ),
    ).rejects.toThrow("foreign key");
  });
});
