import { Form } from "@remix-run/react";
import type { BadgeContent } from "#app/domain/badges/badge.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { type FormAnswer, fieldsOf } from "../setup/form-answer.ts";
import { BadgeChange } from "./badge-change.tsx";
import { type Preview, PreviewOfBadge } from "./preview-of-badge.tsx";

interface ShownDraft {
  readonly content: BadgeContent;
  readonly revision: number;
  readonly isMine: boolean;
  readonly proposedByName: string | null;
  readonly proposal: { readonly on: LocalDate; readonly note: string | null } | null;
}

interface Props {
  badge: string;
  draft: ShownDraft;
  inUse: BadgeContent;
  preview: Preview | null;
  mayEdit: boolean;
  answer: FormAnswer | undefined;
}

/** What would change, for whom, and the step that is next. */
export function BadgeDraftCard({ badge, draft, inUse, preview, mayEdit, answer }: Props) {
  const { badges: words } = useMessages(badgesArea);
  return (
    <Card title={words.edit.changes}>
      <BadgeChange badge={badge} was={inUse} becomes={draft.content} />
      <div className="mt-5">
        {preview ? (
          <PreviewOfBadge preview={preview} award={draft.content.award} />
        ) : draft.content.award.by === "rule" ? (
          <LinkButton to={`/van-phong/huy-hieu/${badge}?xem-truoc`} variant="secondary">
            {words.edit.preview}
          </LinkButton>
        ) : null}
      </div>
      <div className="mt-6 border-t border-line pt-5">
        {draft.proposal ? (
          <Waiting draft={draft} proposal={draft.proposal} mayEdit={mayEdit} answer={answer} />
        ) : mayEdit ? (
          <Propose draft={draft} answer={answer} />
        ) : null}
      </div>
    </Card>
  );
}

function Propose({ draft, answer }: { draft: ShownDraft; answer: FormAnswer | undefined }) {
  const { badges: words } = useMessages(badgesArea);
  const field = fieldsOf(answer);
  return (
    <div className="grid gap-5">
      <Form method="post" noValidate className="grid max-w-xl gap-4">
        <p className="text-ink-soft">{words.edit.proposeLead}</p>
        <input type="hidden" name="revision" value={draft.revision} />
        <TextField {...field("note", null)} label={words.edit.note} optional maxLength={500} />
        <SubmitButton name="intent" value="propose" className="justify-self-start">
          {words.edit.propose}
        </SubmitButton>
      </Form>
      <Disclosure summary={words.edit.discard}>
        <Form method="post">
          <SubmitButton name="intent" value="discard" variant="danger">
            {words.edit.discard}
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
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  return (
    <div className="grid gap-4">
      <ErrorSummary problems={answer?.problems} />
      <Notice tone="warning" title={words.edit.waitingTitle}>
        {words.edit.waitingBy(draft.proposedByName ?? "", format.date(proposal.on))}{" "}
        {draft.isMine ? words.edit.yours : null}
        {proposal.note ? <span className="block">{proposal.note}</span> : null}
      </Notice>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="revision" value={draft.revision} />
        {draft.isMine ? null : (
          <SubmitButton name="intent" value="publish">
            {words.edit.publish}
          </SubmitButton>
        )}
        {mayEdit ? (
          <SubmitButton name="intent" value="withdraw" variant="secondary">
            {words.edit.withdraw}
          </SubmitButton>
        ) : null}
      </Form>
    </div>
  );
}
