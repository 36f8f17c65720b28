import FileArchive from "lucide-react/icons/file-archive";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { SHEET_TALK_PATHS } from "#app/domain/self-assessment/sheet-talk.ts";
import { type PublicationDesk, YEAR_PUBLICATION_PATHS } from "#app/domain/year-publication/views.ts";
import { yearPublicationArea } from "#app/messages/vi/year-publication.ts";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { CopyButton } from "../kit/copy-button.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { FormCard } from "../kit/form-card.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { YEAR_PATHS } from "../year/year-paths.ts";

/** When villages may speak, and the words that tell them. */
export function CommentStep({ review, locked }: Pick<PublicationDesk, "review" | "locked">) {
  const { yearPublication: words } = useMessages(yearPublicationArea);
  const { date } = useFormat();
  const { title, commentFirstDay: first, commentLastDay: last } = review;
  const notice = first && last ? words.noticeText(title, date(first), date(last)) : null;
  return (
    <Card
      title={words.steps.comment}
      aside={<TextLink to={SHEET_TALK_PATHS.office(review.id)}>{words.commentDesk}</TextLink>}
    >
      {first && last && notice ? (
        <div className="grid gap-3">
          <p>{words.commentDays(date(first), date(last))}</p>
          <blockquote className="max-w-prose rounded-lg bg-sunken p-4">{notice}</blockquote>
          <div>
            <CopyButton text={notice} label={words.copy} />
          </div>
        </div>
      ) : (
        <p className="max-w-prose text-ink-soft">{locked ? words.commentSkipped : words.commentNone}</p>
      )}
    </Card>
  );
}

export function LockStep({ review, locked }: Pick<PublicationDesk, "review" | "locked">) {
  const { yearPublication: words } = useMessages(yearPublicationArea);
  const { date } = useFormat();
  return (
    <Card
      title={words.steps.lock}
      aside={locked ? undefined : <TextLink to={YEAR_PATHS.lock(review.id)}>{words.lockDesk}</TextLink>}
    >
      {locked ? (
        <div className="grid gap-4">
          <p>{words.lockOf(date(locked.on), locked.by, locked.villages)}</p>
          <p>
            {words.mark}
            <br />
            <code className="text-sm [overflow-wrap:anywhere]">{locked.sha256}</code>
          </p>
          <p className="max-w-prose text-ink-soft">{words.packageLead}</p>
          <div>
            <LinkButton
              to={YEAR_PUBLICATION_PATHS.package(review.id)}
              variant="secondary"
              icon={FileArchive}
              reloadDocument
            >
              {words.package}
            </LinkButton>
          </div>
        </div>
      ) : (
        <p className="max-w-prose text-ink-soft">{words.lockNone}</p>
      )}
    </Card>
  );
}

interface PublishProps {
  desk: PublicationDesk;
  communeId: number;
  today: LocalDate;
  mayPublish: boolean;
  answer: FormAnswer | undefined;
}

/** What becomes everybody's is read once more before it does. */
export function PublishStep({ desk, communeId, today, mayPublish, answer }: PublishProps) {
  const { yearPublication: words } = useMessages(yearPublicationArea);
  const { date } = useFormat();
  const { review, locked, published } = desk;
  if (published) {
    return (
      <Card title={words.steps.publish}>
        <p>{words.publishedOf(published.document, date(published.decidedOn), published.by)}</p>
        <p className="mt-3">
          <TextLink to={YEAR_PUBLICATION_PATHS.publicOne(communeId, review.id)} reloadDocument>
            {words.publicPage}
          </TextLink>
        </p>
      </Card>
    );
  }
  return (
    <Card title={words.steps.publish}>
      <p className="max-w-prose">{words.publishLead}</p>
      {locked && locked.exclusions.length > 0 ? (
        <div className="mt-3 max-w-prose">
          <p className="font-bold">{words.exclusions}</p>
          <ul className="mt-1 grid gap-1">
            {locked.exclusions.map(({ village, reason, document }) => (
              <li key={village}>{words.exclusionLine(village, reason, document)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {locked && mayPublish ? (
        <div className="mt-5">
          <FormCard
            problems={answer?.problems}
            labels={{ document: words.document, decidedOn: words.decidedOn, isRead: words.isRead }}
          >
            <TextField
              {...fieldOf(answer, "document")}
              label={words.document}
              hint={words.documentHint}
              maxLength={100}
            />
            <TextField {...fieldOf(answer, "decidedOn", today)} type="date" label={words.decidedOn} />
            <CheckBox
              name="isRead"
              label={words.isRead}
              defaultChecked={fieldText(answer, "isRead") !== ""}
              error={answer?.problems.isRead}
            />
            <SubmitButton name="act" value="publish">
              {words.publish}
            </SubmitButton>
          </FormCard>
        </div>
      ) : null}
    </Card>
  );
}
