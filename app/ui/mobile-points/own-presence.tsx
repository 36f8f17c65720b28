import { Form } from "@remix-run/react";
import type { Instant } from "#app/domain/calendar/local-date.ts";
import type { PointPhase } from "#app/domain/campaigns/mobile-point.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Card } from "../kit/card.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface OwnProps {
  phase: PointPhase;
  own: {
    readonly cameAt: Instant;
    readonly leftAt: Instant | null;
    readonly claimId: string | null;
    readonly minutes: number;
    readonly mayLogShift: boolean;
  } | null;
  attendAt: string;
}

/** What a member does here: come, log work, go, and have the shift written down. */
export function OwnPresence({ phase, own, attendAt }: OwnProps) {
  const { mobilePoints } = useMessages(mobilePointsArea);
  const words = mobilePoints.own;
  const format = useFormat();
  if (own === null) {
    return phase === "open" ? (
      <LinkButton to={attendAt} block>
        {words.scan}
      </LinkButton>
    ) : null;
  }
  const { cameAt, leftAt, claimId, minutes, mayLogShift } = own;
  return (
    <Card>
      <p className="text-lg font-bold">
        {words.here(format.time(cameAt))} {leftAt === null ? "" : mobilePoints.leftAt(format.time(leftAt))}
      </p>
      {phase === "open" && leftAt === null ? (
        <>
          <p className="mt-1 text-ink-soft">{words.logLead}</p>
          <div className="mt-4 flex flex-wrap gap-3">
            <LinkButton to="/ghi-viec">{words.log}</LinkButton>
            <Form method="post" preventScrollReset>
              <SubmitButton name="act" value="leave" variant="secondary">
                {words.leave}
              </SubmitButton>
            </Form>
          </div>
        </>
      ) : null}
      {mayLogShift ? (
        <Form method="post" preventScrollReset className="mt-4 grid gap-3 border-t border-line pt-4">
          <p className="text-ink-soft">{words.shiftLead(minutes)}</p>
          <SubmitButton name="act" value="shift">
            {words.shift}
          </SubmitButton>
        </Form>
      ) : null}
      {claimId === null ? null : (
        <p className="mt-3">
          {words.shiftDone} <TextLink to={`/viec/${claimId}`}>{words.shiftSee}</TextLink>
        </p>
      )}
    </Card>
  );
}
