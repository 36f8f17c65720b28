import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type CampaignPhase, PARTICIPATIONS, type Participation } from "#app/domain/campaigns/campaign.ts";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";

interface TakePartProps {
  campaign: {
    readonly phase: CampaignPhase;
    readonly own: Participation | null;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
  };
  answer: FormAnswer | undefined;
}

/** D18: one's own name on the list, regularly or in the peak. */
export function TakePart({ campaign, answer }: TakePartProps) {
  const { campaigns: words } = useMessages(campaignsArea);
  const { phase, own, startsOn, endsOn } = campaign;
  if (own !== null) {
    return (
      <Card>
        <p className="text-lg font-bold">{words.joined(words.participations[own])}</p>
        <div className="mt-4 flex flex-wrap gap-3">
          {phase === "ended" ? (
            <LinkButton to={`${CERTIFICATE_PATHS.own}?tu=${startsOn}&den=${endsOn}`}>
              {words.certificate}
            </LinkButton>
          ) : (
            <Form method="post" preventScrollReset>
              <SubmitButton name="act" value="leave" variant="secondary">
                {words.leave}
              </SubmitButton>
            </Form>
          )}
        </div>
      </Card>
    );
  }
  return (
    <Card title={words.joinTitle}>
      <Form method="post" noValidate preventScrollReset className="grid gap-4">
        <ErrorSummary problems={answer?.problems} labels={{ participation: words.participation }} />
        <p className="text-ink-soft">{words.joinLead}</p>
        <RadioGroup
          name="participation"
          label={words.participation}
          defaultValue={fieldText(answer, "participation", "peak") || "peak"}
          choices={PARTICIPATIONS.map((value) => ({ value, label: words.participations[value] }))}
          error={answer?.problems.participation}
        />
        <SubmitButton name="act" value="join">
          {words.join}
        </SubmitButton>
      </Form>
    </Card>
  );
}
