import { Form } from "@remix-run/react";
import { publicationArea } from "#app/messages/vi/publication.ts";
import { Card } from "../kit/card.tsx";
import { CopyButton } from "../kit/copy-button.tsx";
import { DataTable } from "../kit/data-table.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { Notice } from "../kit/notice.tsx";
import { QrCode } from "../kit/qr-code.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { type FormAnswer, fieldsOf } from "../setup/form-answer.ts";

interface Screen {
  readonly id: string;
  readonly label: string;
  readonly madeAt: Date;
  readonly lastSeenAt: Date | null;
}

interface TvCardProps {
  readonly screens: readonly Screen[];
  readonly now: number;
  readonly newId: string;
  /** A screen made just now: its address stands here once and nowhere else. */
  readonly made: { readonly label: string; readonly tvAddress: string } | null;
  readonly answer: FormAnswer | null;
}

export function TvCard({ screens, now, newId, made, answer }: TvCardProps) {
  const words = useMessages(publicationArea).publication.tv;
  return (
    <Card title={words.title}>
      <p className="max-w-prose text-ink-soft">{words.lead}</p>
      <div className="mt-5 grid gap-6">
        {made ? <NewAddress {...made} /> : null}
        <Screens screens={screens} now={now} />
        <Disclosure summary={words.makeTitle} isOpen={answer !== null}>
          <NewScreen newId={newId} answer={answer} />
        </Disclosure>
      </div>
    </Card>
  );
}

function Screens({ screens, now }: Pick<TvCardProps, "screens" | "now">) {
  const words = useMessages(publicationArea).publication.tv;
  const format = useFormat();
  return (
    <DataTable
      caption={words.title}
      hidesCaption
      rows={screens}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        { key: "label", header: words.columns.label, cell: ({ label }) => label },
        { key: "made", header: words.columns.made, cell: ({ madeAt }) => format.moment(madeAt.getTime()) },
        {
          key: "seen",
          header: words.columns.seen,
          cell: ({ lastSeenAt }) =>
            lastSeenAt === null ? words.neverSeen : format.ago(lastSeenAt.getTime(), now),
        },
        { key: "act", header: words.columns.act, cell: (screen) => <RevokeButton {...screen} /> },
      ]}
    />
  );
}

function RevokeButton({ id, label }: Screen) {
  const words = useMessages(publicationArea).publication.tv;
  return (
    <Form method="post">
      <input type="hidden" name="tv" value={id} />
      <SubmitButton
        name="intent"
        value="revoke"
        variant="danger"
        size="small"
        aria-label={words.revokeOf(label)}
      >
        {words.revoke}
      </SubmitButton>
    </Form>
  );
}

function NewAddress({ label, tvAddress }: { label: string; tvAddress: string }) {
  const words = useMessages(publicationArea).publication.tv;
  return (
    <Notice tone="success" title={label} action={<CopyButton text={tvAddress} label={words.copy} />}>
      <p>{words.shownOnce}</p>
      <p className="my-3 text-lg font-bold [overflow-wrap:anywhere]">{tvAddress}</p>
      <QrCode content={tvAddress} label={words.scan} size="10rem" />
    </Notice>
  );
}

function NewScreen({ newId, answer }: Pick<TvCardProps, "newId" | "answer">) {
  const words = useMessages(publicationArea).publication.tv;
  const field = fieldsOf(answer ?? undefined);
  return (
    // A new form for each new screen, so that what was typed for the last one is gone.
    <Form key={newId} method="post" noValidate className="grid max-w-xl gap-5">
      <ErrorSummary problems={answer?.problems} labels={{ label: words.label }} />
      <input type="hidden" name="id" value={newId} />
      <TextField
        {...field("label", null)}
        label={words.label}
        hint={words.labelHint}
        maxLength={80}
        autoComplete="off"
      />
      <SubmitButton name="intent" value="make" className="justify-self-start">
        {words.make}
      </SubmitButton>
    </Form>
  );
}
