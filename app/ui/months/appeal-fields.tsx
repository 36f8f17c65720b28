import type { MonthClaim } from "#app/domain/months/month-views.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface AppealFieldsProps {
  id: string;
  teams: readonly { readonly id: number; readonly name: string }[];
  claims: readonly MonthClaim[];
  answer: {
    readonly problems: Readonly<Record<string, Rejection | undefined>>;
    readonly values: Readonly<Record<string, unknown>>;
  } | null;
}

/** About one piece of work, or about the team's figures as a whole. */
export function AppealFields({ id, teams, claims, answer }: AppealFieldsProps) {
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  const typed = (name: string) => {
    const value = answer?.values[name];
    return typeof value === "string" ? value : undefined;
  };
  const [only] = teams;
  return (
    <>
      <input type="hidden" name="id" value={typed("id") ?? id} />
      {teams.length === 1 && only ? (
        <input type="hidden" name="teamId" value={only.id} />
      ) : (
        <SelectField
          name="teamId"
          label={words.appealTeam}
          error={answer?.problems.teamId}
          defaultValue={typed("teamId") ?? ""}
          choices={teams.map((team) => ({ value: String(team.id), label: team.name }))}
        />
      )}
      <SelectField
        name="claimId"
        label={words.appealAbout}
        hint={words.appealAboutTeamHint}
        error={answer?.problems.claimId}
        defaultValue={typed("claimId") ?? ""}
        optional
        choices={claims.map((claim) => ({
          value: claim.id,
          label: `${format.date(claim.workDate)}, ${claim.memberName}: ${claim.activityName}`,
        }))}
      />
      <TextArea
        name="text"
        label={words.appealText}
        hint={words.appealTextHint}
        error={answer?.problems.text}
        defaultValue={typed("text")}
        rows={3}
      />
      <SubmitButton block>{words.appealSend}</SubmitButton>
    </>
  );
}
