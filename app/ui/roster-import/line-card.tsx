import { Form } from "@remix-run/react";
import type { ImportProblem } from "#app/domain/people/plan-roster-import.ts";
import { importsArea } from "#app/messages/vi/import.ts";
import { Button } from "../kit/button.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import type { Choice } from "../kit/choice.ts";
import { Pill } from "../kit/pill.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

type Field = "name" | "birth" | "phone" | "role" | "village" | "position";

/** A line of an import as its card shows it. */
export interface CardLine {
  readonly line: number;
  readonly place: { readonly sheet: string; readonly row: number };
  readonly person: {
    readonly name: string;
    readonly birthYear: number | null;
    readonly position: string | null;
    readonly phone: string | null;
    readonly role: "leader" | "deputy" | "member";
    readonly village: string | null;
  };
  readonly problems: readonly ImportProblem[];
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly birthYear: number | null;
    readonly position: string | null;
  }[];
  readonly isConflict: boolean;
  readonly isLeftOut: boolean;
  readonly otherRow: number | null;
}

interface LineCardProps {
  line: CardLine;
  villages: readonly string[];
  /** Addresses keep the kind and page that were looked at. */
  action: string;
}

/** One line that a person must decide on: what is wrong, how to mend it, and the fields to do it in. */
export function LineCard({ line, villages, action }: LineCardProps) {
  const { batch, problems: say } = useMessages(importsArea).imports;
  const { place, person } = line;
  const sentences = line.problems.map((problem) => sayProblem(say, problem));
  return (
    <li className="rounded-xl border border-line bg-surface p-4 shadow-card sm:p-5" id={`dong-${line.line}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg">{person.name || batch.noName}</h3>
        <Pill>{place.sheet ? batch.rowIn(place.row, place.sheet) : batch.row(place.row)}</Pill>
      </div>
      {line.isConflict ? (
        <ConflictForm line={line} action={action} />
      ) : (
        <>
          <ul className="mt-2 grid gap-1 text-danger-ink">
            {sentences.map((sentence) => (
              <li key={sentence}>
                {sentence} {line.otherRow === null ? null : batch.reasonWithRow(line.otherRow)}
              </li>
            ))}
          </ul>
          <MendForm line={line} villages={villages} action={action} />
        </>
      )}
    </li>
  );
}

export function sayProblem(
  sentences: ReturnType<typeof useMessages>["imports"]["problems"],
  problem: ImportProblem,
): string {
  const say = sentences[problem.code] as (facts: ImportProblem) => string;
  return say(problem);
}

function fieldsToMend(problems: readonly ImportProblem[]): Field[] {
  const fields = problems.flatMap(mendedBy);
  return [...new Set(fields)];
}

function mendedBy(problem: ImportProblem): Field[] {
  switch (problem.code) {
    case "name_missing":
    case "legacy_font":
      return ["name"];
    case "phone_invalid":
    case "phone_of_another":
      return ["phone"];
    case "birth_invalid":
      return ["birth"];
    case "role_unknown":
      return ["role"];
    case "village_missing":
    case "village_unknown":
      return ["village"];
    case "duplicate_in_file":
      return ["phone", "birth"];
    case "text_invalid":
      return [problem.field === "name" ? "name" : "position"];
  }
}

function shownValue(line: CardLine, field: Field): string {
  const { person, problems } = line;
  const found = problems.find(
    (problem) =>
      "found" in problem &&
      ((field === "phone" && problem.code === "phone_invalid") ||
        (field === "birth" && problem.code === "birth_invalid")),
  );
  if (found && "found" in found) return found.found;
  if (field === "birth") return person.birthYear === null ? "" : String(person.birthYear);
  return person[field] ?? "";
}

function MendForm({ line, villages, action }: LineCardProps) {
  const { batch } = useMessages(importsArea).imports;
  const fields = fieldsToMend(line.problems);
  const unknownVillage = line.problems.find(({ code }) => code === "village_unknown")
    ? line.person.village
    : null;
  return (
    <Form method="post" action={action} preventScrollReset className="mt-4 grid gap-4">
      <input type="hidden" name="line" value={line.line} />
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((field) => {
          const frame = {
            name: field,
            label: batch.fields[field],
            id: `${field}-${line.line}`,
            optional: "unsaid" as const,
          };
          if (field === "role") {
            return <SelectField key={field} {...frame} choices={roleChoices(batch.roles)} defaultValue="" />;
          }
          if (field === "village") {
            const choices = villages.map((name) => ({ value: name, label: name }));
            return <SelectField key={field} {...frame} choices={choices} defaultValue="" />;
          }
          return (
            <TextField
              key={field}
              {...frame}
              type={field === "phone" ? "tel" : "text"}
              {...(field === "birth" || field === "phone" ? { inputMode: "numeric" as const } : {})}
              defaultValue={shownValue(line, field)}
              autoComplete="off"
            />
          );
        })}
      </div>
      {unknownVillage === null ? null : (
        <CheckBox
          name="everyVillage"
          id={`everyVillage-${line.line}`}
          label={batch.everyVillage(unknownVillage)}
          defaultChecked
        />
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="mend">
          {batch.mend}
        </SubmitButton>
        <Button type="submit" variant="quiet" name="act" value="leave_out">
          {batch.leaveOut}
        </Button>
      </div>
    </Form>
  );
}

function ConflictForm({ line, action }: Omit<LineCardProps, "villages">) {
  const { batch } = useMessages(importsArea).imports;
  const choices: Choice[] = [
    ...line.candidates.map(({ id, name, birthYear, position }) => ({
      value: id,
      label: [name, birthYear === null ? null : batch.born(birthYear), position].filter(Boolean).join(", "),
    })),
    { value: "new", label: batch.newPerson },
  ];
  return (
    <Form method="post" action={action} preventScrollReset className="mt-3 grid gap-4">
      <input type="hidden" name="line" value={line.line} />
      <RadioGroup name="choice" id={`choice-${line.line}`} label={batch.sameName} choices={choices} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="choose">
          {batch.choose}
        </SubmitButton>
        <Button type="submit" variant="quiet" name="act" value="leave_out">
          {batch.leaveOut}
        </Button>
      </div>
    </Form>
  );
}

function roleChoices(roles: Readonly<Record<"leader" | "deputy" | "member", string>>): Choice[] {
  return (["leader", "deputy", "member"] as const).map((value) => ({ value, label: roles[value] }));
}
