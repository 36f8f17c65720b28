import type { Rejection } from "#app/messages/rejections.ts";
import { paperLogArea } from "#app/messages/vi/paper-log.ts";
import type { Choice } from "../kit/choice.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

export interface PaperLineProps {
  readonly number: number;
  readonly id: string;
  readonly kinds: readonly Choice[];
  readonly modes: readonly Choice[];
  readonly services: readonly Choice[];
  readonly outcomes: readonly Choice[];
  readonly problems: { readonly [field: string]: Rejection | undefined } | null | undefined;
  readonly values: { readonly [field: string]: string | readonly string[] | undefined } | null | undefined;
}

/** The list the person fields draw from, written once on the page. */
export const PEOPLE_LIST = "paper-people";

/** One line of a sheet: what is on nearly every line first, the rest folded away. */
export function PaperLine({
  number,
  id,
  kinds,
  modes,
  services,
  outcomes,
  problems,
  values,
}: PaperLineProps) {
  const { paperLog: words } = useMessages(paperLogArea);
  const field = (name: string) => {
    const value = values?.[`${name}${number}`];
    return {
      name: `${name}${number}`,
      error: problems?.[`${name}${number}`],
      optional: "unsaid" as const,
      defaultValue: typeof value === "string" ? value : "",
    };
  };
  const hasMore = ["minutes", "place", "note"].some(
    (name) => problems?.[`${name}${number}`] || values?.[`${name}${number}`],
  );
  return (
    <fieldset className="grid grid-cols-1 gap-4 rounded-xl border border-line bg-surface p-5 shadow-card sm:grid-cols-2 xl:grid-cols-4">
      <legend className="float-start font-bold text-lg sm:col-span-2 xl:col-span-4">
        {words.line(number)}
      </legend>
      <input type="hidden" name={`id${number}`} value={id} />
      <TextField {...field("day")} label={words.day} type="date" />
      <SelectField {...field("kind")} label={words.kind} choices={kinds} />
      <TextField {...field("person")} label={words.person} list={PEOPLE_LIST} autoComplete="off" />
      <SelectField {...field("service")} label={words.service} choices={services} />
      <SelectField {...field("outcome")} label={words.outcome} choices={outcomes} />
      <SelectField {...field("mode")} label={words.mode} choices={modes} />
      <NumberField {...field("visits")} label={words.visits} />
      <div className="self-end sm:col-span-2 xl:col-span-4">
        <Disclosure summary={words.more} isOpen={hasMore}>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
            <NumberField {...field("minutes")} label={words.minutes} />
            <TextField {...field("place")} label={words.place} />
            <TextField {...field("note")} label={words.note} />
          </div>
        </Disclosure>
      </div>
    </fieldset>
  );
}
