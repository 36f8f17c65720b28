import { Form } from "@remix-run/react";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { Card } from "../../kit/card.tsx";
import { CheckBox } from "../../kit/check-box.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../../kit/form-answer.ts";
import { LinkButton } from "../../kit/link-button.tsx";
import { Notice } from "../../kit/notice.tsx";
import { Pill } from "../../kit/pill.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { TextLink } from "../../kit/text-link.tsx";
import { useMessages } from "../../language.tsx";
import { CRITERIA_PATHS } from "./criteria-paths.ts";
import { SheetView } from "./sheet-view.tsx";

export interface ShownDraft {
  readonly version: number;
  readonly title: string;
  readonly state: "draft" | "asked" | "adopted" | "withdrawn";
  readonly document: string | null;
  readonly revision: number;
  readonly askedByName: string | null;
  readonly isMine: boolean;
  readonly sheet: CriteriaSheet;
}

interface SheetDraftCardProps {
  draft: ShownDraft;
  /** The sheet in force; null while there is none. */
  before: CriteriaSheet | null;
  places: Readonly<Record<number, string>>;
  mayEdit: boolean;
  mayAdopt: boolean;
  answer: FormAnswer | undefined;
}

/** The draft in work, and the step that is next: change it, ask, or read it as the second person and adopt. */
export function SheetDraftCard({ draft, before, places, mayEdit, mayAdopt, answer }: SheetDraftCardProps) {
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.draft;
  const isAsked = draft.state === "asked";
  return (
    <Card
      title={words.title}
      aside={<Pill tone={isAsked ? "gold" : "neutral"}>{yearCriteria.states[draft.state]}</Pill>}
    >
      <div className="grid gap-5">
        <p className="text-lg font-bold [overflow-wrap:anywhere]">{draft.title}</p>
        <ErrorSummary problems={answer?.problems} labels={{ document: words.document, sure: words.sure }} />
        {isAsked ? (
          <Waiting draft={draft} mayEdit={mayEdit} mayAdopt={mayAdopt} answer={answer} />
        ) : mayEdit ? (
          <div className="flex flex-wrap gap-3">
            <LinkButton to={CRITERIA_PATHS.edit}>{words.edit}</LinkButton>
            <LinkButton to={CRITERIA_PATHS.clusters} variant="secondary">
              {yearCriteria.clusters.edit}
            </LinkButton>
            <LinkButton to={CRITERIA_PATHS.import} variant="secondary">
              {words.importLink}
            </LinkButton>
          </div>
        ) : null}
        <p>
          <TextLink to={CRITERIA_PATHS.file(draft.version)} reloadDocument>
            {yearCriteria.download}
          </TextLink>
        </p>
        <SheetView sheet={draft.sheet} before={before} places={places} />
        {mayEdit && !isAsked ? <AskForm draft={draft} answer={answer} /> : null}
      </div>
    </Card>
  );
}

function Waiting({ draft, mayEdit, mayAdopt, answer }: Omit<SheetDraftCardProps, "before" | "places">) {
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.draft;
  return (
    <>
      <Notice tone="info">
        {words.asked(draft.askedByName ?? "", draft.document ?? "")}
        {draft.isMine ? ` ${words.waits}` : null}
      </Notice>
      {mayAdopt && !draft.isMine ? (
        <Form method="post" noValidate className="grid gap-3">
          <input type="hidden" name="version" value={draft.version} />
          <input type="hidden" name="revision" value={draft.revision} />
          <CheckBox name="sure" label={words.sure} error={answer?.problems.sure} optional={false} />
          <div>
            <SubmitButton name="intent" value="adopt">
              {words.adopt}
            </SubmitButton>
          </div>
        </Form>
      ) : null}
      {mayEdit || mayAdopt ? (
        <Form method="post">
          <SubmitButton name="intent" value="give-back" variant="secondary">
            {draft.isMine ? words.takeBack : words.giveBack}
          </SubmitButton>
        </Form>
      ) : null}
    </>
  );
}

function AskForm({ draft, answer }: Pick<SheetDraftCardProps, "draft" | "answer">) {
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.draft;
  return (
    <>
      <Form method="post" noValidate className="grid gap-4 border-t border-line pt-5">
        <div>
          <h3 className="text-lg">{words.ask}</h3>
          <p className="text-ink-soft">{words.askLead}</p>
        </div>
        <input type="hidden" name="revision" value={draft.revision} />
        <TextField
          {...fieldOf(answer, "document", draft.document)}
          label={words.document}
          hint={words.documentHint}
          autoComplete="off"
        />
        <div>
          <SubmitButton name="intent" value="ask">
            {words.ask}
          </SubmitButton>
        </div>
      </Form>
      <Disclosure summary={words.drop}>
        <Form method="post" noValidate className="grid gap-3">
          <CheckBox name="sure" id="sure-drop" label={words.dropSure} optional={false} />
          <div>
            <SubmitButton name="intent" value="drop" variant="danger">
              {words.drop}
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </>
  );
}
