import { Form } from "@remix-run/react";
import type { AwardList } from "#app/domain/awards/award-list.ts";
import { type DepartureView, waysFrom } from "#app/domain/awards/departure.ts";
import { DEPARTURE_KINDS } from "#app/domain/awards/shortlist.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Card } from "../../kit/card.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../../kit/form-answer.ts";
import { Pill, type Tone } from "../../kit/pill.tsx";
import { RadioGroup } from "../../kit/radio-group.tsx";
import { SelectField } from "../../kit/select-field.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextArea } from "../../kit/text-area.tsx";
import { useFormat, useMessages } from "../../language.tsx";

interface DepartureCardProps {
  list: Pick<AwardList, "departures" | "clusters">;
  me: string;
  id: string;
  mayManage: boolean;
  maySecond: boolean;
  asking: FormAnswer | undefined;
  answering: FormAnswer | undefined;
}

/** Where the list goes another way than the ranking: why, and which two persons. */
export function DepartureCard(props: DepartureCardProps) {
  const { list, me, id, mayManage, maySecond, asking, answering } = props;
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words } = yearAwards;
  return (
    <Card title={words.departures}>
      {list.departures.length === 0 ? (
        <p className="text-ink-soft">{words.departuresNone}</p>
      ) : (
        <ul>
          {list.departures.map((departure) => (
            <DepartureItem
              key={departure.id}
              departure={departure}
              isOwn={departure.askedBy === me}
              maySecond={maySecond}
              answer={answering?.values.departure === departure.id ? answering : undefined}
            />
          ))}
        </ul>
      )}
      {mayManage ? (
        <div className="mt-4">
          <Disclosure summary={words.depart} isOpen={asking !== undefined}>
            <AskForm key={id} id={id} clusters={list.clusters} answer={asking} />
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}

interface DepartureItemProps {
  departure: DepartureView;
  isOwn: boolean;
  maySecond: boolean;
  answer: FormAnswer | undefined;
}

function DepartureItem({ departure, isOwn, maySecond, answer }: DepartureItemProps) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words } = yearAwards;
  const { moment } = useFormat();
  const { village, kind, reason, askedByName, askedAtMs, answer: given } = departure;
  const [tone, said] = ((): [Tone, string] => {
    if (given === null) return ["gold", words.countsNot];
    if (given.kind === "agreed") return ["accent", words.counts];
    return ["neutral", given.kind === "refused" ? words.refused : words.taken];
  })();
  return (
    <li className="grid gap-2 border-t border-line py-4 first:border-t-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="text-lg">{`${village}: ${words.kinds[kind]}`}</strong>
        <Pill tone={tone}>{said}</Pill>
      </p>
      <p className="whitespace-pre-line break-words">{reason}</p>
      <p className="text-ink-soft">
        {words.asked(askedByName, moment(askedAtMs))}
        {given ? `. ${words.answered(given.byName, moment(given.atMs))}` : null}
      </p>
      {given?.reason ? <p className="break-words">{given.reason}</p> : null}
      {given === null && isOwn ? <p>{words.waits}</p> : null}
      {given === null && maySecond ? (
        <Disclosure summary={isOwn ? words.withdrawSave : words.answer} isOpen={answer !== undefined}>
          <AnswerForm departureId={departure.id} isOwn={isOwn} answer={answer} />
        </Disclosure>
      ) : null}
    </li>
  );
}

interface AnswerFormProps {
  departureId: string;
  isOwn: boolean;
  answer: FormAnswer | undefined;
}

function AnswerForm({ departureId, isOwn, answer }: AnswerFormProps) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words } = yearAwards;
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-4">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ answer: words.answer, answerReason: words.answerReason }}
      />
      <input type="hidden" name="departure" value={departureId} />
      {isOwn ? (
        <input type="hidden" name="answer" value="withdrawn" />
      ) : (
        <RadioGroup
          {...fieldOf(answer, "answer")}
          id={`answer-${departureId}`}
          label={words.answer}
          choices={(["agreed", "refused"] as const).map((value) => ({ value, label: words.answers[value] }))}
        />
      )}
      <TextArea
        {...fieldOf(answer, "answerReason")}
        id={`answer-reason-${departureId}`}
        label={words.answerReason}
        hint={isOwn ? undefined : words.answerReasonHint}
        rows={2}
        optional
      />
      <SubmitButton name="act" value="answer" variant="secondary">
        {isOwn ? words.withdrawSave : words.answerSave}
      </SubmitButton>
    </Form>
  );
}

interface AskFormProps {
  id: string;
  clusters: AwardList["clusters"];
  answer: FormAnswer | undefined;
}

function AskForm({ id, clusters, answer }: AskFormProps) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words } = yearAwards;
  const { number } = useFormat();
  const rows = clusters
    .flatMap((cluster) => cluster.rows)
    .filter(({ standing }) => waysFrom(standing).length > 0);
  const labels = { village: words.departVillage, kind: words.departKind, reason: words.departReason };
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <SelectField
        {...fieldOf(answer, "village")}
        label={labels.village}
        choices={rows.map(({ villageId, name, rank, standing }) => ({
          value: String(villageId),
          label: `${number(rank ?? 0)}. ${name}: ${words.standings[standing]}`,
        }))}
        required
      />
      <RadioGroup
        {...fieldOf(answer, "kind")}
        label={labels.kind}
        choices={DEPARTURE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextArea
        {...fieldOf(answer, "reason")}
        id="departure-reason"
        label={labels.reason}
        rows={3}
        required
      />
      <SubmitButton name="act" value="depart">
        {words.departSave}
      </SubmitButton>
    </Form>
  );
}
