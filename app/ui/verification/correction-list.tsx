import { Form } from "@remix-run/react";
import Inbox from "lucide-react/icons/inbox";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type CorrectionChange,
  type CorrectionField,
  effectOf,
} from "#app/domain/verification/correction.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { Notice } from "../kit/notice.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { Pill } from "../kit/pill.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages, useSayRejection } from "../language.tsx";

export interface CorrectionView {
  readonly id: string;
  readonly claimId: string;
  readonly field: CorrectionField;
  readonly proposed: CorrectionChange;
  readonly reason: string;
  readonly askedByName: string;
  readonly askedAt: number;
  readonly memberName: string;
  readonly teamName: string;
  readonly activityKey: string;
  readonly activityName: string;
  readonly workDate: LocalDate;
  readonly visits: number;
  readonly otherTeams: readonly { readonly id: number; readonly name: string }[];
  readonly verdict: "accepted" | "declined" | null;
  readonly answer: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: number | null;
}

export interface CorrectionAnswer {
  readonly problems: { readonly [field: string]: Rejection | undefined };
  readonly values: { readonly [field: string]: string | readonly string[] | undefined };
}

interface CorrectionListProps {
  waiting: readonly CorrectionView[];
  answered: readonly CorrectionView[];
  activities: readonly { readonly key: string; readonly name: string }[];
  now: number;
  done: "accepted" | "declined" | null;
  answer: CorrectionAnswer | undefined;
}

/** What others say is wrong with something that counted, each with its answer. */
export function CorrectionList({ waiting, answered, activities, now, done, answer }: CorrectionListProps) {
  const { verification } = useMessages(verificationArea);
  const words = verification.correction;
  const isListed = waiting.some(({ id }) => id === answer?.values.request);
  return (
    <>
      {done && !answer ? (
        <Notice tone="success">{done === "accepted" ? words.acceptedDone : words.declinedDone}</Notice>
      ) : null}
      <ErrorSummary problems={isListed ? undefined : answer?.problems} />
      {waiting.length === 0 ? (
        <EmptyState icon={Inbox} title={words.emptyTitle}>
          {words.emptyBody}
        </EmptyState>
      ) : null}
      {waiting.map((request) => (
        <RequestCard
          key={request.id}
          request={request}
          activities={activities}
          now={now}
          answer={answer?.values.request === request.id ? answer : undefined}
        />
      ))}
      {answered.length > 0 ? <Answered answered={answered} /> : null}
    </>
  );
}

function RequestCard({
  request,
  activities,
  now,
  answer,
}: Pick<CorrectionListProps, "activities" | "now" | "answer"> & { request: CorrectionView }) {
  const { verification } = useMessages(verificationArea);
  const words = verification.correction;
  const format = useFormat();
  const sayRejection = useSayRejection();
  const { id, field, proposed, workDate, activityKey, visits } = request;
  const typed = (name: string, was: string) => {
    const value = answer?.values[name];
    return typeof value === "string" ? value : was;
  };
  const common = (name: string) => ({ name, id: `${name}-${id}`, error: answer?.problems[name] });
  const formProblem = answer?.problems.form;
  return (
    <Card title={words.fields[field]}>
      <p className="font-bold">
        {words.claimOf(request.memberName, request.activityName, format.date(workDate))}
      </p>
      <p className="text-ink-soft">
        {request.teamName}. {words.asked(request.askedByName, format.ago(request.askedAt, now))}.{" "}
        <TextLink to={`/viec/${request.claimId}`}>{words.openClaim}</TextLink>
      </p>
      <p className="my-3 whitespace-pre-line border-s-4 border-line ps-3">{request.reason}</p>
      <Form method="post" noValidate className="grid gap-4">
        <input type="hidden" name="request" value={id} />
        {formProblem ? <Notice tone="danger">{sayRejection(formProblem)}</Notice> : null}
        {field === "work_date" ? (
          <TextField
            {...common("workDate")}
            type="date"
            label={words.rightDay}
            defaultValue={typed("workDate", proposed.workDate ?? workDate)}
          />
        ) : null}
        {field === "activity" ? (
          <SelectField
            {...common("activityKey")}
            label={words.rightActivity}
            defaultValue={typed("activityKey", proposed.activityKey ?? activityKey)}
            choices={activities.map(({ key, name }) => ({ value: key, label: name }))}
          />
        ) : null}
        {field === "visits" ? (
          <NumberField
            {...common("visits")}
            label={words.rightVisits}
            defaultValue={typed("visits", String(proposed.visits ?? visits))}
          />
        ) : null}
        {field === "village" && request.otherTeams.length > 0 ? (
          <SelectField
            {...common("teamId")}
            label={words.rightTeam}
            defaultValue={typed("teamId", String(proposed.teamId ?? request.otherTeams[0]?.id ?? ""))}
            choices={request.otherTeams.map((team) => ({ value: String(team.id), label: team.name }))}
          />
        ) : null}
        <p className="text-ink-soft">
          {effectOf(field, request.otherTeams.length > 0) === "amend" ? words.amends : words.reverses}
        </p>
        <TextArea
          {...common("answer")}
          label={words.answer}
          hint={words.answerHint}
          defaultValue={typed("answer", "")}
          rows={2}
          optional
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" name="intent" value="accept">
            {words.accept}
          </Button>
          <Button type="submit" name="intent" value="decline" variant="secondary">
            {words.decline}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Answered({ answered }: { answered: readonly CorrectionView[] }) {
  const { verification } = useMessages(verificationArea);
  const words = verification.correction;
  const format = useFormat();
  return (
    <Disclosure summary={words.decided}>
      <ul className="grid gap-4">
        {answered.map((request) => (
          <li key={request.id}>
            <p className="font-bold">
              {words.fields[request.field]}:{" "}
              {words.claimOf(request.memberName, request.activityName, format.date(request.workDate))}
            </p>
            <p>
              <Pill tone={request.verdict === "accepted" ? "accent" : "neutral"}>
                {request.verdict === "accepted" ? words.accepted : words.declined}
              </Pill>{" "}
              {request.answer}
            </p>
            {request.decidedByName && request.decidedAt !== null ? (
              <p className="text-ink-soft">
                {words.by(request.decidedByName, format.moment(request.decidedAt))}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
