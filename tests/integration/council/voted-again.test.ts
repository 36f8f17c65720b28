import { beforeAll, describe, expect, it } from "vitest";
import type { CouncilRole } from "#app/domain/council/minutes.ts";
import * as voting from "#app/routes/member/council-vote.tsx";
import * as listPage from "#app/routes/office/award-list.tsx";
import * as newAward from "#app/routes/office/award-new.tsx";
import * as councilPage from "#app/routes/office/council.tsx";
import * as session from "#app/routes/office/council-session.tsx";
import * as paperPage from "#app/routes/office/year-paper.tsx";
import * as home from "#app/routes/public/home.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { type LockedReview, plantLockedReview } from "../year-publication/locked-review.ts";

const office = testOffice();
const SEATS: readonly [string, CouncilRole][] = [
  ["Chủ Tịch", "chair"],
  ["Thư Ký", "secretary"],
  ["Ủy Một", "member"],
];
let planted: LockedReview;
let desk: TestBrowser;
let chair: TestBrowser;
let member: TestBrowser;

beforeAll(async () => {
  planted = await plantLockedReview(office);
  const { commune } = planted.workers;
  desk = await commune.browser();
  const accounts = new Map<string, string>();
  for (const [name, role] of SEATS) {
    const accountId = await office.makeAccount({ name });
    await office.grant(accountId, commune.communeId, role === "chair" ? "commune_leader" : "council");
    accounts.set(role, accountId);
    await office.db.maintain.query(
      `insert into council_member (commune_id, id, account_id, full_name, position, role, decision, valid_from, entered_by,
         entered_at) values ($1, $2, $3, $4, 'Cán bộ xã', $5, '05/QĐ-UBND', '2026-01-01', $6, '2026-01-01')`,
      [commune.communeId, freshId(), accountId, name, role, commune.officerId],
    );
  }
  chair = await commune.browser(accounts.get("chair") ?? "");
  member = await commune.browser(accounts.get("member") ?? "");
});

const params = (more: Record<string, string> = {}) => ({ reviewId: planted.reviewId, ...more });
type Pairs = [string, string][];

async function begin(heldOn: string): Promise<string> {
  const id = freshId();
  const form = { id, title: "Họp xét khen thưởng", form: "meeting", place: "Hội trường", heldOn };
  expect((await desk.post(councilPage.action, "/", form, params())).status).toBe(303);
  const { members } = await minutesOf(id);
  const seats = members.map(({ memberId }: { memberId: string }) => [`attendance-${memberId}`, "present"]);
  await act(id, [["act", "seats"], ...seats]);
  return id;
}

const act = async (councilSession: string, form: Pairs) =>
  expect(await desk.post(session.action, "/", form, params({ councilSession }))).toMatchObject({
    status: 303,
  });
const deskOf = async (councilSession: string) =>
  (await desk.get(session.loader, "/", params({ councilSession }))).body.desk;
const minutesOf = async (id: string) => (await deskOf(id)).minutes;

/** Everybody's hand is down on those that are against, and up for all others. */
async function vote(councilSession: string, proposals: readonly string[], against: readonly string[] = []) {
  const roundId = freshId();
  const round: Pairs = Object.entries({ act: "open-round", id: roundId, title: "Giấy khen", mode: "show" });
  await act(councilSession, [...round, ...proposals.map((id): [string, string] => ["proposals", id])]);
  const { members } = await minutesOf(councilSession);
  const no = against.flatMap((id) =>
    members.map(({ memberId }: { memberId: string }): [string, string] => [`no-${id}`, memberId]),
  );
  await act(councilSession, [["act", "hands"], ["roundId", roundId], ...no]);
  await act(councilSession, [
    ["act", "close-round"],
    ["roundId", roundId],
  ]);
}

const end = (councilSession: string) =>
  act(councilSession, [
    ["act", "close-session"],
    ["conclusion", "Thống nhất như trên."],
  ]);
const readList = async () => (await desk.get(listPage.loader, "/", params())).body;
const draftOf = async (paperKind: string) =>
  JSON.stringify((await desk.get(paperPage.loader, "/", params({ paperKind }))).body.page.draft.paper);

describe("a proposal that the council votes on again", () => {
  it("DOMAIN 2.5: counts by its newest closed round, and the meeting, the list and every paper say so", async () => {
    await desk.post(listPage.action, "/", { act: "prefill" }, params());
    const memberKey = `member:${planted.workers.teams[0]?.memberId}`;
    const person = {
      id: freshId(),
      review: planted.reviewId,
      chosen: memberKey,
      recipient: memberKey,
      basis: "merit",
      form: "commendation",
      printedName: "Bà Người Ghi Chép",
      achievement: "Hướng dẫn bà con dùng dịch vụ công trong cả năm.",
      firstDay: "2026-01-01",
      lastDay: "2026-11-30",
    };
    expect((await desk.post(newAward.action, "/", person)).status).toBe(303);
    const { lines } = (await readList()).list;
    const [village = "", one = ""] = lines.map(({ proposal }: { proposal: { id: string } }) => proposal.id);

    const first = await begin("2026-12-01");
    await vote(first, [village, one], [village]);
    expect((await readList()).words).toMatchObject([
      { proposalId: one, isPassed: true },
      { proposalId: village, isPassed: false, rounds: 1 },
    ]);
    await vote(first, [village]);
    const again = { proposalId: village, sessionId: first, roundNumber: 2, isPassed: true, rounds: 2 };
    expect((await readList()).words).toContainEqual(expect.objectContaining(again));
    expect((await deskOf(first)).words).toContainEqual(expect.objectContaining(again));
    await end(first);
    const minutes = await draftOf("bien-ban");
    expect(minutes).toContain("Đã biểu quyết lại ở lượt 2; tính lượt đó");
    expect(minutes).toContain("01 tập thể, 01 cá nhân");
    expect(await draftOf("to-trinh")).toContain("01 tập thể, 01 cá nhân");

    const second = await begin("2026-12-02");
    await vote(second, [one], [one]);
    await end(second);
    const { words } = await deskOf(first);
    expect(words).toContainEqual(expect.objectContaining(again));
    expect(words).toContainEqual(
      expect.objectContaining({ proposalId: one, sessionId: second, isPassed: false, rounds: 2 }),
    );
    const letter = await draftOf("to-trinh");
    expect(letter).toContain("01 tập thể");
    expect(letter).not.toContain("01 cá nhân");
  });
});

describe("the way to the vote", () => {
  it("a member of the council who is nothing else, and the leader of the commune, find it on their first page", async () => {
    expect((await member.get(home.loader, "/")).body.places).toEqual(
      expect.arrayContaining(["vote", "year"]),
    );
    const { places, beside } = (await chair.get(home.loader, "/")).body;
    expect([places.includes("vote"), beside]).toEqual([false, ["vote"]]);
    const { commune, teams } = planted.workers;
    const leaderId = teams[0]?.leaderAccount ?? "";
    await office.grant(leaderId, commune.communeId, "council");
    const leader = await commune.browser(leaderId);
    expect((await leader.get(home.loader, "/")).body.beside).toEqual(["vote", "year"]);
    for (const browser of [member, chair])
      expect((await browser.get(voting.loader, "/hoi-dong")).status).toBe(200);
  });
});
