import { beforeEach, describe, expect, it } from "vitest";
import { makeId } from "#app/domain/ids.ts";
import { formatTvAddress, MOST_TV_CODES, parseTvAddress } from "#app/domain/publication/tv-code.ts";
import { findPublication } from "#app/features/board-live/read-publication.server.ts";
import { setPublication } from "#app/features/board-live/set-publication.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { admitTv } from "#app/features/tv/admit-tv.server.ts";
import { makeTvCode } from "#app/features/tv/make-tv-code.server.ts";
import { readTvCodes } from "#app/features/tv/read-tv-codes.server.ts";
import { revokeTvCode } from "#app/features/tv/revoke-tv-code.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
let scope: CommuneScope;
let neighbour: CommuneScope;

async function found(): Promise<CommuneScope> {
  const founder = await office.makeAccount({ isFounder: true });
  const stamp = { actorId: founder, verb: "test", requestId: "r" };
  return office.scope(await foundCommune(office.platform, stamp, "dai-son-2026"), founder);
}

const communeOf = ({ communes }: CommuneScope) => communes[0] ?? 0;
const newId = () => makeId(NOW.getTime(), office.platform.random.bytes(10));
const visit = (address = "203.0.113.7") => ({ requestId: "r", clientAddress: address, nonce: "" });
const standing = (where = scope) =>
  office.platform.db.withCommunes(where, (tx) => findPublication(tx, communeOf(where)));
const screens = () => readTvCodes(office.platform, scope);

async function makeScreen(label = "Nhà văn hóa"): Promise<{ id: string; address: string }> {
  const id = newId();
  const made = await makeTvCode(office.platform, scope, { id, label });
  if (!made.ok) throw new Error(made.code);
  return { id, address: made.value.address };
}

beforeEach(async () => {
  office.setNow(NOW);
  [scope, neighbour] = [await found(), await found()];
});

describe("publication of a commune's boards", () => {
  it("H14: is closed until the office opens it, and closed again by the office", async () => {
    expect(await standing()).toEqual({ isPublic: false, revision: 0 });
    expect((await setPublication(office.platform, scope, { isPublic: true, seenRevision: 0 })).ok).toBe(true);
    expect(await standing()).toEqual({ isPublic: true, revision: 1 });
    expect(await standing(neighbour)).toEqual({ isPublic: false, revision: 0 });
    await setPublication(office.platform, scope, { isPublic: false, seenRevision: 1 });
    expect(await standing()).toEqual({ isPublic: false, revision: 2 });
  });

  it("of two who switch at once, one is told; switching to what holds is nothing", async () => {
    await setPublication(office.platform, scope, { isPublic: true, seenRevision: 0 });
    expect((await setPublication(office.platform, scope, { isPublic: true, seenRevision: 0 })).ok).toBe(true);
    expect(await setPublication(office.platform, scope, { isPublic: false, seenRevision: 0 })).toMatchObject({
      ok: false,
      code: "publication_changed",
      isPublic: true,
    });
    expect(await standing()).toEqual({ isPublic: true, revision: 1 });
  });

  it("a screen that follows the commune hears of the switch", async () => {
    const topic = `commune:${communeOf(scope)}` as const;
    const before = (await office.platform.live.readVersions([topic]))[topic] ?? 0;
    await setPublication(office.platform, scope, { isPublic: true, seenRevision: 0 });
    expect((await office.platform.live.readVersions([topic]))[topic]).toBe(before + 1);
  });
});

describe("the code of a screen", () => {
  it("opens its own commune and is kept only as a fingerprint", async () => {
    const { id, address } = await makeScreen();
    expect(await admitTv(office.platform, visit(), address)).toEqual({
      communeId: communeOf(scope),
      tvId: id,
    });
    const code = parseTvAddress(address)?.code ?? "";
    const { rows } = await office.db.superuser.query("select to_jsonb(tv_code) as row from tv_code");
    const { rows: log } = await office.db.superuser.query(
      "select body from audit_log where table_name = 'tv_code'",
    );
    expect(JSON.stringify([rows, log])).not.toMatch(new RegExp(code, "i"));
    expect(
      await admitTv(office.platform, visit(), formatTvAddress({ communeId: communeOf(neighbour), code })),
    ).toBe("unknown");
  });

  it("T12: revoked, it opens nothing at the next look, for ever; the database says so too", async () => {
    const { id, address } = await makeScreen();
    expect(await revokeTvCode(office.platform, neighbour, id)).toBe(false);
    expect(await admitTv(office.platform, visit(), address)).toMatchObject({ tvId: id });
    expect(await revokeTvCode(office.platform, scope, id)).toBe(true);
    expect(await revokeTvCode(office.platform, scope, id)).toBe(true);
    expect(await admitTv(office.platform, visit(), address)).toBe("unknown");
    expect(await screens()).toEqual([]);
    const undo = office.platform.db.withCommunes(
      scope,
      (tx) => tx.$executeRaw`update tv_code set revoked_at = null where id = ${id}::uuid`,
    );
    await expect(undo).rejects.toThrow(/only ever revoked/);
  });

  it("is listed with its name and when it last looked in, which is no act of the log", async () => {
    await makeScreen("Trụ sở");
    expect(await screens()).toMatchObject([{ label: "Trụ sở", madeAt: NOW, lastSeenAt: null }]);
    const { address } = await makeScreen("Nhà văn hóa");
    await admitTv(office.platform, visit(), address);
    office.setNow(new Date(NOW.getTime() + 30_000));
    await admitTv(office.platform, visit(), address);
    const seen = async () => (await screens()).find(({ label }) => label === "Nhà văn hóa")?.lastSeenAt;
    expect(await seen()).toEqual(NOW);
    const later = new Date(NOW.getTime() + 61_000);
    office.setNow(later);
    await admitTv(office.platform, visit(), address);
    expect(await seen()).toEqual(later);
    const { rows } = await office.db.superuser.query(
      "select count(*)::int as n from audit_log where table_name = 'tv_sighting'",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("is shown once: the same form sent twice makes no second screen", async () => {
    const id = newId();
    await makeTvCode(office.platform, scope, { id, label: "Trụ sở" });
    expect(await makeTvCode(office.platform, scope, { id, label: "Trụ sở" })).toEqual({
      ok: false,
      code: "tv_code_shown_already",
    });
    expect(await screens()).toHaveLength(1);
  });

  it("a commune has no more of them than there are walls", async () => {
    await office.db.superuser.query(
      `insert into tv_code (commune_id, id, label, code_fingerprint, made_at)
       select $1, gen_random_uuid(), 'Trụ sở', lpad(n::text, 64, '0'), now() from generate_series(1, $2::int) n`,
      [communeOf(scope), MOST_TV_CODES],
    );
    expect(await makeTvCode(office.platform, scope, { id: newId(), label: "Một nữa" })).toEqual({
      ok: false,
      code: "too_many_tv_codes",
      maximum: MOST_TV_CODES,
    });
  });

  it("whoever guesses is told to wait; a screen on the wall never is", async () => {
    const { address } = await makeScreen();
    const guess = formatTvAddress({ communeId: communeOf(scope), code: "0123456789ab" });
    const answers = [];
    for (let count = 0; count < 61; count++)
      answers.push(await admitTv(office.platform, visit("198.51.100.9"), guess));
    expect(new Set(answers.slice(0, 60))).toEqual(new Set(["unknown"]));
    expect(answers[60]).toBe("try_later");
    expect(await admitTv(office.platform, visit("198.51.100.9"), address)).toMatchObject({
      communeId: communeOf(scope),
    });
  });
});
