import { rosterArea } from "#app/messages/vi/roster.ts";
import { useMessages } from "../language.tsx";

/** What each field of a person's forms is called in the summary of errors. */
export function useMemberLabels(): Readonly<Record<string, string>> {
  const { member } = useMessages(rosterArea).roster;
  return {
    fullName: member.name,
    birthYear: member.birthYear,
    sex: member.sex,
    phone: member.phone,
    position: member.position,
    ethnicity: member.ethnicity,
    affiliations: member.belongs,
    cell: member.cell,
    school: member.school,
    enterprise: member.enterprise,
    teamId: member.team,
    role: member.role,
    from: member.from,
    source: member.source,
    campaign: member.campaign,
    assignedBy: member.assignedBy,
    until: member.until,
    title: member.title,
  };
}
