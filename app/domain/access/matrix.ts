import type { Role } from "./roles.ts";

/** Who may do one thing. Where, is written in the grant of the role. */
export interface CapabilityRule {
  /** Every account may, for itself only. */
  readonly own?: true;
  readonly roles?: readonly Role[];
  /** The first officer of the house, before any commune exists. */
  readonly founder?: true;
  /** Open to a sign-in that still lacks its second factor. */
  readonly beforeFactor?: true;
  /** Open to an account that must first choose a new password. */
  readonly beforePassword?: true;
  /**
   * Asks for a proof of the last minutes, however long the session has run: the second factor where there
   * is one, else the password. Unlocking a phone is no such proof.
   */
  readonly fresh?: true;
  /** Never about oneself: nobody makes their own slip or decides their own case. */
  readonly othersOnly?: true;
}

const TEAM_LEADERS: readonly Role[] = ["deputy", "leader"];
const TEAM: readonly Role[] = ["member", ...TEAM_LEADERS];
/** Whoever has something to tell of their own field. */
const CONTRIBUTORS: readonly Role[] = [...TEAM, "youth_union", "sector_office", "office"];
const DIRECTION: readonly Role[] = ["office", "commune_leader"];
const YEAR_READERS: readonly Role[] = ["office", "council", "commune_leader"];
const HOUSE_READERS: readonly Role[] = [...DIRECTION, "administrator"];
/** All of the commune but those who keep the machine. */
const EVERYBODY: readonly Role[] = [...CONTRIBUTORS, "council", "commune_leader"];

/**
 * The access matrix. There is no role that may do everything: an administrator keeps the machine, and is
 * not listed where work is verified, counted or decided.
 */
export const MATRIX = {
  // The shell: what a signed-in person sees of the house at all.
  "home.read": { own: true },
  "session.end": { own: true, beforeFactor: true, beforePassword: true },
  "account.prove": { own: true, beforeFactor: true, beforePassword: true },
  "account.change-password": { own: true, beforePassword: true },
  "account.read": { own: true },
  "account.end-sessions": { own: true },
  "account.choose-commune": { own: true },
  "account.set-up-second-factor": { own: true, beforeFactor: true, beforePassword: true, fresh: true },
  "account.renew-recovery-codes": { own: true, fresh: true },
  "phone.lock": { own: true, fresh: true },

  "commune.found": { founder: true },
  "commune.set-up": { roles: ["office"] },
  "commune.read-settings": { roles: HOUSE_READERS },

  "roster.read": {
    roles: ["deputy", "leader", "youth_union", "sector_office", "office", "commune_leader", "administrator"],
  },
  "roster.manage": { roles: ["office"] },
  // The whole list with its search: for whoever looks beyond one team.
  "roster.overview": {
    roles: ["youth_union", "sector_office", "office", "commune_leader", "administrator"],
  },
  "team.read": { roles: TEAM },
  "team.delegate": { roles: ["leader", "office"] },
  // A village's list of households: its own team works through it, the office keeps it.
  "household.read": { roles: TEAM },
  "household.propose": { roles: TEAM_LEADERS },
  "household.oversee": { roles: ["sector_office", "office"] },
  "household.manage": { roles: ["office"] },
  // Where a member lives, which decides who may not verify whom: never one's own (app/domain/people).
  "member.place": { roles: ["leader"] },
  // K08: how the targets of the year stand. B22, B23: what each team is asked to reach in a month is proposed by one
  // person, the police among them, and approved by another; B24: so is a team's own plan of the year.
  "target.read": { roles: ["sector_office", "office", "commune_leader"] },
  "target.edit": { roles: ["office"] },
  "target.propose": { roles: ["sector_office", "office"] },
  "target.approve": { roles: DIRECTION },
  "team-plan.write": { roles: TEAM_LEADERS },
  "team-plan.approve": { roles: DIRECTION },
  "carried-over.read": { roles: DIRECTION },
  "carried-over.manage": { roles: ["office"] },
  "profile.read": { own: true },
  "unit.change": { roles: ["office"], fresh: true },
  "plan.read": { roles: ["office", "council", "commune_leader", "administrator"] },
  "plan.edit": { roles: ["office"] },
  "plan.publish": { roles: ["office"], fresh: true },
  // L27: a published plan goes to everybody who has a part in it.
  "plan.follow": { roles: EVERYBODY },
  // J14 to J21: what the plan asks of units; those who keep a task tell how far it is.
  "plan-task.read": { roles: ["youth_union", "sector_office", "office", "commune_leader"] },
  "plan-task.report": { roles: ["youth_union", "sector_office", "office"] },
  "plan-task.manage": { roles: ["office"] },
  // I01 to I04: whose difficulty one may see and handle is narrower still (app/features/difficulties).
  "difficulty.read": {
    roles: ["member", "deputy", "leader", "youth_union", "sector_office", "office", "commune_leader"],
  },
  "difficulty.raise": { roles: CONTRIBUTORS },
  "difficulty.route": { roles: ["office"] },
  // A39, A40: a leader gives members work, the commune gives it to teams.
  "order.read": { roles: ["member", "deputy", "leader", "office", "commune_leader"] },
  "order.give": { roles: TEAM_LEADERS },
  "order.give-teams": { roles: DIRECTION },
  // L31: a resident's number is for the team of the village; the office sees how quickly villages answer.
  "help.answer": { roles: TEAM },
  "help.oversee": { roles: DIRECTION },
  "help.keep-posters": { roles: ["office"] },

  // What the house keeps of a person: their own for everyone, others' for the office alone.
  "own-data.read": { own: true },
  "personal-data.manage": { roles: ["office"] },
  "phone.reveal": { roles: ["office"] },
  "personal-data.erase": { roles: ["office"], fresh: true, othersOnly: true },
  "people.read": { roles: HOUSE_READERS },
  "slip.make": { roles: ["office"], othersOnly: true },
  // Slips and lost phones of one team: its leader sits in the village, the office does not.
  "team-slip.make": { roles: ["leader", "office"], othersOnly: true },
  "role.grant": { roles: ["office"], fresh: true, othersOnly: true },
  "account.disable": { roles: ["office"], fresh: true, othersOnly: true },
  "account.end-sessions-of-others": { roles: ["office", "administrator"], othersOnly: true },

  "two-person-act.read": { roles: HOUSE_READERS },
  "two-person-act.ask": { roles: HOUSE_READERS, fresh: true },
  "two-person-act.decide": { roles: DIRECTION, fresh: true, othersOnly: true },

  // The loop. Who verifies what is narrower still: rule 1 is asked for each claim (app/domain/verification).
  "activity.log": { roles: TEAM },
  // For leaders without a smartphone and villages without network: typed from a signed sheet.
  "activity.log-paper": { roles: ["deputy", "office"] },
  "activity.send-photo": { roles: ["member", "deputy", "leader", "office"] },
  // T15: work from a lost phone, after its month's grace or of an uncertain day waits for a look, never for the bin.
  "activity.look-at-held": { roles: ["deputy", "leader", "office"] },
  "activity.read-own": { roles: TEAM },
  "activity.read": { roles: ["member", "deputy", "leader", "office", "commune_leader"] },
  "activity.verify": { roles: ["deputy", "leader", "sector_office", "office"] },
  "activity.read-office": { roles: DIRECTION },
  "activity.ask-correction": { roles: ["member", "deputy", "leader", "office"] },
  "activity.correct": { roles: ["deputy", "leader", "sector_office", "office"] },
  "scheme.read": { roles: EVERYBODY },
  "scheme.edit": { roles: ["office"] },
  "scheme.publish": { roles: DIRECTION, fresh: true },
  "month.read": { roles: ["deputy", "leader", "office", "council", "commune_leader"] },
  "month.manage": { roles: ["office"], fresh: true },
  // The second of two officers: taking work out of the ledger is a right of the office.
  "month.decide-exception": { roles: ["office"], fresh: true },
  "month.appeal": { roles: TEAM_LEADERS },
  // Badges: how each is earned is open to all of the commune; the office keeps them, two persons publish.
  "badge.read": { roles: EVERYBODY },
  "badge.oversee": { roles: DIRECTION },
  "badge.manage": { roles: ["office"] },
  "badge.publish": { roles: DIRECTION, fresh: true },
  "audit.check": { roles: ["office"] },
  // What strangers see: the public board and the screens in halls.
  "publication.manage": { roles: ["office"] },

  // A commune goes over into another: the receiving one asks, the one that ends agrees.
  "commune-merger.read": { roles: HOUSE_READERS },
  "commune-merger.ask": { roles: ["office"], fresh: true },
  "commune-merger.decide": { roles: DIRECTION, fresh: true },

  // What happened to one's own work; everybody with a role has a bell.
  "notice.read": { own: true },

  // Papers on one's own work and titles; the office issues for those who have no account, and takes back.
  "certificate.read-own": { roles: TEAM },
  "certificate.issue": { roles: ["office"] },
  "certificate.revoke": { roles: ["office"], fresh: true },
  // A37: names and results leave for a union, of those who agreed.
  "union-export.make": { roles: ["office"] },

  // Titles of record. Who may speak about whom is narrower still: never oneself (app/domain/titles).
  "title.read": { roles: ["deputy", "leader", "youth_union", "office", "commune_leader"] },
  "title.nominate": { roles: ["deputy", "leader", "youth_union", "office"] },
  "title.approve": { roles: ["leader", "youth_union", "office", "commune_leader"] },
  "title.grant": { roles: ["office"] },
  "title.ask-revocation": { roles: ["office"], fresh: true },
  "title.answer-revocation": { roles: DIRECTION, fresh: true },
  "ambassador.join": { roles: TEAM },
  "family.read": { roles: ["member", "deputy", "leader", "office"] },
  "family.declare": { roles: ["member", "deputy", "leader", "office"] },
  "family.confirm": { roles: TEAM_LEADERS },
  "family.recognise": { roles: ["office"] },
  "identity.read": { roles: EVERYBODY },
  "market.read": { roles: ["member", "deputy", "leader", "youth_union", "office", "commune_leader"] },
  "market.keep": { roles: ["deputy", "leader", "office"] },
  "model.manage": { roles: ["office"] },
  "model.read": { roles: EVERYBODY },

  // F01, F02: the village's own team asks at the doors; beyond it only sums are seen.
  "survey.take": { roles: TEAM },
  "survey.read": { roles: ["deputy", "leader", "office", "commune_leader"] },
  "survey.manage": { roles: ["office"] },
  // F03: tonight's doors; a leader hands a list to somebody of the team.
  // K14: teams hold out the code; what was said is shown in sums.
  "satisfaction.show": { roles: TEAM },
  "satisfaction.read": { roles: ["deputy", "leader", "office", "commune_leader"] },
  "walk.take": { roles: TEAM },
  "walk.hand": { roles: TEAM_LEADERS },

  // Campaigns: the Youth Union drafts its own (D05), two persons publish; mobile points are held where the work is.
  "campaign.read": { roles: EVERYBODY },
  "campaign.join": { roles: TEAM },
  "campaign.desk": { roles: ["youth_union", "office", "commune_leader"] },
  "campaign.manage": { roles: ["youth_union", "office"] },
  "campaign.oversee": { roles: DIRECTION },
  "campaign.publish": { roles: DIRECTION, fresh: true },
  "mobile-point.manage": { roles: ["leader", "youth_union", "office"] },
  "mobile-point.attend": { roles: TEAM },

  // Boards are for whoever takes part; whoever keeps the machine has no part in them.
  "board.read": { roles: EVERYBODY },
  // Stories and initiatives. Who edits is never the author, and who confirms took no part (app/domain/stories).
  "story.read": { roles: EVERYBODY },
  "story.write": { roles: CONTRIBUTORS },
  "story.edit": { roles: ["office"] },
  "story.adopt": { roles: TEAM_LEADERS },
  "story.confirm": { roles: ["deputy", "leader", "office"] },
  "initiative.read": { roles: EVERYBODY },
  "initiative.propose": { roles: CONTRIBUTORS },
  "initiative.judge": { roles: ["office"] },
  // Partners, sponsors and estimates: out of points. Who appraises a line is never who wrote it.
  "support.read": { roles: DIRECTION },
  "support.keep": { roles: ["office"] },
  "support.approve": { roles: DIRECTION },
  "perk.read": { roles: TEAM },
  // Names and invitations of Zalo groups: the office for all, a village's leader for the own.
  "zalo.keep": { roles: ["deputy", "leader", "office"] },

  "thanks.give": { roles: ["member", "deputy", "leader", "office", "commune_leader", "youth_union"] },

  // Training: everybody sees their own; who looks after a team sees it; bodies of the plan may organise (G08).
  "training.read-own": { roles: TEAM },
  "training.attend": { roles: TEAM },
  "training.oversee": {
    roles: ["deputy", "leader", "youth_union", "sector_office", "office", "commune_leader"],
  },
  "training.read-certificate": { roles: ["member", "deputy", "leader", "office"] },
  "training.decide-certificate": { roles: ["deputy", "leader", "office"] },
  "training.read": { roles: ["youth_union", "sector_office", "office", "commune_leader"] },
  "training.manage": { roles: ["youth_union", "sector_office", "office"] },
  "class.write-sheet": { roles: ["member", "deputy", "leader", "office"] },
  // The library: whoever works with people may open and propose; the office decides what is shown.
  "material.read": { roles: EVERYBODY },
  "material.propose": { roles: CONTRIBUTORS },
  "material.manage": { roles: ["office"] },

  // J22: what visits to villages and teams found.
  "inspection.read": { roles: DIRECTION },
  "inspection.write": { roles: ["office"] },
  // Commendation: the office makes the list, another officer or leader is the second person of a departure.
  "award.read": { roles: YEAR_READERS },
  "award.manage": { roles: ["office"] },
  "award.second": { roles: DIRECTION },
  "award.propose": { roles: TEAM_LEADERS },
  // Reports: members see their team's figures before they go (J11), its leaders write; a union or office writes its own.
  "report.read-own": { roles: ["member", "deputy", "leader", "youth_union", "sector_office"] },
  "report.write": { roles: ["deputy", "leader", "youth_union", "sector_office"] },
  "report.oversee": { roles: DIRECTION },
  // F05: the Youth Union answers for its own four figures.
  "report.read-youth": { roles: ["youth_union", "office", "commune_leader"] },
  "report.manage": { roles: ["office"] },
  "report.decide": { roles: ["commune_leader"] },

  // The year: the office opens and locks reviews, council and leadership read them; locking is for good.
  "year.read": { roles: YEAR_READERS },
  "year.manage": { roles: ["office"] },
  "year.lock": { roles: ["office"], fresh: true },
  "year.publish": { roles: ["office"], fresh: true },

  // K06, K07: the sheet villages are scored by. One drafts and asks, another adopts, and every team reads it.
  "criteria.read": { roles: YEAR_READERS },
  "criteria.edit": { roles: ["office"] },
  "criteria.adopt": { roles: DIRECTION, fresh: true },
  "criteria.read-published": { roles: EVERYBODY },

  // A29: an upper tier reads counts of the communes that gave it the role, and nothing of any person.
  "upper.read": { roles: ["upper_tier"] },
  "upper.read-settings": { roles: DIRECTION },
  "upper.admit": { roles: ["office"], fresh: true },

  // A35: the month's minute for the loudspeakers.
  "broadcast.read": { roles: DIRECTION },
  "open-data.read-settings": { roles: DIRECTION },
  "open-data.publish": { roles: ["office"], fresh: true },

  // A village on its own sheet of the year, and the office's answers to it.
  "self-assessment.read": { roles: ["deputy", "leader", "office", "council", "commune_leader"] },
  "self-assessment.write": { roles: TEAM_LEADERS },
  "self-assessment.oversee": { roles: YEAR_READERS },
  "self-assessment.answer": { roles: ["office"] },
  // The council: the office keeps its papers, members vote on their own devices.
  "council.read": { roles: YEAR_READERS },
  "council.vote": { roles: YEAR_READERS },
  "council.manage": { roles: ["office"] },
  // Papers of a locked review: whoever reads the year reads them, the office issues.
  "year-paper.read": { roles: YEAR_READERS },
  "year-paper.issue": { roles: ["office"] },

  "audit.read": { roles: HOUSE_READERS },
} as const satisfies Record<string, CapabilityRule>;

export type Capability = keyof typeof MATRIX;

export const CAPABILITIES = Object.keys(MATRIX) as readonly Capability[];
