import { Form } from "@remix-run/react";
import FileCheck from "lucide-react/icons/file-check";
import { MODES, OUTCOMES } from "#app/domain/activity/scheme.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { paperLogArea } from "#app/messages/vi/paper-log.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { CONTROL_STYLE, FieldFrame, fieldAttributes } from "../kit/field-frame.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";
import { PaperLine, PEOPLE_LIST } from "./paper-line.tsx";

interface TypeSheetProps {
  readonly teamId: number;
  readonly memberId: string;
  readonly ids: readonly string[];
  readonly sheetId: string;
  readonly kinds: readonly { readonly key: string; readonly number: string; readonly name: string }[];
  readonly services: readonly { readonly key: string; readonly name: string }[];
  readonly people: readonly { readonly mark: string; readonly who: string }[];
  readonly problems: { readonly [field: string]: Rejection | undefined } | null | undefined;
  readonly values: { readonly [field: string]: string | readonly string[] | undefined } | null | undefined;
  /** The picture that arrived with an earlier try. */
  readonly sheet: string | null;
}

/** One sheet, line by line, with the photograph that stands for its signatures. Works as a plain multipart form. */
export function TypeSheet(props: TypeSheetProps) {
  const { teamId, memberId, ids, sheetId, people, problems, values, sheet } = props;
  const { paperLog: words, activity } = useMessages(paperLogArea, activityArea);
  const file = { name: "photo", label: words.photo, hint: words.photoHint, error: problems?.photo };
  const choices = {
    kinds: props.kinds.map(({ key, number, name }) => ({ value: key, label: `${number}. ${name}` })),
    services: props.services.map(({ key, name }) => ({ value: key, label: name })),
    modes: MODES.map((mode, index) => ({ value: mode, label: `${index + 1}. ${activity.modes[mode]}` })),
    outcomes: OUTCOMES.map((outcome) => ({ value: outcome, label: activity.outcomes[outcome] })),
  };
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid gap-5">
      <ErrorSummary problems={problems} labels={labelsOf(ids.length, words)} />
      <input type="hidden" name="team" value={teamId} />
      <input type="hidden" name="member" value={memberId} />
      <input type="hidden" name="rows" value={ids.length} />
      <input type="hidden" name="sheetId" value={sheetId} />
      {sheet === null ? null : (
        <>
          <input type="hidden" name="sheet" value={sheet} />
          <Notice tone="success">{words.photoKept}</Notice>
        </>
      )}
      <div className="rounded-xl border border-line bg-surface p-5 shadow-card">
        <FieldFrame {...file} {...(sheet === null ? {} : { optional: "unsaid" as const })}>
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            {...fieldAttributes(file)}
            className={`${CONTROL_STYLE} file:me-4 file:rounded-md file:border-0 file:bg-accent-soft file:px-4 file:py-2 file:font-bold file:text-accent-ink`}
          />
        </FieldFrame>
      </div>
      <Notice tone="info">
        <ul className="grid gap-1">
          <li>{`${words.day}: ${words.dayHint}`}</li>
          <li>{`${words.person}: ${words.personHint}`}</li>
          <li>{`${words.mode}: ${words.modeHint}`}</li>
          <li>{`${words.visits}: ${words.visitsHint}`}</li>
        </ul>
      </Notice>
      <datalist id={PEOPLE_LIST}>
        {people.map(({ mark, who }) => (
          <option key={mark} value={mark}>
            {who}
          </option>
        ))}
      </datalist>
      {ids.map((id, index) => (
        <PaperLine key={id} number={index + 1} id={id} {...choices} problems={problems} values={values} />
      ))}
      <div>
        <SubmitButton icon={FileCheck}>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}

const LABELLED = [
  "day",
  "kind",
  "mode",
  "person",
  "service",
  "outcome",
  "visits",
  "minutes",
  "place",
  "note",
] as const;

function labelsOf(rows: number, words: ReturnType<typeof useMessages>["paperLog"]): Record<string, string> {
  const labels: Record<string, string> = { photo: words.photo };
  for (let number = 1; number <= rows; number++)
    for (const name of LABELLED) labels[`${name}${number}`] = `${words.line(number)}, ${words[name]}`;
  return labels;
}
