import { Form } from "@remix-run/react";
import { type CampaignPhase, PARTICIPATIONS } from "#app/domain/campaigns/campaign.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { Notice } from "../kit/notice.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";
import { ReasonDisclosure } from "../roster/reason-disclosure.tsx";

interface DeskProps {
  campaign: {
    readonly revision: number;
    readonly phase: CampaignPhase;
    readonly proposedByName: string | null;
    readonly mayManage: boolean;
    readonly mayPublish: boolean;
    readonly isMine: boolean;
  };
  answer: FormAnswer | undefined;
}

/** Proposing, publishing, taking back: what can be done with a campaign at this moment. */
export function CampaignDesk({ campaign, answer }: DeskProps) {
  const { campaigns } = useMessages(campaignsArea);
  const words = campaigns.office;
  const { phase, revision, mayManage, mayPublish, isMine, proposedByName } = campaign;
  if (phase === "draft" && mayManage) {
    return (
      <Card title={words.propose}>
        <ErrorSummary problems={answer?.problems} />
        <p className="mb-4 text-ink-soft">{words.proposeLead}</p>
        <Form method="post">
          <input type="hidden" name="revision" value={revision} />
          <SubmitButton name="act" value="propose">
            {words.propose}
          </SubmitButton>
        </Form>
        <div className="mt-5">
          <Disclosure summary={words.discard} isOpen={answer?.problems.sure !== undefined}>
            <Form method="post" className="grid gap-3">
              <CheckBox name="sure" label={words.discardSure} error={answer?.problems.sure} />
              <SubmitButton name="act" value="discard" variant="danger">
                {words.discard}
              </SubmitButton>
            </Form>
          </Disclosure>
        </div>
      </Card>
    );
  }
  if (phase === "waiting") {
    return (
      <Card title={words.publish}>
        <ErrorSummary problems={answer?.problems} />
        {isMine || !mayPublish ? (
          <Notice>{words.waitingMine}</Notice>
        ) : (
          <Form method="post" className="grid gap-4">
            <p>{words.publishLead(proposedByName ?? "")}</p>
            <input type="hidden" name="revision" value={revision} />
            <SubmitButton name="act" value="publish">
              {words.publish}
            </SubmitButton>
          </Form>
        )}
        {mayManage ? (
          <Form method="post" className="mt-4">
            <SubmitButton name="act" value="retract" variant="secondary">
              {words.retract}
            </SubmitButton>
          </Form>
        ) : null}
      </Card>
    );
  }
  if (phase === "coming" && mayManage) {
    return (
      <ReasonDisclosure
        summary={words.callOff}
        label={words.reason}
        name="reason"
        act="call-off"
        answer={answer}
      >
        <p className="text-ink-soft">{words.callOffLead}</p>
      </ReasonDisclosure>
    );
  }
  return null;
}

interface ListFormProps {
  members: readonly { readonly id: string; readonly name: string; readonly team: string }[];
  answer: FormAnswer | undefined;
}

/** The owner's list of whoever was assigned. */
export function ListMemberForm({ members, answer }: ListFormProps) {
  const { campaigns } = useMessages(campaignsArea);
  const words = campaigns.office;
  return (
    <Disclosure summary={words.addMember} isOpen={answer?.problems.memberId !== undefined}>
      <Form method="post" noValidate className="grid gap-4">
        <SelectField
          {...fieldOf(answer, "memberId")}
          label={words.chooseMember}
          choices={members.map(({ id, name, team }) => ({ value: id, label: `${name} (${team})` }))}
        />
        <RadioGroup
          name="participation"
          label={campaigns.participation}
          defaultValue={fieldText(answer, "participation", "peak") || "peak"}
          choices={PARTICIPATIONS.map((value) => ({ value, label: campaigns.participations[value] }))}
          error={answer?.problems.participation}
        />
        <SubmitButton name="act" value="list">
          {words.list}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}
