import { Form } from "@remix-run/react";
import ExternalLink from "lucide-react/icons/external-link";
import FileDown from "lucide-react/icons/file-down";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { buttonStyle } from "../kit/button-style.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import type { FormAnswer } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface CertificateCardProps {
  certificate: {
    readonly id: string;
    readonly courseTitle: string;
    readonly memberName: string;
    readonly teamNames: readonly string[];
    readonly completedOn: LocalDate;
    readonly sentOn: LocalDate;
    readonly link: string | null;
    readonly photoId: string | null;
    readonly hasFile: boolean;
  };
  answer: FormAnswer | undefined;
}

/** One certificate with what proves it, and the two answers. */
export function CertificateCard({ certificate, answer }: CertificateCardProps) {
  const { training } = useMessages(trainingArea);
  const words = training.certificates;
  const format = useFormat();
  const { id, photoId, link, hasFile } = certificate;
  const reason = `reason-${id}`;
  return (
    <Card title={certificate.memberName}>
      <p className="font-bold">{certificate.courseTitle}</p>
      <p className="text-ink-soft">
        {[
          certificate.teamNames.join(", "),
          words.completed(format.date(certificate.completedOn)),
          words.sentOn(format.date(certificate.sentOn)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {photoId ? (
        <a href={TRAINING_PATHS.certificateFile(id)} className="mt-4 block">
          <img
            src={TRAINING_PATHS.certificateFile(id)}
            alt={words.picture(certificate.memberName)}
            loading="lazy"
            className="max-h-96 w-full rounded-lg border border-line bg-sunken object-contain"
          />
        </a>
      ) : null}
      <p className="mt-4 flex flex-wrap gap-3 empty:hidden">
        {hasFile ? (
          <a href={TRAINING_PATHS.certificateFile(id)} className={buttonStyle({ variant: "secondary" })}>
            <FileDown size="1.25em" aria-hidden />
            {words.openFile}
          </a>
        ) : null}
        {link ? (
          <a href={link} rel="noreferrer" target="_blank" className={buttonStyle({ variant: "secondary" })}>
            <ExternalLink size="1.25em" aria-hidden />
            {words.openLink}
          </a>
        ) : null}
      </p>
      <Form method="post" preventScrollReset className="mt-4">
        <input type="hidden" name="id" value={id} />
        <SubmitButton name="act" value="confirm" block>
          {words.confirm}
        </SubmitButton>
      </Form>
      <div className="mt-3">
        <Disclosure summary={words.returnIt} isOpen={answer?.problems[reason] !== undefined}>
          <Form method="post" preventScrollReset noValidate className="grid gap-4">
            <input type="hidden" name="id" value={id} />
            <TextArea
              id={`field-${reason}`}
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              rows={2}
              error={answer?.problems[reason]}
            />
            <SubmitButton name="act" value="return" variant="secondary">
              {words.returnIt}
            </SubmitButton>
          </Form>
        </Disclosure>
      </div>
    </Card>
  );
}
