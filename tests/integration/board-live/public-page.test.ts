import { brotliDecompressSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION } from "#app/domain/people/consent.ts";
import { publicBoardKey } from "#app/features/board-live/public-board-address.ts";
import { setPublication } from "#app/features/board-live/set-publication.server.ts";
import { giveConsent } from "#app/features/personal-data/give-consent.server.ts";
import { withdrawConsent } from "#app/features/personal-data/withdraw-consent.server.ts";
import { makeTvCode } from "#app/features/tv/make-tv-code.server.ts";
import { revokeTvCode } from "#app/features/tv/revoke-tv-code.server.ts";
import { publicBoardWords } from "#app/messages/public-board.ts";
import * as board from "#app/routes/public/commune-board.tsx";
import * as tv from "#app/routes/public/tv.tsx";
import { type Logger, type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { day, freshId } from "../roster/rosterers.ts";

const office = testOffice();
const { vi: words } = publicBoardWords;
const DAY_OF_WORK = new Date("2026-11-20T02:00:00Z");
let team: LoggingTeam;

const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };

function door(path: string, params: Record<string, string>, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost:3000${path}`, { headers });
  return { request, params, context: { platform: office.platform, visit } } as never;
}

function look(commune: string, headers: Record<string, string> = {}): Promise<Response> {
  return board.loader(door(`/xa/${commune}/bang`, { commune }, headers));
}

function lookAtTv(code: string, query = ""): Promise<Response> {
  return tv.loader(door(`/tv/${code}${query}`, { code }));
}

const own = () => String(team.commune.communeId);
const textOf = async (answer: Promise<Response>) => (await answer).text();

async function publish(isPublic = true, seenRevision = 0): Promise<void> {
  const done = await setPublication(office.platform, team.commune.scope, { isPublic, seenRevision });
  expect(done.ok).toBe(true);
}

async function consent(who: Logger): Promise<string> {
  const id = freshId();
  const scope = { ...team.commune.scope, actorId: team.commune.officerId };
  const given = await giveConsent(office.platform, scope, {
    id,
    memberId: who.memberId,
    purpose: "public_full_name",
    channel: "paper",
    textVersion: CONSENT_TEXT_VERSION,
  });
  expect(given.ok).toBe(true);
  return id;
}

async function counted(by: Logger, household = 0): Promise<void> {
  const units = [{ householdId: team.households[household] ?? "", slot: 1 }];
  const wish = { workDate: day("2026-11-19"), note: "Nhà bà Chủ ở cuối ngõ", place: "Ngõ 1" };
  const outcome = await decide(team.leader, approval(await send(by, work(units, wish))));
  expect(outcome.ok).toBe(true);
}

async function hang(): Promise<{ id: string; code: string }> {
  const id = freshId();
  const made = await makeTvCode(office.platform, team.commune.scope, { id, label: "Nhà văn hóa" });
  if (!made.ok) throw new Error(made.code);
  return { id, code: made.value.address };
}

beforeEach(async () => {
  office.setNow(DAY_OF_WORK);
  team = await makeLoggingTeam(office);
});

describe("a commune's public board", () => {
  it("H14: unpublished, unknown, misspelt and closed again are one answer, to the byte", async () => {
    const [closed, unknown, odd] = await Promise.all([look(own()), look("999999"), look("01")]);
    await publish();
    expect((await look(own())).status).toBe(200);
    await publish(false, 1);
    const again = await look(own());
    const answers = [closed, unknown, odd, again];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ headers }) => JSON.stringify([...headers])))).toHaveLength(1);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toHaveLength(1);
    expect(office.platform.pages.fresh(publicBoardKey(`/xa/${own()}/bang`, "vi"))).toBeNull();
  });

  it("H14: shows villages, teams and the commune's totals; visits are no people (rule 8)", async () => {
    await publish();
    await counted(team.lan);
    const page = await textOf(look(own()));
    for (const text of ["Thôn Đông", "Thôn Đoài", words.totals.visits, words.totals.people, words.trial])
      expect(page).toContain(text);
    expect(page).toContain(`<dd>1</dd><dt>${words.totals.claims}</dt>`);
  });

  it("T12: names only members who agreed, nobody they helped, and nothing that was written down", async () => {
    await publish();
    await counted(team.lan, 0);
    await counted(team.minh, 1);
    const silent = await textOf(look(own()));
    for (const secret of ["Vì Thị Lan", "Quàng Văn Minh", "Ông Chủ", "cuối ngõ", "Ngõ 1", "Lò Văn Trưởng"])
      expect(silent).not.toContain(secret);
    expect(silent).toContain(words.noneNamed(2));
    const id = await consent(team.lan);
    const named = await textOf(look(own()));
    expect(named).toContain("Vì Thị Lan");
    expect(named).not.toContain("Quàng Văn Minh");
    const scope = { ...team.commune.scope, actorId: team.commune.officerId };
    await withdrawConsent(office.platform, scope, id as never);
    expect(await textOf(look(own()))).toBe(silent);
  });

  it("is written once per version, answers 304 to who has it, and moves on with the next approval", async () => {
    await publish();
    await counted(team.lan, 0);
    const first = await look(own(), { "Accept-Encoding": "br" });
    const tag = first.headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"[\w-]+-br"$/);
    expect(first.headers.get("Content-Encoding")).toBe("br");
    expect(first.headers.get("Cache-Control")).toBe("public, no-cache");
    const html = brotliDecompressSync(Buffer.from(await first.arrayBuffer())).toString();
    expect(html).not.toMatch(/<script(?! src=)|\sstyle=|\son\w+=/);
    const known = { "Accept-Encoding": "br", "If-None-Match": tag };
    expect((await look(own(), known)).status).toBe(304);
    await counted(team.minh, 1);
    const second = await look(own(), known);
    expect(second.status).toBe(200);
    expect(second.headers.get("ETag")).not.toBe(tag);
  });

  it("is never given to a visitor of the neighbouring commune's address", async () => {
    await publish();
    const neighbour = await makeLoggingTeam(office);
    expect((await look(String(neighbour.commune.communeId))).status).toBe(404);
  });

  it("P11: a commune of sixty villages stays within the first packets", async () => {
    for (let index = 0; index < 60; index++) {
      await office.db.superuser.query(
        `insert into village (commune_id, kind, name, name_key, sort_key, created_at, valid_from)
         values ($1, 'village', $2, $2, $2, now(), '2026-01-01')`,
        [team.commune.communeId, `Thôn Số ${index}`],
      );
    }
    await publish();
    await counted(team.lan);
    const page = await (await look(own(), { "Accept-Encoding": "br" })).arrayBuffer();
    expect(page.byteLength).toBeLessThan(8_000);
  });
});

describe("the screen in a hall", () => {
  it("shows boards, totals and the newest work without a name of anybody who did not agree", async () => {
    await counted(team.lan, 0);
    await consent(team.minh);
    await counted(team.minh, 1);
    const page = await textOf(lookAtTv((await hang()).code));
    expect(page).toContain(words.newest);
    expect(page).toContain("Quàng Văn Minh");
    for (const secret of ["Vì Thị Lan", "Ông Chủ", "cuối ngõ", "Ngõ 1"]) expect(page).not.toContain(secret);
    expect(page.match(/data-key="[0-9a-f-]{36}"><time/g)).toHaveLength(2);
  });

  it("without scripts it is sent from picture to picture, by a plain refresh", async () => {
    const { code } = await hang();
    await counted(team.lan);
    const shown = async (query: string) =>
      /data-slide="(\w+)"><h2/.exec(await textOf(lookAtTv(code, query)))?.[1];
    expect(await textOf(lookAtTv(code))).toContain(
      '<noscript><meta http-equiv="refresh" content="13;url=?man=1"/>',
    );
    expect(await shown("")).toBe("village");
    expect(await shown("?man=3")).toBe("newest");
    expect(await shown("?man=77")).toBe("village");
    expect(await textOf(lookAtTv(code, "?man=4"))).toContain('content="13;url=?man=0"');
  });

  it("T12: a revoked code gets, at its next question, the answer of a code that never was", async () => {
    const { id, code } = await hang();
    const open = await lookAtTv(code);
    expect(open.status).toBe(200);
    expect(open.headers.get("Cache-Control")).toBe("private, no-cache");
    await revokeTvCode(office.platform, team.commune.scope, id);
    const [revoked, unknown] = [await lookAtTv(code), await lookAtTv("1-0000-0000-0000")];
    expect([revoked.status, unknown.status]).toEqual([404, 404]);
    expect(await revoked.text()).toBe(await unknown.text());
  });

  it("blinks, scrolls and fades nowhere (thông tư 32/2017)", async () => {
    const { readFile } = await import("node:fs/promises");
    const style = await readFile("app/styles/tv.css", "utf8");
    expect(style).not.toMatch(/animation|transition|marquee|blink/);
  });
});
