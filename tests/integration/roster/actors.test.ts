import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { sayRejection } from "#app/messages/rejections.ts";
import { defaultTerms } from "#app/messages/terms.ts";
import { vi } from "#app/messages/vi.ts";
import { loader as root } from "#app/root.tsx";
import * as queue from "#app/routes/leader/queue.tsx";
import * as record from "#app/routes/member/activity-record.tsx";
import * as audits from "#app/routes/office/audits.tsx";
import * as composition from "#app/routes/office/composition.tsx";
import * as paper from "#app/routes/office/roster-export.tsx";
import * as scheme from "#app/routes/office/scheme.tsx";
import * as schemeLimits from "#app/routes/office/scheme-limits.tsx";
import * as words from "#app/routes/office/setup-words.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, send, unit, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId, makeCommune } from "./rosterers.ts";

const office = testOffice();

beforeEach(() => office.setNow(NOW));

describe("a village without a team", () => {
  const review = async (desk: TestBrowser) => {
    const { body } = await desk.get(composition.loader, "/van-phong/doi-ngu/ra-soat");
    return body.villages.map(({ village }: { village: { name: string } }) => village.name);
  };

  it("A04: is found whatever the plan calls its teams and whatever each team calls itself", async () => {
    for (const preset of ["dai-son-2026", "ngoc-hoi-2026"] as const) {
      const commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài", "Thôn Nam"], preset);
      const desk = await commune.browser();
      expect(await review(desk)).toEqual(["Thôn Đoài", "Thôn Đông", "Thôn Nam"]);
      await commune.team("Thôn Đông", { name: "Tổ Chuyển đổi số cộng đồng thôn Đông" });
      await commune.team("Thôn Nam", { name: "Đội xung kích số" });
      expect(await review(desk)).toEqual(["Thôn Đoài"]);
      await rename(desk, { team: "Tổ Chuyển đổi số cộng đồng", teamShort: "Tổ CĐSCĐ" });
      expect(await review(desk)).toEqual(["Thôn Đoài"]);
    }
  });
});

async function rename(desk: TestBrowser, wish: Record<string, string>): Promise<void> {
  const { body } = await desk.get(words.loader, "/van-phong/thiet-lap/cach-goi");
  const answer = await desk.post(words.action, "/van-phong/thiet-lap/cach-goi", {
    ...body.stored.value,
    revision: String(body.stored.revision),
    ...wish,
  });
  expect(answer.status).toBeLessThan(400);
}

describe("the office that reports", () => {
  it("A31: has the name its commune gives it, on screens, in sentences and on the lists it makes", async () => {
    const commune = await makeCommune(office, ["Thôn Đông"]);
    const desk = await commune.browser();
    await commune.join(await commune.member(), await commune.team("Thôn Đông"));
    await rename(desk, { office: "Văn phòng – Thống kê" });
    const shell = await desk.get(root as never, "/van-phong");
    expect(shell.body.commune.words.office).toBe("Văn phòng – Thống kê");
    const refusal = { code: "verify_own_claim", instead: { as: "office", from: 0 } } as const;
    const terms = { ...defaultTerms.vi, ...shell.body.commune.words };
    expect(sayRejection(vi.rejections, refusal, terms)).toContain("Văn phòng – Thống kê");
    const file = await desk.get(paper.loader, "/van-phong/doi-ngu/xuat/x", { file: "danh-sach.docx" });
    const text = strFromU8(
      unzipSync(file.bytes ?? new Uint8Array())["word/document.xml"] ?? new Uint8Array(),
    );
    expect(text).toContain("Đơn vị lập danh sách: Văn phòng – Thống kê");
  });
});

describe("who does what", () => {
  let team: LoggingTeam;
  beforeEach(async () => {
    team = await makeLoggingTeam(office);
  });

  it("A32: rules, second looks and lists to send are the culture office's, and no team's", async () => {
    const doors = [
      [scheme.loader, {}],
      [schemeLimits.loader, {}],
      [audits.loader, {}],
      [paper.loader, { file: "danh-sach.xlsx" }],
    ] as const;
    const desk = await team.commune.browser();
    for (const [loader, params] of doors) {
      expect((await desk.get(loader as never, "/van-phong", params)).status).toBe(200);
    }
    for (const { accountId } of [team.leader, team.deputy, team.lan]) {
      const browser = await team.commune.browser(accountId);
      for (const [loader, params] of doors.slice(1)) {
        expect((await browser.get(loader as never, "/van-phong", params)).status).toBe(404);
      }
    }
  });

  it("A38: a talk in a party cell is a kind of work of its own, once a month for whoever speaks", async () => {
    const talk = () =>
      send(
        team.lan,
        work([], { activityKey: "party-cell-talk", units: [unit()], mode: "meeting", visits: 25 }),
      );
    const points: number[] = [];
    for (const claimId of [await talk(), await talk()]) {
      const [decided] = await decideClaims(await team.leader.caller(), [
        { decisionId: freshId(), claimId, revision: 1, verdict: "approve", reasonCode: null, reason: null },
      ]);
      points.push(decided?.outcome.ok ? decided.outcome.value.points : -1);
      const seen = await (await team.commune.browser(team.lan.accountId)).get(record.loader, "/", {
        claim: claimId,
      });
      expect(JSON.stringify(seen.body)).toContain("Tuyên truyền tại sinh hoạt chi bộ");
    }
    expect(points).toEqual([500, 0]);
  });

  it("A34: the one-stop centre is a way and place of work, which the checker sees", async () => {
    const person = { householdId: team.households[0] ?? "", slot: 1 };
    await send(team.lan, work([person], { mode: "one_stop_counter", place: "Bộ phận Một cửa xã" }));
    const { body } = await (await team.commune.browser(team.leader.accountId)).get(queue.loader, "/duyet");
    const [card] = body.queue.groups.flatMap(({ cards }: { cards: unknown[] }) => cards);
    expect(card).toMatchObject({ mode: "one_stop_counter", place: "Bộ phận Một cửa xã" });
    expect(vi.activity.modes.one_stop_counter).toBe("Bộ phận Một cửa");
  });
});
