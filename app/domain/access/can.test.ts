import { describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Actor, Assurance, Grant, Target } from "./actor.ts";
import { can } from "./can.ts";
import { CAPABILITIES, type Capability, MATRIX } from "./matrix.ts";
import { needsSecondFactor, ROLES, type Role } from "./roles.ts";

const TODAY = "2026-11-20" as LocalDate;
const ME = "01939a3e-7000-7000-8000-000000000001";
const SOMEBODY = "01939a3e-7000-7000-8000-000000000002";

function grant(wish: Partial<Grant> & { role: Role }): Grant {
  return {
    communeId: 1,
    villageId: null,
    teamId: null,
    validFrom: "2026-01-01" as LocalDate,
    validTo: null,
    ...wish,
  };
}

function actor(wish: Partial<Actor> = {}): Actor {
  return {
    accountId: ME,
    grants: [],
    assurance: "second_factor",
    hasSecondFactor: true,
    mustChangePassword: false,
    isFounder: false,
    provedFreshly: true,
    ...wish,
  };
}

const answer = (who: Actor, capability: Capability, target: Target | null = null) => {
  const verdict = can(who, capability, target, TODAY);
  return verdict.ok ? "yes" : verdict.code;
};

describe("the matrix", () => {
  it("is exactly what its rows say, for every capability and every role", () => {
    const table = CAPABILITIES.map((capability) => {
      const holders = ROLES.filter(
        (role) =>
          answer(actor({ grants: [grant({ role })] }), capability, { communeId: 1, accountId: SOMEBODY }) ===
          "yes",
      );
      return `${capability}: ${holders.join(" ") || "-"}`;
    });
    expect(table).toMatchInlineSnapshot(`
      [
        "home.read: -",
        "session.end: -",
        "account.prove: -",
        "account.change-password: -",
        "account.read: -",
        "account.end-sessions: -",
        "account.choose-commune: -",
        "account.set-up-second-factor: -",
        "account.renew-recovery-codes: -",
        "phone.lock: -",
        "commune.found: -",
        "commune.set-up: office",
        "commune.read-settings: office commune_leader administrator",
        "roster.read: deputy leader youth_union sector_office office commune_leader administrator",
        "roster.manage: office",
        "roster.overview: youth_union sector_office office commune_leader administrator",
        "team.read: member deputy leader",
        "team.delegate: leader office",
        "household.read: member deputy leader",
        "household.propose: deputy leader",
        "household.oversee: sector_office office",
        "household.manage: office",
        "member.place: leader",
        "target.read: sector_office office commune_leader",
        "target.edit: office",
        "target.propose: sector_office office",
        "target.approve: office commune_leader",
        "team-plan.write: deputy leader",
        "team-plan.approve: office commune_leader",
        "carried-over.read: office commune_leader",
        "carried-over.manage: office",
        "profile.read: -",
        "unit.change: office",
        "plan.read: office council commune_leader administrator",
        "plan.edit: office",
        "plan.publish: office",
        "plan.follow: member deputy leader youth_union sector_office office council commune_leader",
        "plan-task.read: youth_union sector_office office commune_leader",
        "plan-task.report: youth_union sector_office office",
        "plan-task.manage: office",
        "difficulty.read: member deputy leader youth_union sector_office office commune_leader",
        "difficulty.raise: member deputy leader youth_union sector_office office",
        "difficulty.route: office",
        "order.read: member deputy leader office commune_leader",
        "order.give: deputy leader",
        "order.give-teams: office commune_leader",
        "help.answer: member deputy leader",
        "help.oversee: office commune_leader",
        "help.keep-posters: office",
        "own-data.read: -",
        "personal-data.manage: office",
        "phone.reveal: office",
        "personal-data.erase: office",
        "people.read: office commune_leader administrator",
        "slip.make: office",
        "team-slip.make: leader office",
        "role.grant: office",
        "account.disable: office",
        "account.end-sessions-of-others: office administrator",
        "two-person-act.read: office commune_leader administrator",
        "two-person-act.ask: office commune_leader administrator",
        "two-person-act.decide: office commune_leader",
        "activity.log: member deputy leader",
        "activity.log-paper: deputy office",
        "activity.send-photo: member deputy leader office",
        "activity.look-at-held: deputy leader office",
        "activity.read-own: member deputy leader",
        "activity.read: member deputy leader office commune_leader",
        "activity.verify: deputy leader sector_office office",
        "activity.read-office: office commune_leader",
        "activity.ask-correction: member deputy leader office",
        "activity.correct: deputy leader sector_office office",
        "scheme.read: member deputy leader youth_union sector_office office council commune_leader",
        "scheme.edit: office",
        "scheme.publish: office commune_leader",
        "month.read: deputy leader office council commune_leader",
        "month.manage: office",
        "month.decide-exception: office",
        "month.appeal: deputy leader",
        "badge.read: member deputy leader youth_union sector_office office council commune_leader",
        "badge.oversee: office commune_leader",
        "badge.manage: office",
        "badge.publish: office commune_leader",
        "audit.check: office",
        "publication.manage: office",
        "commune-merger.read: office commune_leader administrator",
        "commune-merger.ask: office",
        "commune-merger.decide: office commune_leader",
        "notice.read: -",
        "certificate.read-own: member deputy leader",
        "certificate.issue: office",
        "certificate.revoke: office",
        "union-export.make: office",
        "title.read: deputy leader youth_union office commune_leader",
        "title.nominate: deputy leader youth_union office",
        "title.approve: leader youth_union office commune_leader",
        "title.grant: office",
        "title.ask-revocation: office",
        "title.answer-revocation: office commune_leader",
        "ambassador.join: member deputy leader",
        "family.read: member deputy leader office",
        "family.declare: member deputy leader office",
        "family.confirm: deputy leader",
        "family.recognise: office",
        "identity.read: member deputy leader youth_union sector_office office council commune_leader",
        "market.read: member deputy leader youth_union office commune_leader",
        "market.keep: deputy leader office",
        "model.manage: office",
        "model.read: member deputy leader youth_union sector_office office council commune_leader",
        "survey.take: member deputy leader",
        "survey.read: deputy leader office commune_leader",
        "survey.manage: office",
        "satisfaction.show: member deputy leader",
        "satisfaction.read: deputy leader office commune_leader",
        "walk.take: member deputy leader",
        "walk.hand: deputy leader",
        "campaign.read: member deputy leader youth_union sector_office office council commune_leader",
        "campaign.join: member deputy leader",
        "campaign.desk: youth_union office commune_leader",
        "campaign.manage: youth_union office",
        "campaign.oversee: office commune_leader",
        "campaign.publish: office commune_leader",
        "mobile-point.manage: leader youth_union office",
        "mobile-point.attend: member deputy leader",
        "board.read: member deputy leader youth_union sector_office office council commune_leader",
        "story.read: member deputy leader youth_union sector_office office council commune_leader",
        "story.write: member deputy leader youth_union sector_office office",
        "story.edit: office",
        "story.adopt: deputy leader",
        "story.confirm: deputy leader office",
        "initiative.read: member deputy leader youth_union sector_office office council commune_leader",
        "initiative.propose: member deputy leader youth_union sector_office office",
        "initiative.judge: office",
        "support.read: office commune_leader",
        "support.keep: office",
        "support.approve: office commune_leader",
        "perk.read: member deputy leader",
        "zalo.keep: deputy leader office",
        "thanks.give: member deputy leader youth_union office commune_leader",
        "training.read-own: member deputy leader",
        "training.attend: member deputy leader",
        "training.oversee: deputy leader youth_union sector_office office commune_leader",
        "training.read-certificate: member deputy leader office",
        "training.decide-certificate: deputy leader office",
        "training.read: youth_union sector_office office commune_leader",
        "training.manage: youth_union sector_office office",
        "class.write-sheet: member deputy leader office",
        "material.read: member deputy leader youth_union sector_office office council commune_leader",
        "material.propose: member deputy leader youth_union sector_office office",
        "material.manage: office",
        "inspection.read: office commune_leader",
        "inspection.write: office",
        "award.read: office council commune_leader",
        "award.manage: office",
        "award.second: office commune_leader",
        "award.propose: deputy leader",
        "report.read-own: member deputy leader youth_union sector_office",
        "report.write: deputy leader youth_union sector_office",
        "report.oversee: office commune_leader",
        "report.read-youth: youth_union office commune_leader",
        "report.manage: office",
        "report.decide: commune_leader",
        "year.read: office council commune_leader",
        "year.manage: office",
        "year.lock: office",
        "year.publish: office",
        "criteria.read: office council commune_leader",
        "criteria.edit: office",
        "criteria.adopt: office commune_leader",
        "criteria.read-published: member deputy leader youth_union sector_office office council commune_leader",
        "upper.read: upper_tier",
        "upper.read-settings: office commune_leader",
        "upper.admit: office",
        "broadcast.read: office commune_leader",
        "open-data.read-settings: office commune_leader",
        "open-data.publish: office",
        "self-assessment.read: deputy leader office council commune_leader",
        "self-assessment.write: deputy leader",
        "self-assessment.oversee: office council commune_leader",
        "self-assessment.answer: office",
        "council.read: office council commune_leader",
        "council.vote: office council commune_leader",
        "council.manage: office",
        "year-paper.read: office council commune_leader",
        "year-paper.issue: office",
        "audit.read: office commune_leader administrator",
      ]
    `);
  });

  it("gives an administrator nothing that is verified, counted, decided or granted", () => {
    const administrator = actor({ grants: [grant({ role: "administrator" })] });
    const held = CAPABILITIES.filter(
      (capability) => answer(administrator, capability, { communeId: 1, accountId: SOMEBODY }) === "yes",
    );
    for (const capability of [
      "role.grant",
      "slip.make",
      "two-person-act.decide",
      "commune.set-up",
      "roster.manage",
    ] as const) {
      expect(held).not.toContain(capability);
    }
  });

  it("has no capability that nobody could ever hold, and none open to a role and to everyone at once", () => {
    for (const [capability, rule] of Object.entries(MATRIX)) {
      const ways = ["own" in rule, "founder" in rule, "roles" in rule && rule.roles.length > 0].filter(
        Boolean,
      ).length;
      expect([capability, ways]).toEqual([capability, 1]);
    }
  });
});

describe("where a role counts", () => {
  const leader = actor({
    grants: [grant({ role: "leader", teamId: 4 })],
    assurance: "password",
    hasSecondFactor: false,
  });

  it.each<[Target | null, string]>([
    [{ communeId: 1, teamId: 4 }, "yes"],
    [{ communeId: 1, villageId: 9, teamId: 4 }, "yes"],
    [{ communeId: 1, teamId: 5 }, "not_permitted"],
    [{ communeId: 1 }, "not_permitted"],
    [{ communeId: 1, teamId: null }, "not_permitted"],
    [{ communeId: 2, teamId: 4 }, "not_permitted"],
    [null, "yes"],
  ])("a leader of team 4 asks for %j", (target, expected) => {
    expect(answer(leader, "roster.read", target)).toBe(expected);
  });

  it.each<[Partial<Grant>, string]>([
    [{ validFrom: TODAY }, "yes"],
    [{ validTo: TODAY }, "yes"],
    [{ validFrom: "2026-11-21" as LocalDate }, "not_permitted"],
    [{ validTo: "2026-11-19" as LocalDate }, "not_permitted"],
    [{ validFrom: TODAY, validTo: "2026-11-19" as LocalDate }, "not_permitted"],
  ])("a grant with %j", (dates, expected) => {
    const officer = actor({ grants: [grant({ role: "office", ...dates })] });
    expect(answer(officer, "roster.manage", { communeId: 1 })).toBe(expected);
  });
});

describe("what was proved", () => {
  const office = [grant({ role: "office" })];

  it.each<[Assurance, boolean, Capability, string]>([
    ["password", true, "roster.manage", "second_factor_required"],
    ["password", false, "roster.manage", "second_factor_setup_required"],
    ["password", true, "account.read", "second_factor_required"],
    ["password", false, "account.read", "second_factor_setup_required"],
    ["password", true, "session.end", "yes"],
    ["password", true, "account.prove", "yes"],
    ["password", true, "account.change-password", "second_factor_required"],
    ["password", true, "account.set-up-second-factor", "second_factor_required"],
    ["password", false, "account.set-up-second-factor", "yes"],
    ["unlock", true, "roster.manage", "second_factor_required"],
    ["unlock", false, "roster.manage", "second_factor_setup_required"],
    ["unlock", true, "account.read", "yes"],
    ["unlock", true, "account.set-up-second-factor", "second_factor_required"],
    ["unlock", false, "account.set-up-second-factor", "fresh_proof_required"],
    ["unlock", false, "account.renew-recovery-codes", "fresh_proof_required"],
    ["second_factor", true, "roster.manage", "yes"],
  ])(
    "an officer by %s, with a factor: %s, asks for %s",
    (assurance, hasSecondFactor, capability, expected) => {
      expect(answer(actor({ grants: office, assurance, hasSecondFactor }), capability)).toBe(expected);
    },
  );

  it("asks a member with a factor for it, though no role demands one", () => {
    const member = actor({ grants: [grant({ role: "member", teamId: 4 })], assurance: "password" });
    expect(answer(member, "account.read")).toBe("second_factor_required");
    expect(answer({ ...member, hasSecondFactor: false }, "account.read")).toBe("yes");
  });

  it("asks for a proof of the last minutes before an act of weight", () => {
    const tired = actor({ grants: office, provedFreshly: false });
    expect(answer(tired, "role.grant", { communeId: 1, accountId: SOMEBODY })).toBe("fresh_proof_required");
    expect(answer(tired, "roster.manage", { communeId: 1 })).toBe("yes");
  });

  it("lets an account with a given password do nothing but choose its own", () => {
    const fresh = actor({ mustChangePassword: true, assurance: "password", hasSecondFactor: false });
    const open = CAPABILITIES.filter((capability) => answer(fresh, capability) === "yes");
    expect(open).toEqual([
      "session.end",
      "account.prove",
      "account.change-password",
      "account.set-up-second-factor",
    ]);
  });

  it("lets a founder found after the second factor, and nothing else of a commune", () => {
    const founder = actor({ isFounder: true });
    expect(answer(founder, "commune.found")).toBe("yes");
    expect(answer({ ...founder, assurance: "unlock" }, "commune.found")).toBe("second_factor_required");
    expect(answer({ ...founder, isFounder: false }, "commune.found")).toBe("not_permitted");
    expect(answer(founder, "commune.set-up", { communeId: 1 })).toBe("not_permitted");
  });
});

describe("oneself", () => {
  it.each(["slip.make", "role.grant", "two-person-act.decide", "account.end-sessions-of-others"] as const)(
    "%s is never about oneself",
    (capability) => {
      const officer = actor({ grants: [grant({ role: "office" })] });
      expect(answer(officer, capability, { communeId: 1, accountId: ME })).toBe("not_permitted");
      expect(answer(officer, capability, { communeId: 1, accountId: SOMEBODY })).toBe("yes");
    },
  );

  it("is the only one whose account one may read", () => {
    expect(answer(actor(), "account.read", { communeId: 1, accountId: SOMEBODY })).toBe("not_permitted");
    expect(answer(actor(), "account.read", { communeId: 1, accountId: ME })).toBe("yes");
  });
});

describe("roles", () => {
  it("that see or decide beyond a team need a second factor", () => {
    expect(ROLES.filter(needsSecondFactor)).toEqual([
      "office",
      "council",
      "commune_leader",
      "upper_tier",
      "administrator",
    ]);
  });
});
