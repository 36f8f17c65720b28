import { Form } from "@remix-run/react";
import Send from "lucide-react/icons/send";
import { MANDATORY_SECTIONS, type ReportSections, SECTION_KEYS } from "#app/domain/reports/report.ts";
import type { ReportFace } from "#app/domain/reports/report-face.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { Notice } from "../kit/notice.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";
import { usePeriodName } from "./use-period-name.ts";

export interface SectionAnswer extends FormAnswer {
  /** What somebody else wrote in between. */
  readonly theirs?: { readonly sections: ReportSections; readonly revision: number } | null;
}

interface SectionFormProps {
  face: ReportFace;
  revision: number;
  answer: SectionAnswer | undefined;
  /** A deputy may send for a leader who signs on paper. */
  mayCarryPaper: boolean;
  sendLabel: string;
}

/** The two sentences a leader adds, and what else may be said. */
export function SectionForm({ face, revision, answer, mayCarryPaper, sendLabel }: SectionFormProps) {
  const { reports: words } = useMessages(reportsArea);
  const { sections } = face;
  const theirs = answer?.theirs ?? null;
  const none = (key: "difficulties" | "proposals") =>
    answer === undefined ? sections[key].isNone : answer.values[`${key}None`] !== undefined;
  const typed = answer?.values.revision;
  const standsAt = theirs?.revision ?? (typeof typed === "string" ? typed : revision);
  return (
    <Card title={words.said}>
      <Form method="post" noValidate className="grid grid-cols-1 gap-6">
        <ErrorSummary problems={answer?.problems} labels={words.sections} />
        {theirs ? <Conflict theirs={theirs.sections} /> : null}
        <input type="hidden" name="revision" value={standsAt} />
        {MANDATORY_SECTIONS.map((key) =>
          key === "difficulties" || key === "proposals" ? (
            <div key={key} className="grid gap-1">
              <TextArea
                name={key}
                label={words.sections[key]}
                hint={words.sectionHints[key]}
                rows={3}
                defaultValue={fieldText(answer, key, sections[key].text)}
                error={answer?.problems[key]}
              />
              <CheckBox name={`${key}None`} label={words.sayNone} defaultChecked={none(key)} />
            </div>
          ) : null,
        )}
        <TextArea
          {...fieldOf(answer, "plan", sections.plan.text)}
          label={words.sections.plan}
          rows={2}
          optional
        />
        <TextArea
          {...fieldOf(answer, "remarks", sections.remarks.text)}
          label={words.sections.remarks}
          rows={2}
          optional
        />
        {mayCarryPaper ? <CheckBox name="onPaper" label={words.onPaper} /> : null}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" name="act" value="send" icon={Send}>
            {sendLabel}
          </Button>
          <Button type="submit" name="act" value="save" variant="secondary">
            {words.save}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Two wrote at once: what is kept beside what was just typed, which still stands in the fields. */
function Conflict({ theirs }: { theirs: ReportSections }) {
  const { reports: words } = useMessages(reportsArea);
  return (
    <Notice tone="warning" title={words.conflictTitle}>
      <p className="mb-3">{words.conflictHint}</p>
      <p className="font-bold">{words.theirs}</p>
      <SectionTexts sections={theirs} />
    </Notice>
  );
}

/** What was written, section by section; sections nobody wrote are left out unless they are owed. */
export function SectionTexts({ sections }: { sections: ReportSections }) {
  const { reports: words } = useMessages(reportsArea);
  return (
    <dl className="grid gap-3">
      {SECTION_KEYS.filter((key) => sections[key].text !== "" || MANDATORY_SECTIONS.includes(key)).map(
        (key) => (
          <div key={key}>
            <dt className="text-sm text-ink-soft">{words.sections[key]}</dt>
            <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {sections[key].text !== ""
                ? sections[key].text
                : sections[key].isNone
                  ? words.sayNone
                  : words.nothingSaid}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** What teams and units wrote in theirs, beside the text that adds them up. */
export function SaidByAll({
  said,
}: {
  said: readonly { readonly id: string; readonly name: string; readonly sections: ReportSections }[];
}) {
  const { reports: words } = useMessages(reportsArea);
  if (said.length === 0) return null;
  return (
    <Disclosure summary={words.saidByAll(said.length)}>
      <ul className="grid gap-6">
        {said.map(({ id, name, sections }) => (
          <li key={id}>
            <h3 className="mb-2 font-bold">{name}</h3>
            <SectionTexts sections={sections} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** What the last report left open: to be said again, or done with. */
export function CarriedOver({ face }: { face: ReportFace }) {
  const { reports: words } = useMessages(reportsArea);
  const nameOf = usePeriodName();
  if (face.carriedOver === null) return null;
  const { key, sections } = face.carriedOver;
  return (
    <Disclosure summary={words.carriedOver(nameOf(periodOfKey(key)))}>
      <SectionTexts sections={sections} />
    </Disclosure>
  );
}

function periodOfKey(key: string) {
  const [from, to] = key.split("..");
  if (to !== undefined) return { kind: "range", year: null, ordinal: null, from, to } as const;
  const year = Number(key.slice(0, 4));
  if (key.includes("Q")) return { kind: "quarter", year, ordinal: Number(key.slice(-1)) } as const;
  if (key.includes("H")) return { kind: "half", year, ordinal: Number(key.slice(-1)) } as const;
  return key.length === 4
    ? ({ kind: "year", year, ordinal: 1 } as const)
    : ({ kind: "month", year, ordinal: Number(key.slice(5)) } as const);
}
