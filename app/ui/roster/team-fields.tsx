import { rosterArea } from "#app/messages/vi/roster.ts";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface StoredTeam {
  readonly name: string;
  readonly decisionNumber: string | null;
  readonly decisionDate: string | null;
  readonly zaloGroup: string | null;
}

export function TeamFields({
  answer,
  stored,
}: {
  answer: FormAnswer | undefined;
  stored: Partial<StoredTeam>;
}) {
  const { team: words } = useMessages(rosterArea).roster;
  const text = (name: keyof StoredTeam) => ({
    name,
    defaultValue: fieldText(answer, name, stored[name] ?? null),
    error: answer?.problems[name],
  });
  return (
    <>
      <TextField {...text("name")} label={words.name} autoComplete="off" />
      <TextField
        {...text("decisionNumber")}
        label={words.decisionNumber}
        hint={words.decisionNumberHint}
        optional
      />
      <TextField {...text("decisionDate")} type="date" label={words.decisionDate} optional />
      <TextField {...text("zaloGroup")} label={words.zaloGroup} hint={words.zaloHint} optional />
    </>
  );
}
