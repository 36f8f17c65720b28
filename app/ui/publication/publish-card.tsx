import { Form } from "@remix-run/react";
import { publicationArea } from "#app/messages/vi/publication.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary, type Problems } from "../kit/error-summary.tsx";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface PublishCardProps {
  readonly publication: {
    readonly isPublic: boolean;
    readonly revision: number;
    readonly consented: number;
  };
  readonly address: string;
  readonly refusal: Problems | null;
}

export function PublishCard({ publication, address, refusal }: PublishCardProps) {
  const words = useMessages(publicationArea).publication.board;
  const format = useFormat();
  const { isPublic, revision, consented } = publication;
  return (
    <Card
      title={words.title}
      aside={<Pill tone={isPublic ? "accent" : "neutral"}>{isPublic ? words.isOpen : words.isClosed}</Pill>}
    >
      <p className="max-w-prose text-ink-soft">{words.lead}</p>
      <p className="mt-2">{words.consents(format.number(consented))}</p>
      {isPublic ? (
        <p className="mt-2 [overflow-wrap:anywhere]">
          {words.address}: <TextLink to={new URL(address).pathname}>{address}</TextLink>
        </p>
      ) : null}
      <Form method="post" className="mt-5 grid justify-items-start gap-5">
        <ErrorSummary problems={refusal} />
        <input type="hidden" name="revision" value={revision} />
        <SubmitButton
          name="intent"
          value={isPublic ? "close" : "open"}
          variant={isPublic ? "secondary" : "primary"}
        >
          {isPublic ? words.close : words.open}
        </SubmitButton>
      </Form>
    </Card>
  );
}
