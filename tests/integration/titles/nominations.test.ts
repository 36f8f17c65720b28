import { beforeEach, describe, expect, it } from "vitest";
import type { TitleWordKind } from "#app/domain/titles/nomination.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { recogniseTitle } from "#app/features/titles/grant-title.server.ts";
import { nominate } from "#app/features/titles/nominate.server.ts";
import { readNomination, readNominations } from "#app/features/titles/read-nominations.server.ts";
import { answerRevocation, askRevocation } from "#app/features/titles/revoke-title.server.ts";
import { sayWord } from "#app/features/titles/say-word.server.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { officerOf } from "./titled-team.ts";

const office = testOffice();
type Speaker = { readonly accountId: string; caller(): Promise<Caller> };
let team: LoggingTeam;
let chair: Speaker;
let second: Speaker;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  chair = await officerOf(office, team, "commune_leader");
  second = await officerOf(office, team, "office");
});

const DECISION = { number: "12/QĐ-UBND", date: day("2026-11-20") };
async function putForward(by: Speaker = team.deputy, memberId = team.lan.memberId, id = freshId()) {
  const verdict = await nominate(await by.caller(), {
    id,
    memberId,
    title: "exemplary-member",
    reason: "Đi đầu trong mọi việc của thôn",
  });
  return { id, verdict: verdict.ok ? "ok" : verdict.code };
}
async function say(
  by: Speaker,
  nominationId: string,
  kind: TitleWordKind,
  wish: { recognition?: typeof DECISION; id?: string; reason?: string } = {},
) {
  const verdict = await sayWord(await by.caller(), {
    id: wish.id ?? freshId(),
    nominationId,
    kind,
    reason: wish.reason ?? (kind === "reject" ? "Chưa đủ căn cứ" : null),
    recognition: wish.recognition ?? null,
  });
  return verdict.ok ? "ok" : verdict.code;
}
const stateOf = async (id: string) => (await readNomination(await chair.caller(), id))?.state;
const awards = () =>
  rowsOf(
    office,
    team,
    `select id, badge_key, version, subject, subject_id, number, number_date::text, valid_until::text, revoked_by
       from badge_award order by granted_at`,
  );
async function granted(): Promise<string> {
  const { id } = await putForward();
  await say(team.leader, id, "approve");
  expect(await say(team.officer, id, "approve", { recognition: DECISION })).toBe("ok");
  return id;
}

describe("a title of record", () => {
  it("K12: two other persons agree, and with the office's word it has its number, its date and its year", async () => {
    const { id, verdict } = await putForward();
    expect(verdict).toBe("ok");
    expect(await say(team.leader, id, "approve")).toBe("ok");
    expect(await stateOf(id)).toBe("waiting");
    expect(await awards()).toEqual([]);
    expect(await say(team.officer, id, "approve", { recognition: DECISION })).toBe("ok");
    expect(await stateOf(id)).toBe("granted");
    expect(await awards()).toEqual([
      {
        id,
        badge_key: "exemplary-member",
        version: 1,
        subject: "member",
        subject_id: team.lan.memberId,
        number: "12/QĐ-UBND",
        number_date: "2026-11-20",
        valid_until: "2027-11-19",
        revoked_by: null,
      },
    ]);
  });

  it("K12: not by the nominee, not by whoever nominated, not twice by one person, not without the office's number", async () => {
    const { id } = await putForward(team.leader, team.deputy.memberId);
    expect(await say(team.leader, id, "approve")).toBe("title_own_nomination");
    expect(await say(team.deputy, id, "approve")).toBe("not_permitted");
    expect(await say(team.far, id, "approve")).toBe("not_permitted");
    expect(await say(chair, id, "approve")).toBe("ok");
    expect(await say(chair, id, "approve")).toBe("ok");
    expect((await readNomination(await chair.caller(), id))?.approvals).toBe(1);
    const early = await recogniseTitle(await team.officer.caller(), { nominationId: id, ...DECISION });
    expect(early).toMatchObject({ code: "title_approvals_short", needed: 2, have: 1 });
    expect(await say(second, id, "approve")).toBe("ok");
    expect(await stateOf(id)).toBe("enough");
    const byChair = await recogniseTitle(await chair.caller(), { nominationId: id, ...DECISION });
    expect(byChair).toMatchObject({ code: "not_permitted" });
    const late = await recogniseTitle(await team.officer.caller(), { nominationId: id, ...DECISION });
    expect(late.ok).toBe(true);
    const again = await recogniseTitle(await team.officer.caller(), { nominationId: id, ...DECISION });
    expect(again.ok).toBe(true);
    expect(await awards()).toHaveLength(1);
  });

  it("nobody is put forward by themselves, by a member, by another village's team, or twice for one title", async () => {
    expect((await putForward(team.leader, team.leader.memberId)).verdict).toBe("title_is_you");
    expect((await putForward(team.minh)).verdict).toBe("not_permitted");
    expect((await putForward(team.leader, team.far.memberId)).verdict).toBe("not_permitted");
    const { id, verdict } = await putForward(team.leader);
    expect(verdict).toBe("ok");
    expect((await putForward(team.leader, team.lan.memberId, id)).verdict).toBe("ok");
    expect((await putForward(team.leader, team.minh.memberId, id)).verdict).toBe("title_sent_otherwise");
    expect((await putForward(team.deputy)).verdict).toBe("title_nominated_already");
    expect(await readNominations(await team.far.caller())).toEqual([]);
  });

  it("one who declines ends it with a reason; whoever nominated may withdraw, and nobody else", async () => {
    const first = await putForward();
    expect(await say(team.officer, first.id, "reject", { reason: "Chưa đủ căn cứ" })).toBe("ok");
    expect(await stateOf(first.id)).toBe("rejected");
    expect(await say(team.leader, first.id, "approve")).toBe("title_nomination_ended");
    const other = await putForward();
    expect(other.verdict).toBe("ok");
    expect(await say(team.leader, other.id, "withdraw")).toBe("title_not_your_nomination");
    expect(await say(team.deputy, other.id, "withdraw")).toBe("ok");
    expect(await stateOf(other.id)).toBe("withdrawn");
  });

  it("a nomination keeps the version it was made under", async () => {
    const { id } = await putForward();
    await rowsOf(
      office,
      team,
      `insert into badge_definition (commune_id, key, version, content, proposed_by, published_by, published_at)
       select commune_id, key, 2, jsonb_set(content, '{award,approvals}', '5'), $1::uuid, $2::uuid, now()
         from badge_definition where key = 'exemplary-member' returning 1`,
      team.officer.accountId,
      chair.accountId,
    );
    await say(team.leader, id, "approve");
    expect(await say(team.officer, id, "approve", { recognition: DECISION })).toBe("ok");
    expect((await readNomination(await chair.caller(), id))?.version).toBe(1);
    const next = await putForward(team.leader, team.minh.memberId);
    expect((await readNomination(await chair.caller(), next.id))?.title.approvals).toBe(5);
  });

  it("while it has long to run nobody is put forward again; in its last thirty days it is renewed", async () => {
    await granted();
    expect((await putForward()).verdict).toBe("title_held_until");
    office.setNow(new Date("2027-10-25T02:00:00Z"));
    expect((await putForward()).verdict).toBe("ok");
  });
});

describe("taking a title back", () => {
  it("needs the office's reason and a second person's word", async () => {
    const awardId = await granted();
    const wish = { id: freshId(), awardId, reason: "Việc đã kê khai không có thật" };
    expect((await askRevocation(await team.officer.caller(), wish)).ok).toBe(true);
    expect((await askRevocation(await team.officer.caller(), wish)).ok).toBe(true);
    const answer = async (by: Speaker) =>
      answerRevocation(await by.caller(), { awardId, verdict: "revoked" });
    expect(await answer(team.officer)).toMatchObject({ code: "title_revocation_is_yours" });
    expect((await answer(second)).ok).toBe(true);
    expect(await stateOf(awardId)).toBe("revoked");
    expect(await awards()).toMatchObject([{ id: awardId, revoked_by: second.accountId }]);
    expect(await answer(chair)).toMatchObject({ code: "title_revoked_already" });
  });

  it("a second person may leave it standing", async () => {
    const awardId = await granted();
    await askRevocation(await team.officer.caller(), { id: freshId(), awardId, reason: "Nghe nói" });
    expect((await answerRevocation(await chair.caller(), { awardId, verdict: "kept" })).ok).toBe(true);
    expect(await stateOf(awardId)).toBe("granted");
  });
});

describe("what the database refuses whoever asks", () => {
  const insertWord = (nominationId: string, by: string) =>
    rowsOf(
      office,
      team,
      `insert into title_word (commune_id, id, nomination_id, kind, said_by, said_as, said_at)
       values ($1::int, $2::uuid, $3::uuid, 'approve', $4::uuid, 'office', now()) returning 1`,
      team.commune.communeId,
      freshId(),
      nominationId,
      by,
    );

  it("K12: words of nominee and nominator, an award without its approvals, a change of what was said", async () => {
    const { id } = await putForward();
    await expect(insertWord(id, team.lan.accountId)).rejects.toThrow("takes no such word");
    await expect(insertWord(id, team.deputy.accountId)).rejects.toThrow("takes no such word");
    await say(team.leader, id, "approve");
    const award = `insert into badge_award (commune_id, id, badge_key, version, subject, subject_id, earned_on, basis, granted_at, granted_by)
       select commune_id, id, badge_key, version, 'member', member_id::text, current_date, '{}', now(), $1::uuid
         from title_nomination returning 1`;
    await expect(rowsOf(office, team, award, team.officer.accountId)).rejects.toThrow("was not approved");
    await expect(rowsOf(office, team, "update title_word set kind = 'reject' returning 1")).rejects.toThrow();
  });

  it("speaks of nobody of the nominee's own household", async () => {
    await rowsOf(
      office,
      team,
      "update member set household_id = $1::uuid where id = any($2::uuid[]) returning 1",
      team.households[0],
      [team.lan.memberId, team.leader.memberId],
    );
    const { id } = await putForward();
    expect(await say(team.leader, id, "approve")).toBe("title_same_household");
    await expect(insertWord(id, team.leader.accountId)).rejects.toThrow("takes no such word");
  });
});
