import type { z } from "zod";
import { isGuest } from "#app/domain/people/guest.ts";
import type { MembershipSource } from "#app/domain/people/team.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { MemberFacts } from "./add-member.server.ts";
import { nameOrganisation } from "./name-organisation.server.ts";
import type { memberFactsSchema, newPlaceSchema } from "./roster.schema.ts";
import type { RosterAct } from "./roster-act.ts";
import type { WantedAffiliation } from "./set-affiliations.server.ts";

type MemberForm = z.output<typeof memberFactsSchema> & { readonly source?: MembershipSource };
type PlaceForm = Omit<z.output<typeof newPlaceSchema>, "membershipId" | "teamId">;

/** What a form leaves out is not known. */
export function factsOf(form: MemberForm): MemberFacts {
  return {
    fullName: form.fullName,
    birthYear: form.birthYear ?? null,
    sex: form.sex ?? null,
    ethnicity: form.ethnicity ?? null,
    position: form.position ?? null,
    hasItSkill: form.hasItSkill,
    phone: form.phone ?? null,
  };
}

/**
 * A named cell, school or enterprise says the affiliation too, even where its chip was left alone; whoever a school
 * sends to a campaign is its student (A43).
 */
export function affiliationsOf(form: MemberForm): WantedAffiliation[] {
  const kinds = new Set(form.affiliations ?? []);
  if (form.cell !== undefined) kinds.add("youth_union");
  if (form.enterprise !== undefined) kinds.add("enterprise");
  if (form.school !== undefined && !kinds.has("student")) {
    kinds.add(form.source !== undefined && isGuest(form.source) ? "student" : "teacher");
  }
  const names: Partial<Record<WantedAffiliation["kind"], string | undefined>> = {
    youth_union: form.cell,
    enterprise: form.enterprise,
    teacher: form.school,
    student: form.school,
  };
  return [...kinds].map((kind) => ({ kind, organisation: names[kind] ?? null }));
}

/** The unit that sent somebody (L05) is named like any organisation of no special kind. */
export async function placeOf(tx: Tx, act: RosterAct, form: PlaceForm) {
  const { role, from, until = null, source, assignedBy, campaign = null, title = null, isCore } = form;
  const sender =
    assignedBy === undefined ? null : await nameOrganisation(tx, act, { kind: "other", name: assignedBy });
  return { role, from, until, source, isCore, title, campaign, assignedBy: sender };
}
