import { Form } from "@remix-run/react";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";
import type { RollLineView } from "./views.ts";

interface RollFormProps {
  lines: readonly RollLineView[];
  isMandatory: boolean;
}

/** Everybody who was asked to come: tick who is there. */
export function RollForm({ lines, isMandatory }: RollFormProps) {
  const { training } = useMessages(trainingArea);
  const words = training.session;
  if (lines.length === 0) return <Card title={words.roll}>{words.nobody}</Card>;
  return (
    <Card title={words.roll}>
      <Form method="post" preventScrollReset noValidate>
        <p className="text-ink-soft">{words.rollBody}</p>
        <ul className="my-4 divide-y divide-line">
          {lines.map((line) => (
            <li key={line.memberId}>
              <input type="hidden" name="listed" value={line.memberId} />
              <label className="flex min-h-13 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 py-2">
                {line.isSelf && line.state === "present" ? (
                  <input type="hidden" name="present" value={line.memberId} />
                ) : null}
                <input
                  type="checkbox"
                  name="present"
                  value={line.memberId}
                  defaultChecked={line.state === "present"}
                  disabled={line.isSelf}
                  className="size-6 shrink-0 rounded-sm"
                />
                <span className="min-w-0 flex-1">
                  <strong className="block leading-snug">{line.fullName}</strong>
                  <span className="text-sm text-ink-soft">{line.teamName}</span>
                </span>
                <Marks line={line} isMandatory={isMandatory} />
              </label>
            </li>
          ))}
        </ul>
        <SubmitButton name="act" value="roll">
          {words.rollSave}
        </SubmitButton>
      </Form>
    </Card>
  );
}

function Marks({ line, isMandatory }: { line: RollLineView; isMandatory: boolean }) {
  const { training } = useMessages(trainingArea);
  const words = training.session;
  const { state, way } = line;
  return (
    <span className="flex flex-wrap gap-1.5">
      {state === "present" ? (
        <Pill tone="accent">
          {training.present}, {way === "code" ? words.byCode : words.byList}
        </Pill>
      ) : null}
      {state === "asked" ? <Pill tone="gold">{words.askedTitle}</Pill> : null}
      {state === "excused" ? <Pill>{training.excused}</Pill> : null}
      {state === "present" && isMandatory && line.claimId === null ? <Pill>{words.noPoints}</Pill> : null}
      {line.isInvited ? null : <Pill tone="info">{words.guest}</Pill>}
      {line.isSelf ? <Pill>{words.self}</Pill> : null}
    </span>
  );
}
