import type { Scheme } from "#app/domain/activity/scheme.ts";
import { schemeOfProposal } from "#app/domain/activity/scheme-of-proposal.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Participant, VerifiedClaim, VerifiedUnit } from "#app/domain/points/line.ts";
import { daiSon2026 } from "#prisma/presets/dai-son-2026.ts";

/** The points proposed for Đại Sơn, and pieces of work to be scored by them. */
export const PROPOSED: Scheme = schemeOfProposal(daiSon2026.proposal);

export function doer(memberId: string, wish: Partial<Participant> = {}): Participant {
  return { memberId, part: "claimant", teamId: 1, villageId: 1, ...wish };
}

/** Somebody known unless `personKey` says otherwise. */
export function unitOf(ordinal: number, wish: Partial<VerifiedUnit> = {}): VerifiedUnit {
  return {
    ordinal,
    personKey: `person-${ordinal}`,
    householdId: `household-${ordinal}`,
    slot: 1,
    isPriority: false,
    serviceKey: null,
    outcome: "proficient",
    stage: null,
    groups: [],
    bonuses: {},
    quantity: 1,
    ...wish,
  };
}

export function workOf(id: string, wish: Partial<VerifiedClaim> = {}): VerifiedClaim {
  const workDate = wish.workDate ?? ("2026-11-10" as LocalDate);
  const workMonth = wish.workMonth ?? Number(`${workDate.slice(0, 4)}${workDate.slice(5, 7)}`);
  const units = wish.units ?? [unitOf(1)];
  return {
    id,
    revision: 1,
    activityKey: "online-public-service",
    workDate,
    workMonth,
    monthFrom: `${workDate.slice(0, 7)}-01` as LocalDate,
    bookedMonth: workMonth,
    minutes: null,
    visits: units.length,
    movements: [],
    units,
    participants: [doer("a")],
    ...wish,
  };
}
