import { teamRoles } from "#app/domain/people/membership.ts";
import { AFFILIATION_KINDS, type AffiliationKind, MEMBERSHIP_SOURCES } from "#app/domain/people/team.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { CheckBox } from "../kit/check-box.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

export interface StoredMember {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly position: string | null;
  readonly hasItSkill: boolean | null;
  readonly maskedPhone: string | null;
  readonly affiliations: readonly { readonly kind: AffiliationKind; readonly organisation: string | null }[];
}

export function MemberFields({ answer, stored }: { answer: FormAnswer | undefined; stored?: StoredMember }) {
  const { member: words, sexes, affiliations } = useMessages(rosterArea).roster;
  const errors = answer?.problems ?? {};
  const named = (kinds: readonly AffiliationKind[]) =>
    stored?.affiliations.find(({ kind, organisation }) => kinds.includes(kind) && organisation !== null)
      ?.organisation;
  const text = (name: string, was: string | number | null | undefined) => ({
    name,
    defaultValue: fieldText(answer, name, was ?? null),
    error: errors[name],
  });
  return (
    <>
      <TextField
        {...text("fullName", stored?.fullName)}
        label={words.name}
        hint={words.nameHint}
        autoComplete="off"
      />
      <NumberField {...text("birthYear", stored?.birthYear)} label={words.birthYear} maxLength={4} optional />
      <ChipGroup
        name="sex"
        label={words.sex}
        error={errors.sex}
        choices={[
          { value: "female", label: sexes.female },
          { value: "male", label: sexes.male },
        ]}
        defaultValues={fieldList(answer, "sex", stored?.sex ? [stored.sex] : [])}
        optional
      />
      <TextField
        {...text("phone", null)}
        type="tel"
        label={words.phone}
        hint={stored?.maskedPhone ? words.phoneKept(stored.maskedPhone) : words.phoneHint}
        autoComplete="off"
        optional
      />
      <TextField
        {...text("position", stored?.position)}
        label={words.position}
        hint={words.positionHint}
        optional
      />
      <TextField {...text("ethnicity", stored?.ethnicity)} label={words.ethnicity} optional />
      <ChipGroup
        name="affiliations"
        multiple
        label={words.belongs}
        hint={words.belongsHint}
        error={errors.affiliations}
        choices={AFFILIATION_KINDS.map((kind) => ({ value: kind, label: affiliations[kind] }))}
        defaultValues={fieldList(answer, "affiliations", stored?.affiliations.map(({ kind }) => kind) ?? [])}
        optional
      />
      <TextField {...text("cell", named(["youth_union"]))} label={words.cell} optional />
      <TextField {...text("school", named(["teacher", "student"]))} label={words.school} optional />
      <TextField {...text("enterprise", named(["enterprise"]))} label={words.enterprise} optional />
      <CheckBox
        name="hasItSkill"
        label={words.skill}
        defaultChecked={answer ? answer.values.hasItSkill !== undefined : stored?.hasItSkill === true}
      />
    </>
  );
}

interface PlaceFieldsProps {
  answer: FormAnswer | undefined;
  teams: readonly { readonly id: number; readonly name: string }[];
  teamId: number | null;
  today: string;
  /** Somebody may stand on the roster before a team is chosen. */
  isTeamOptional?: boolean;
}

export function PlaceFields({ answer, teams, teamId, today, isTeamOptional = false }: PlaceFieldsProps) {
  const { member: words, roles, sources } = useMessages(rosterArea).roster;
  const errors = answer?.problems ?? {};
  const text = (name: string, was: string | number | null = null) => ({
    name,
    defaultValue: fieldText(answer, name, was),
    error: errors[name],
  });
  return (
    <>
      <SelectField
        {...text("teamId", teamId)}
        label={words.team}
        choices={teams.map(({ id, name }) => ({ value: String(id), label: name }))}
        optional={isTeamOptional}
      />
      <RadioGroup
        {...text("role", "member")}
        label={words.role}
        choices={teamRoles.map((role) => ({ value: role, label: roles[role] }))}
      />
      <TextField {...text("from", today)} type="date" label={words.from} />
      <SelectField
        {...text("source", "decision")}
        label={words.source}
        choices={MEMBERSHIP_SOURCES.map((source) => ({ value: source, label: sources[source] }))}
      />
      <TextField {...text("campaign")} label={words.campaign} hint={words.campaignHint} optional />
      <TextField {...text("assignedBy")} label={words.assignedBy} hint={words.assignedByHint} optional />
      <TextField {...text("until")} type="date" label={words.until} hint={words.untilHint} optional />
      <TextField {...text("title")} label={words.title} optional />
      <CheckBox name="isCore" label={words.core} defaultChecked={answer?.values.isCore !== undefined} />
    </>
  );
}
