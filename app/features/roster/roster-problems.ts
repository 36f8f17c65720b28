import type { FormProblems } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";

/** The field a refusal of a verb is about; what concerns none stands above the form. */
const FIELDS: Partial<Record<Rejection["code"], string>> = {
  membership_ends_before_it_starts: "until",
  membership_overlaps: "teamId",
  membership_starts_later: "from",
  membership_already_ended: "from",
  campaign_needs_end: "until",
  campaign_needs_name: "campaign",
  guest_only_member: "role",
  team_ended: "teamId",
  team_needs_village: "villageId",
  team_needs_school: "school",
  decision_incomplete: "decisionNumber",
  member_phone_known: "phone",
  delegation_ends_before_it_starts: "until",
  delegation_too_long: "until",
  delegation_in_the_past: "until",
  delegation_overlaps: "from",
  delegate_not_in_team: "toMember",
};

export function problemsOf(refusal: Rejection & { readonly ok: false }): FormProblems {
  const { ok: _, ...rejection } = refusal;
  return { [FIELDS[rejection.code] ?? "form"]: rejection };
}
