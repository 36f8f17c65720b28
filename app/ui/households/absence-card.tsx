import { Form } from "@remix-run/react";
import { householdsArea } from "#app/messages/vi/households.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { ErrorSummary, type Problems } from "../kit/error-summary.tsx";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface AbsenceCardProps {
  isLongAbsent: boolean;
  proposal: {
    readonly isAway: boolean;
    readonly by: string | null;
    readonly at: number;
    readonly isOwn: boolean;
  } | null;
  now: number;
  problems: Problems | undefined;
  /** The office answers and marks; the village's team proposes; others read. */
  as: "office" | "team" | "reader";
}

export function AbsenceCard({ isLongAbsent, proposal, now, problems, as }: AbsenceCardProps) {
  const { absence: words } = useMessages(householdsArea).households;
  const { ago } = useFormat();
  return (
    <Card title={words.title}>
      <ErrorSummary problems={problems} />
      <p className="font-bold">{isLongAbsent ? words.isAway : words.isHome}</p>
      <p className="mt-1 text-ink-soft">{words.explain}</p>
      {proposal ? (
        <div className="mt-4">
          <Notice
            tone="warning"
            action={<ProposalButtons as={as} isAway={proposal.isAway} isOwn={proposal.isOwn} />}
          >
            {(proposal.isAway ? words.proposedAway : words.proposedBack)(
              proposal.by ?? words.proposer,
              ago(proposal.at, now),
            )}
          </Notice>
        </div>
      ) : null}
      {proposal === null && as !== "reader" ? (
        <Form method="post" className="mt-4">
          <input type="hidden" name="away" value={isLongAbsent ? "no" : "yes"} />
          <Button type="submit" name="act" value={as === "office" ? "mark" : "propose"} variant="secondary">
            {as === "office"
              ? isLongAbsent
                ? words.markBack
                : words.markAway
              : isLongAbsent
                ? words.proposeBack
                : words.proposeAway}
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}

function ProposalButtons({
  as,
  isAway,
  isOwn,
}: {
  as: AbsenceCardProps["as"];
  isAway: boolean;
  isOwn: boolean;
}) {
  const { absence: words } = useMessages(householdsArea).households;
  if (as === "reader") return null;
  if (as === "office" && isOwn) return <p>{words.own}</p>;
  return (
    <Form method="post" className="flex flex-wrap gap-3">
      <input type="hidden" name="away" value={isAway ? "yes" : "no"} />
      {as === "office" ? (
        <>
          <Button type="submit" name="act" value="accept">
            {words.accept}
          </Button>
          <Button type="submit" name="act" value="decline" variant="secondary">
            {words.decline}
          </Button>
        </>
      ) : (
        <Button type="submit" name="act" value="withdraw" variant="secondary">
          {words.withdraw}
        </Button>
      )}
    </Form>
  );
}
