import { z } from "zod";
import { teamRoles } from "#app/domain/people/membership.ts";
import { type Phone, parsePhone } from "#app/domain/people/phone.ts";
import { AFFILIATION_KINDS, MEMBERSHIP_SOURCES, TEAM_KINDS } from "#app/domain/people/team.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  refuse,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

const number = wholeNumber({ minimum: 1, maximum: 2_000_000_000 });

/** A citizen's phone as people write it. */
const phone = z
  .string()
  .transform((raw, context): Phone => parsePhone(raw) ?? refuse(context, { code: "phone_not_valid" }));

const teamFacts = {
  name: lineText({ minimum: 2, maximum: 160 }),
  decisionNumber: lineText({ minimum: 1, maximum: 60 }).optional(),
  decisionDate: dayText().optional(),
  zaloGroup: lineText({ minimum: 5, maximum: 200 }).optional(),
};

export const newTeamSchema = z.object({
  clientId: idText(),
  kind: z.enum(TEAM_KINDS),
  villageId: number.optional(),
  school: lineText({ minimum: 2, maximum: 160 }).optional(),
  validFrom: dayText(),
  ...teamFacts,
});
export const teamFactsSchema = z.object(teamFacts);

const memberFacts = {
  fullName: lineText({ minimum: 2, maximum: 120 }),
  birthYear: wholeNumber({ minimum: 1920, maximum: 2015 }).optional(),
  sex: z.enum(["female", "male"]).optional(),
  ethnicity: lineText({ maximum: 60 }).optional(),
  position: lineText({ maximum: 160 }).optional(),
  hasItSkill: checkBox(),
  phone: phone.optional(),
  affiliations: z.array(z.enum(AFFILIATION_KINDS)).optional(),
  cell: lineText({ minimum: 2, maximum: 160 }).optional(),
  school: lineText({ minimum: 2, maximum: 160 }).optional(),
  enterprise: lineText({ minimum: 2, maximum: 160 }).optional(),
};

const placeFacts = {
  role: z.enum(teamRoles),
  from: dayText(),
  until: dayText().optional(),
  source: z.enum(MEMBERSHIP_SOURCES),
  assignedBy: lineText({ minimum: 2, maximum: 160 }).optional(),
  campaign: lineText({ minimum: 2, maximum: 160 }).optional(),
  title: lineText({ maximum: 160 }).optional(),
  isCore: checkBox(),
};

export const newMemberSchema = z.object({
  memberId: idText(),
  membershipId: idText(),
  teamId: number.optional(),
  ...memberFacts,
  ...placeFacts,
});
export const memberFactsSchema = z.object(memberFacts);
export const newPlaceSchema = z.object({ membershipId: idText(), teamId: number, ...placeFacts });

export const roleChangeSchema = z.object({
  newId: idText(),
  role: z.enum(teamRoles),
  from: dayText(),
  title: lineText({ maximum: 160 }).optional(),
});
export const endSchema = z.object({ until: dayText() });
export const coreSchema = z.object({ isCore: checkBox() });

export const delegationSchema = z.object({
  id: idText(),
  toMember: idText(),
  from: dayText(),
  until: dayText(),
  reason: noteText({ minimum: 3, maximum: 300 }),
});
export const endDelegationSchema = z.object({ end: idText() });

export const reorganisationSchema = z.object({
  decisionNumber: lineText({ minimum: 1, maximum: 60 }),
  decisionDate: dayText(),
  effectiveOn: dayText(),
});
export const fateSchema = z.enum([...teamRoles, "leaves"]);

export const villagesInChargeSchema = z.object({ villageIds: z.array(number).optional() });
