import { Form } from "@remix-run/react";
import Printer from "lucide-react/icons/printer";
import { paperLogArea } from "#app/messages/vi/paper-log.ts";
import type { Choice } from "../kit/choice.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";

interface ChooseSheetProps {
  readonly teams: readonly Choice[];
  readonly teamId: number | null;
  readonly members: readonly Choice[];
  readonly rows: number;
  /** Where the chosen team's sheets are printed; null before a team is chosen. */
  readonly printAt: string | null;
}

/** Whose sheet it is. Two plain steps, so that it works without scripts: the team, then one of its members. */
export function ChooseSheet({ teams, teamId, members, rows, printAt }: ChooseSheetProps) {
  const { paperLog: words } = useMessages(paperLogArea);
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Form
        method="get"
        className="grid content-start gap-5 rounded-xl border border-line bg-surface p-5 shadow-card sm:p-8"
      >
        <h2 className="text-xl">{words.choose}</h2>
        <SelectField key={teamId} name="to" label={words.team} choices={teams} defaultValue={teamId ?? ""} />
        {members.length > 0 ? (
          <>
            <SelectField name="member" label={words.member} choices={members} optional="unsaid" />
            <NumberField name="rows" label={words.rows} defaultValue={String(rows)} optional="unsaid" />
          </>
        ) : null}
        <div>
          <SubmitButton>{words.open}</SubmitButton>
        </div>
      </Form>
      {printAt === null ? null : (
        <section className="grid content-start gap-4 rounded-xl border border-line bg-surface p-5 shadow-card sm:p-8">
          <h2 className="text-xl">{words.printTitle}</h2>
          <p className="text-ink-soft">{words.printLead}</p>
          <div>
            <LinkButton to={printAt} reloadDocument variant="secondary" icon={Printer}>
              {words.print}
            </LinkButton>
          </div>
        </section>
      )}
    </div>
  );
}
