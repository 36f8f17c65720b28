import { Form } from "@remix-run/react";
import type { SchemeDifference } from "#app/domain/activity/scheme-differences.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { type FormAnswer, fieldsOf, typedIn } from "../setup/form-answer.ts";
import { SchemeDifferences } from "./scheme-differences.tsx";

interface ShownDraft {
  readonly revision: number;
  readonly proposal: {
    readonly on: LocalDate;
    readonly effectiveOn: LocalDate;
    readonly note: string | null;
    readonly byName: string | null;
    readonly isMine: boolean;
  } | null;
}

interface Props {
  draft: ShownDraft | null;
  pending: readonly SchemeDifference[];
  earliest: LocalDate;
  mayEdit: boolean;
  answer: FormAnswer | undefined;
}

/** What would change, and the step that is next: propose it, or read it as the second person and publish. */
export function DraftCard({ draft, pending, earliest, mayEdit, answer }: Props) {
  const { scheme } = useMessages(schemeArea);
  const words = scheme.draft;
  if (!draft) {
    return (
      <Card title={words.title}>
        <ErrorSummary problems={answer?.problems} />
        <p className="text-ink-soft">{words.none}</p>
      </Card>
    );
  }
  return (
    <Card>
      <SchemeDifferences caption={words.pending} differences={pending} empty={words.none} />
      <div className="mt-5">
        <LinkButton to="/van-phong/bo-quy-tac/chay-thu" variant="secondary">
          {scheme.rehearsal.title}
        </LinkButton>
      </div>
      <div className="mt-6 border-t border-line pt-5">
        {draft.proposal ? (
          <Waiting draft={draft} proposal={draft.proposal} mayEdit={mayEdit} answer={answer} />
        ) : mayEdit ? (
          <Propose draft={draft} earliest={earliest} answer={answer} />
        ) : null}
      </div>
    </Card>
  );
}

function Propose({ draft, earliest, answer }: Pick<Props, "earliest" | "answer"> & { draft: ShownDraft }) {
  const { scheme } = useMessages(schemeArea);
  const words = scheme.draft;
  const format = useFormat();
  const field = fieldsOf(answer);
  return (
    <div className="grid gap-5">
      <Form method="post" noValidate className="grid max-w-xl gap-5">
        <h2 className="text-lg">{words.propose}</h2>
        <p className="text-ink-soft">{words.proposeLead}</p>
        <ErrorSummary problems={answer?.problems} labels={{ effectiveOn: words.effectiveOn }} />
        <input type="hidden" name="revision" value={draft.revision} />
        <TextField
          {...field("effectiveOn", earliest)}
          type="date"
          label={words.effectiveOn}
          hint={words.effectiveHint(format.date(earliest))}
        />
        <TextArea
          name="note"
          rows={2}
          label={words.note}
          optional
          maxLength={500}
          error={answer?.problems.note}
          defaultValue={typedIn(answer, "note")}
        />
        <SubmitButton name="intent" value="propose" className="justify-self-start">
          {words.propose}
        </SubmitButton>
      </Form>
      <Disclosure summary={words.discard}>
        <p className="text-ink-soft">{words.discardLead}</p>
        <Form method="post" className="mt-3">
          <SubmitButton name="intent" value="discard" variant="danger">
            {words.discard}
          </SubmitButton>
        </Form>
      </Disclosure>
    </div>
  );
}

function Waiting({
  draft,
  proposal,
  mayEdit,
  answer,
}: Pick<Props, "mayEdit" | "answer"> & {
  draft: ShownDraft;
  proposal: NonNullable<ShownDraft["proposal"]>;
}) {
  const { scheme } = useMessages(schemeArea);
  const words = scheme.draft;
  const format = useFormat();
  return (
    <div className="grid gap-5">
      <ErrorSummary problems={answer?.problems} />
      <Notice title={words.waiting}>
        {words.waitingBody(
          proposal.byName ?? "–",
          format.date(proposal.on),
          format.date(proposal.effectiveOn),
        )}
        {proposal.note ? <p className="mt-2">{proposal.note}</p> : null}
      </Notice>
      {proposal.isMine ? null : (
        <Form method="post" className="grid gap-3">
          <p className="text-ink-soft">{words.publishLead}</p>
          <input type="hidden" name="revision" value={draft.revision} />
          <input type="hidden" name="effectiveOn" value={proposal.effectiveOn} />
          <SubmitButton name="intent" value="publish" className="justify-self-start">
            {words.publish}
          </SubmitButton>
        </Form>
      )}
      {mayEdit ? (
        <Form method="post">
          <SubmitButton name="intent" value="withdraw" variant="secondary">
            {words.withdraw}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
