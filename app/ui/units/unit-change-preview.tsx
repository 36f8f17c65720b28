import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { unitsArea } from "#app/messages/vi/units.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Notice } from "../kit/notice.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownPreview {
  readonly lastDay: LocalDate;
  readonly old: readonly { readonly id: number; readonly name: string; readonly households: number | null }[];
  readonly newNames: readonly string[];
  readonly teams: readonly { readonly name: string; readonly from: readonly string[] }[];
  readonly members: readonly { readonly id: string; readonly name: string; readonly team: string }[];
  readonly lanes: readonly { readonly lane: string; readonly households: number }[];
  readonly otherRights: number;
  readonly leaders: number;
}

interface Props {
  preview: ShownPreview;
  kind: "merge" | "split" | "rename";
  effectiveOn: LocalDate;
  /** What was typed, sent again word for word. */
  fields: readonly (readonly [name: string, value: string])[];
}

/** What will move, before anything does; a split also asks who and which lanes go where. */
export function UnitChangePreview({ preview, kind, effectiveOn, fields }: Props) {
  const { units: words } = useMessages(unitsArea);
  const format = useFormat();
  const households = preview.lanes.reduce((sum, lane) => sum + lane.households, 0);
  const moves = [
    preview.members.length > 0 && words.peopleMove(preview.members.length),
    households > 0 && words.householdsMove(households),
    preview.otherRights > 0 && words.otherRights(preview.otherRights),
  ].filter((line) => line !== false);
  return (
    <Form method="post" className="grid gap-6">
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <Card title={words.previewTitle}>
        <p className="text-ink-soft">{words.previewLead}</p>
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <Side title={words.from} day={words.untilDay(format.date(preview.lastDay))}>
            {preview.old.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </Side>
          <Side title={words.to} day={words.fromDay(format.date(effectiveOn))}>
            {preview.newNames.map((name) => (
              <li key={name} className="font-bold">
                {name}
              </li>
            ))}
          </Side>
        </div>
        <Teams teams={preview.teams} />
        {moves.length > 0 ? (
          <ul className="mt-4 list-disc ps-6">
            {moves.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
        <p className="mt-4 text-ink-soft">{words.kept}</p>
      </Card>
      {preview.leaders > 1 ? <Notice tone="warning">{words.severalLeaders(preview.leaders)}</Notice> : null}
      {kind === "split" ? <Seats preview={preview} /> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="confirm" size="large">
          {words.confirm}
        </SubmitButton>
        <Button type="submit" name="intent" value="edit" variant="secondary" size="large">
          {words.change}
        </Button>
      </div>
    </Form>
  );
}

function Side({ title, day, children }: { title: string; day: string; children: ReactNode }) {
  return (
    <div className="rounded-lg bg-sunken p-4">
      <p className="text-sm text-ink-soft">
        {title} {day}
      </p>
      <ul className="mt-1 text-lg">{children}</ul>
    </div>
  );
}

function Teams({ teams }: Pick<ShownPreview, "teams">) {
  const { units: words } = useMessages(unitsArea);
  if (teams.length === 0) return null;
  return (
    <div className="mt-4">
      <h3 className="font-bold">{words.teams}</h3>
      <ul>
        {teams.map(({ name, from }) => (
          <li key={`${name}/${from.join()}`}>
            {name} <span className="text-ink-soft">{words.teamFrom(from.join(", "))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Seats({ preview }: { preview: ShownPreview }) {
  const { units: words } = useMessages(unitsArea);
  const choicesFor = (key: string) =>
    preview.newNames.map((label, index) => ({ value: `${index}/${key}`, label }));
  return (
    <>
      <Notice tone="info">{words.countAgain}</Notice>
      {preview.members.length > 0 ? (
        <Card title={words.seats}>
          <div className="grid gap-4 sm:grid-cols-2">
            {preview.members.map(({ id, name }) => (
              <SelectField
                key={id}
                id={`seat-${id}`}
                name="seat"
                label={name}
                choices={choicesFor(id)}
                defaultValue={`0/${id}`}
              />
            ))}
          </div>
        </Card>
      ) : null}
      {preview.lanes.length > 0 ? (
        <Card title={words.lanes}>
          <div className="grid gap-4 sm:grid-cols-2">
            {preview.lanes.map(({ lane, households }, index) => (
              <SelectField
                key={lane}
                id={`lane-${index}`}
                name="lane"
                label={`${lane || words.noLane} (${words.householdsOf(households)})`}
                choices={choicesFor(lane)}
                defaultValue={`0/${lane}`}
              />
            ))}
          </div>
        </Card>
      ) : null}
    </>
  );
}
