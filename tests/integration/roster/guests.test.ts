import { beforeEach, describe, expect, it } from "vitest";
import { allow, allowAnyone } from "#app/features/accounts/allow.server.ts";
import { bindPhoneByPin } from "#app/features/accounts/enrolment-bind-by-pin.server.ts";
import { makeSlip } from "#app/features/accounts/enrolment-make-slip.server.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { delegateLeadership } from "#app/features/roster/delegate-leadership.server.ts";
import * as activityLog from "#app/routes/member/activity-log.tsx";
import * as member from "#app/routes/office/member.tsx";
import * as memberJoin from "#app/routes/office/member-join.tsx";
import * as memberNew from "#app/routes/office/member-new.tsx";
import * as membership from "#app/routes/office/membership.tsx";
import * as roster from "#app/routes/office/roster.tsx";
import * as team from "#app/routes/office/team.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { unit, work } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { Phone, PIN, tokenOf } from "../enrolment/phones.ts";
import { type Commune, communeWithTeam, day, freshId, rightsOn } from "./rosterers.ts";

const office = testOffice();
let commune: Commune;
let desk: TestBrowser;
let teamId: number;
let village: number;

beforeEach(async () => {
  const made = await communeWithTeam(office);
  commune = made.commune;
  teamId = made.team;
  village = made.village;
  desk = await commune.browser();
});

const student = (wish: Record<string, string> = {}) => ({
  memberId: freshId(),
  membershipId: freshId(),
  teamId: String(teamId),
  fullName: "Triệu Thị Khánh Vy",
  birthYear: "2005",
  school: "Trường Đại học Tây Nguyên Xanh",
  role: "member",
  source: "campaign",
  campaign: "Mùa hè xanh 2026",
  from: "2026-11-02",
  until: "2026-11-20",
  ...wish,
});

describe("students who come for a campaign", () => {
  it("A43: stand in a team from a day to a day, with the campaign and the school by name", async () => {
    const form = student();
    expect((await desk.post(memberNew.action, "/", form)).status).toBe(303);
    const { body } = await desk.get(member.loader, "/", { memberId: form.memberId });
    expect(body.member.times).toMatchObject([
      { source: "campaign", campaign: "Mùa hè xanh 2026", validFrom: "2026-11-02", validTo: "2026-11-20" },
    ]);
    expect(body.member.affiliations).toMatchObject([
      { kind: "student", organisation: "Trường Đại học Tây Nguyên Xanh" },
    ]);
  });

  it("A43: are counted apart: the plan's size and shares are of the team's own people", async () => {
    for (let own = 0; own < 5; own++) await commune.join(await commune.member({ birthYear: 1960 }), teamId);
    await desk.post(memberNew.action, "/", student());
    await desk.post(memberNew.action, "/", student({ fullName: "Nay H'Blot" }));
    const { body } = await desk.get(team.loader, "/", { teamId: String(teamId) });
    expect(body.view.review).toMatchObject({
      guests: 2,
      composition: { members: 5, youngShareBasisPoints: 0 },
    });
    expect(body.view.members).toHaveLength(7);
    const list = await desk.get(roster.loader, "/van-phong/doi-ngu");
    expect(list.body.roster.overview).toMatchObject({ members: 7, guests: 2 });
    office.setNow(new Date("2026-11-21T02:00:00Z"));
    const after = await (await commune.browser()).get(team.loader, "/", { teamId: String(teamId) });
    expect(after.body.view.review).toMatchObject({ guests: 0, composition: { members: 5 } });
  });

  it("A43: sign in with a slip and log work while the days run, and no longer", async () => {
    const form = student();
    await desk.post(memberNew.action, "/", form);
    const accountId = await commune.account(form.memberId);
    expect(await rightsOn(office, accountId, "2026-11-20")).toEqual([`member ${teamId} ${village}`]);
    const phone = await enrol(accountId);
    const caller = () => allow(door(phone), "activity.log");
    const log = async (workDate: string) =>
      submitClaim(await caller(), {
        id: freshId(),
        content: work([], { ...TALK, units: [unit()], workDate: day(workDate) }),
      });
    expect(await log("2026-11-19")).toMatchObject({ ok: true });
    expect(await log("2026-11-01")).toMatchObject({ ok: false });
    office.setNow(new Date("2026-11-21T02:00:00Z"));
    const late = await commune.browser(accountId);
    expect((await late.get(activityLog.loader, "/ghi-viec")).status).toBe(404);
    expect(await rightsOn(office, accountId, "2026-11-21")).toEqual([]);
  });

  it("need a campaign's name and a last day, beside the field and with nothing lost", async () => {
    const nameless = await desk.post(memberNew.action, "/", student({ campaign: "" }));
    expect(nameless.status).toBe(422);
    expect(nameless.body).toMatchObject({
      problems: { campaign: { code: "campaign_needs_name" } },
      values: { fullName: "Triệu Thị Khánh Vy" },
    });
    const endless = await desk.post(memberNew.action, "/", student({ until: "" }));
    expect(endless.body.problems).toMatchObject({ until: { code: "campaign_needs_end" } });
    const memberId = await commune.member();
    const again = await desk.post(memberJoin.action, "/", student({ campaign: "" }), { memberId });
    expect(again.body.problems).toMatchObject({ campaign: { code: "campaign_needs_name" } });
  });

  it("never lead: not at once, not by a change of role, not as a stand-in", async () => {
    const leading = await desk.post(memberNew.action, "/", student({ role: "leader" }));
    expect(leading.body.problems).toMatchObject({ role: { code: "guest_only_member" } });
    const form = student();
    await desk.post(memberNew.action, "/", form);
    const promoted = await desk.post(
      membership.action,
      "/",
      { act: "role", newId: freshId(), role: "deputy", from: "2026-11-10" },
      { memberId: form.memberId, membershipId: form.membershipId },
    );
    expect(promoted.body.problems).toEqual({ role: { code: "guest_only_member" } });
    await commune.join(await commune.member(), teamId, { role: "leader" });
    const standIn = {
      id: freshId(),
      teamId,
      toMember: form.memberId,
      from: day("2026-11-20"),
      until: day("2026-11-20"),
      reason: "Đi tập huấn",
    };
    expect(await commune.act((tx, act) => delegateLeadership(tx, act, standIn))).toEqual({
      ok: false,
      code: "guest_only_member",
    });
  });
});

const TALK = { activityKey: "talk", mode: "meeting", visits: 12 } as const;

const door = (phone: Phone) =>
  ({
    request: phone.request(),
    context: {
      platform: office.platform,
      visit: { requestId: "test", clientAddress: "203.0.113.9", nonce: "test" },
    },
    params: {},
  }) as never;

/** Two taps on the printed slip: the phone is the student's. */
async function enrol(accountId: string): Promise<Phone> {
  const phone = new Phone();
  const officer = await office.signIn(commune.officerId);
  const asking = new Phone();
  asking.keep([officer.cookie]);
  const slip = await makeSlip(await allow(door(asking), "slip.make"), accountId);
  if (!slip.ok) throw new Error(slip.code);
  const choice = { pin: PIN, repeated: PIN };
  const bound = await bindPhoneByPin(
    await allowAnyone(door(phone)),
    phone.request(),
    tokenOf(slip.value),
    choice,
  );
  if (!bound.ok) throw new Error(bound.code);
  phone.keep(bound.value.cookies);
  return phone;
}
