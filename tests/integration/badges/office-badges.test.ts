import { beforeEach, describe, expect, it } from "vitest";
import type { BadgeContent } from "#app/domain/badges/badge.ts";
import { changeBadgeDraft } from "#app/features/badges/change-badge-draft.server.ts";
import { keepCommuneBadges } from "#app/features/badges/keep-commune-badges.server.ts";
import { proposeBadge, publishBadge } from "#app/features/badges/publish-badge.server.ts";
import { readOfficeBadge } from "#app/features/badges/read-office-badges.server.ts";
import { findTitle } from "#app/features/titles/find-title.server.ts";
import * as award from "#app/routes/member/badge-award.tsx";
import * as mine from "#app/routes/member/badges.tsx";
import * as badge from "#app/routes/office/badge.tsx";
import * as excused from "#app/routes/office/excused-weeks.tsx";
import * as home from "#app/routes/public/home.tsx";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let clerk: string;
let second: string;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  clerk = team.officer.accountId;
  second = await office.makeAccount({ name: "Người thứ hai" });
  await office.grant(second, team.commune.communeId, "office");
  const id = await send(team.lan, work([{ householdId: team.households[0] ?? "", slot: 1 }]));
  expect(await decide(team.leader, approval(id))).toMatchObject({ ok: true });
  await keep();
});

const KEY = "hands-on";
const keep = (now = NOW) => keepCommuneBadges(office.platform, team.commune.communeId, now);
const scope = (actorId: string) => office.scope(team.commune.communeId, actorId);
const goals =
  (...wanted: number[]) =>
  (content: BadgeContent) => ({
    ...content,
    award: content.award.by === "rule" ? { ...content.award, goals: wanted } : content.award,
  });
const save = (change: (content: BadgeContent) => BadgeContent, revision = 0) =>
  changeBadgeDraft(office.platform, scope(clerk), { key: KEY, revision, change });
const read = async (withPreview = false) =>
  readOfficeBadge(await team.officer.caller(), KEY, { withPreview });
const awardsOfLan = () =>
  rowsOf(
    office,
    team,
    `select badge_key as key, version, revoked_at is not null as revoked from badge_award
      where subject_id = $1 and badge_key = $2`,
    team.lan.memberId,
    KEY,
  );

describe("versions of a badge", () => {
  it("a draft shows by the engine itself who would earn it, and two persons publish it", async () => {
    expect(await save(goals(1))).toEqual({ ok: true, value: null });
    expect((await read(true))?.preview).toMatchObject({
      wouldEarn: [{ name: "Vì Thị Lan", tier: 1, occasion: "2026-12" }],
      wouldNotReach: [],
    });
    expect(await awardsOfLan()).toEqual([]);
    const wish = { key: KEY, revision: 1, note: null };
    expect(await publishBadge(office.platform, scope(second), wish)).toMatchObject({
      code: "badge_not_proposed",
    });
    expect(await proposeBadge(office.platform, scope(clerk), wish)).toMatchObject({ ok: true });
    const proposed = { key: KEY, revision: 2 };
    expect(await publishBadge(office.platform, scope(clerk), proposed)).toMatchObject({
      code: "badge_needs_another_person",
    });
    expect(await save(goals(2), 2)).toMatchObject({ code: "badge_waits_for_second" });
    expect(await publishBadge(office.platform, scope(second), proposed)).toMatchObject({ ok: true });
    expect(await publishBadge(office.platform, scope(second), proposed)).toMatchObject({ ok: true });
    expect((await read())?.versions.map(({ version }) => version)).toEqual([2, 1]);
    await keep(new Date(NOW.getTime() + 60_000));
    expect(await awardsOfLan()).toEqual([{ key: KEY, version: 2, revoked: false }]);
  });

  it("what was given stays under its version when a later one asks for more", async () => {
    await publish(goals(1));
    await keep(new Date(NOW.getTime() + 60_000));
    office.setNow(new Date(NOW.getTime() + 2 * 24 * 3_600_000));
    await save(goals(5));
    expect((await read(true))?.preview).toMatchObject({
      wouldEarn: [],
      wouldNotReach: [{ name: "Vì Thị Lan" }],
    });
    await publish(goals(5), 1);
    await keep(office.platform.clock.now());
    expect(await awardsOfLan()).toEqual([{ key: KEY, version: 2, revoked: false }]);
  });

  it("goals that nobody could follow are refused, and a draft that says nothing new is none", async () => {
    expect(await save(goals(10, 5))).toMatchObject({ code: "badge_goals_not_rising" });
    expect(await save(goals(20))).toMatchObject({ ok: true });
    expect(await save(goals(30))).toMatchObject({ code: "badge_changed_meanwhile" });
    expect(await save(goals(10), 1)).toMatchObject({ ok: true });
    expect((await read())?.draft).toBeNull();
  });

  async function publish(change: (content: BadgeContent) => BadgeContent, known = 0) {
    if (known === 0) await save(change);
    const revision = (await read())?.draft?.revision ?? 0;
    await proposeBadge(office.platform, scope(clerk), { key: KEY, revision, note: null });
    expect(
      await publishBadge(office.platform, scope(second), { key: KEY, revision: revision + 1 }),
    ).toMatchObject({
      ok: true,
    });
  }
});

describe("the screens", () => {
  it("K05: a fresh medal is celebrated once, on the member's first page, and leads to the work that earned it", async () => {
    const lan = await team.commune.browser(team.lan.accountId);
    const { body } = await lan.get(home.loader, "/");
    const [first] = body.fresh;
    expect(first).toMatchObject({ badgeKey: "first-hand", content: { name: "Bàn tay đầu tiên" } });
    const ids = body.fresh.map(({ id }: { id: string }) => ["award", id]);
    const form: [string, string][] = [["intent", "see"], ["first", first.id], ...ids];
    expect(await lan.post(mine.action, "/huy-hieu", form)).toMatchObject({
      status: 303,
      location: `/huy-hieu/${first.id}`,
    });
    expect((await lan.get(home.loader, "/")).body.fresh).toEqual([]);
    const page = await lan.get(award.loader, `/huy-hieu/${first.id}`, { award: first.id });
    expect(page.body.award).toMatchObject({ isMine: true, bearer: "Vì Thị Lan", claimCount: 1 });
    expect(page.body.award.claims).toMatchObject([{ workDate: "2026-11-19", visits: 1 }]);
  });

  it("D01: the own page counts towards the next badge and names how a title is given", async () => {
    const lan = await team.commune.browser(team.lan.accountId);
    const { body } = await lan.get(mine.loader, "/huy-hieu");
    expect(body.next[0]).toMatchObject({
      key: "three-pillars",
      progress: { value: 1, goal: 3, occasion: "2026-12" },
    });
    expect(body.all.find(({ key }: { key: string }) => key === "digital-ambassador")).toMatchObject({
      content: { award: { by: "people", approvals: 2 } },
    });
  });

  it("nobody marks the medal of somebody else as seen", async () => {
    const lan = await team.commune.browser(team.lan.accountId);
    const minh = await team.commune.browser(team.minh.accountId);
    const [first] = (await lan.get(home.loader, "/")).body.fresh;
    await minh.post(mine.action, "/huy-hieu", { intent: "later", award: first.id });
    expect((await lan.get(home.loader, "/")).body.fresh).toHaveLength(1);
  });

  it("the office edits on the badge's page; what was typed wrong comes back beside its field", async () => {
    const desk = await team.commune.browser();
    const params = { badge: KEY };
    const path = `/van-phong/huy-hieu/${KEY}`;
    const form = {
      intent: "save-rule",
      revision: "0",
      name: "Cầm tay chỉ việc",
      description: "Ngồi cạnh bà con.",
      measure: "proficient_people",
      within: "month",
      goal1: "12",
      goal2: "9",
    };
    const wrong = await desk.post(badge.action, path, form, params);
    expect(wrong).toMatchObject({
      status: 422,
      body: { problems: { goal2: { code: "badge_goals_not_rising" } } },
    });
    expect(await desk.post(badge.action, path, { ...form, goal2: "20" }, params)).toMatchObject({
      status: 303,
    });
    const { body } = await desk.get(badge.loader, path, params);
    expect(body.draft.content.award.goals).toEqual([12, 20]);
  });

  it("K12, D01, D02: what a title asks for is edited on its page, and two persons publish it", async () => {
    const desk = await team.commune.browser();
    const params = { badge: "digital-family" };
    const path = "/van-phong/huy-hieu/digital-family";
    const form = {
      intent: "save-title",
      revision: "0",
      name: "Gia đình số",
      description: "Hộ tự khai, tổ xác nhận.",
      approvals: "3",
      checklist: "Có điện thoại thông minh\r\n\r\nCó VNeID mức 2\r\nBiết dấu hiệu lừa đảo",
      checklistLeast: "2",
      required: "2",
      termMonths: "24",
    };
    const wrong = (change: Partial<typeof form>) =>
      desk.post(badge.action, path, { ...form, ...change }, params);
    expect(await wrong({ checklistLeast: "4" })).toMatchObject({
      status: 422,
      body: { problems: { checklistLeast: { code: "badge_checklist_too_short", most: 3 } } },
    });
    expect(await wrong({ required: "2, 9" })).toMatchObject({
      status: 422,
      body: { problems: { required: { code: "badge_required_not_listed", most: 3 } } },
    });
    expect(await wrong({ required: "hai" })).toMatchObject({
      status: 422,
      body: { problems: { required: { code: "not_a_number" } } },
    });
    expect(await wrong({ approvals: "1" })).toMatchObject({
      status: 422,
      body: { problems: { approvals: { code: "too_small", minimum: 2 } } },
    });
    expect(await desk.post(badge.action, path, form, params)).toMatchObject({ status: 303 });
    const wish = { key: "digital-family", revision: 1 };
    await proposeBadge(office.platform, scope(clerk), { ...wish, note: null });
    await publishBadge(office.platform, scope(second), { ...wish, revision: 2 });
    const title = await office.platform.db.withCommunes(scope(clerk), (tx) =>
      findTitle(tx, team.commune.communeId, "digital-family"),
    );
    expect(title).toMatchObject({
      version: 2,
      approvals: 3,
      checklist: ["Có điện thoại thông minh", "Có VNeID mức 2", "Biết dấu hiệu lừa đảo"],
      checklistLeast: 2,
      required: [2],
      termMonths: 24,
    });
  });

  it("K12: a title's form sent back as it was drafts nothing", async () => {
    const desk = await team.commune.browser();
    const params = { badge: "digital-ambassador" };
    const path = "/van-phong/huy-hieu/digital-ambassador";
    const { newest } = (await desk.get(badge.loader, path, params)).body;
    const { name, description, award, termMonths } = newest.content;
    const form = {
      intent: "save-title",
      revision: "0",
      name,
      description,
      approvals: String(award.approvals),
      checklist: award.checklist.join("\n"),
      checklistLeast: String(award.checklistLeast),
      mentees: "5, 10, 20",
      termMonths: String(termMonths),
    };
    expect(await desk.post(badge.action, path, form, params)).toMatchObject({ status: 303 });
    expect((await desk.get(badge.loader, path, params)).body.draft).toBeNull();
    expect(await desk.post(badge.action, path, { ...form, mentees: "10, 5" }, params)).toMatchObject({
      status: 422,
      body: { problems: { mentees: { code: "badge_goals_not_rising" } } },
    });
  });

  it("e.11: the office excuses a week once, and takes it back with its name kept", async () => {
    const desk = await team.commune.browser();
    const path = "/van-phong/huy-hieu/tuan-nghi";
    const id = freshId();
    const form = { intent: "declare", id, reason: "storm", firstDay: "2026-11-09", lastDay: "2026-11-12" };
    expect(await desk.post(excused.action, path, { ...form, lastDay: "2026-11-01" })).toMatchObject({
      status: 422,
      body: { problems: { lastDay: { code: "excused_days_crossed" } } },
    });
    expect(await desk.post(excused.action, path, form)).toMatchObject({ status: 303 });
    expect(await desk.post(excused.action, path, form)).toMatchObject({ status: 303 });
    expect((await desk.get(excused.loader, path)).body.ranges).toMatchObject([
      { reason: "storm", memberName: null },
    ]);
    await desk.post(excused.action, path, { intent: "withdraw", id });
    expect((await desk.get(excused.loader, path)).body.ranges).toEqual([]);
    expect(
      await rowsOf(office, team, "select withdrawn_by as by from excused_week where id = $1::uuid", id),
    ).toEqual([{ by: clerk }]);
  });
});
