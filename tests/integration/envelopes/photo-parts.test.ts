import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/api/photo-part.ts";
import { drawNoise } from "#tests/support/draw-photo.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const PART_BYTES = 8 * 1024;
const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };

async function makeSender(by: Logger, bytes: Buffer) {
  const { cookie } = await office.signIn(by.accountId);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const total = Math.ceil(bytes.length / PART_BYTES);
  const context = { platform: office.platform, visit };
  return {
    sha256,
    total,
    async send(id: string, ordinal: number, wish: Record<string, string | Blob> = {}) {
      const body = new FormData();
      const part = new Blob([
        new Uint8Array(bytes.subarray(ordinal * PART_BYTES, (ordinal + 1) * PART_BYTES)),
      ]);
      const facts = { id, sha256, ordinal: String(ordinal), total: String(total), part, ...wish };
      for (const [name, value] of Object.entries(facts)) body.set(name, value);
      const request = new Request("http://localhost:3000/api/anh/phan", {
        method: "POST",
        headers: { Cookie: cookie },
        body,
      });
      const answer = await action({ request, params: {}, context } as never);
      return { status: answer.status, ...(await answer.json()) };
    },
    async have(): Promise<number[]> {
      const request = new Request(`http://localhost:3000/api/anh/phan?sha256=${sha256}`, {
        headers: { Cookie: cookie },
      });
      return (await (await loader({ request, params: {}, context } as never)).json()).have;
    },
  };
}

describe("a photograph in pieces", () => {
  it("C33: goes on where it broke off, in any order and however often, and becomes one picture with one answer", async () => {
    const sender = await makeSender(team.lan, await drawNoise());
    const other = await makeSender(team.minh, await drawNoise());
    expect(sender.total).toBeGreaterThan(1);
    const id = freshId();
    const last = sender.total - 1;
    for (const ordinal of [last, last, 0]) await sender.send(id, ordinal);
    expect(await sender.have()).toEqual(sender.total === 2 ? [] : [0, last]);
    expect(await other.have()).toEqual([]);
    let answer = null;
    for (let ordinal = 0; ordinal < last; ordinal++) answer = await sender.send(id, ordinal);
    expect(answer).toMatchObject({ status: 200, ok: true, value: { isWhole: true } });
    expect(await sender.send(id, last)).toMatchObject({ value: answer?.value });
    expect(await rowsOf(office, team, "select id from photo")).toHaveLength(1);
    expect(await rowsOf(office, team, "select ordinal from photo_part")).toEqual([]);
  });

  it("what is not a piece, or does not add up to its name, is refused and keeps nothing", async () => {
    const sender = await makeSender(team.lan, await drawNoise());
    const wrongWishes: readonly Readonly<Record<string, string | Blob>>[] = [
      { ordinal: "99" },
      { total: "0" },
      { total: "9999" },
      { sha256: "x" },
      { id: "1" },
      { part: "text" },
      { part: new Blob([new Uint8Array(70_000)]) },
    ];
    for (const wish of wrongWishes) expect((await sender.send(freshId(), 0, wish)).status).toBe(422);
    const wrong = new Blob([new Uint8Array(100)]);
    const id = freshId();
    await sender.send(id, 0, { part: wrong });
    let answer = null;
    for (let ordinal = 1; ordinal < sender.total; ordinal++) answer = await sender.send(id, ordinal);
    expect(answer).toMatchObject({ status: 422, code: "photo_part_not_readable" });
    expect(await rowsOf(office, team, "select ordinal from photo_part")).toEqual([]);
    expect(await rowsOf(office, team, "select id from photo")).toEqual([]);
  });
});
