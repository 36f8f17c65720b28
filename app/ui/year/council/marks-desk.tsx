import { Form } from "@remix-run/react";
import type { MarksDesk } from "#app/domain/council/mark-views.ts";
import { exact, exactText } from "#app/domain/year/exact.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Card } from "../../kit/card.tsx";
import { DataTable } from "../../kit/data-table.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../../kit/form-answer.ts";
import { Notice } from "../../kit/notice.tsx";
import { SelectField } from "../../kit/select-field.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useFormat, useMessages } from "../../language.tsx";
import { useExact } from "../use-exact.ts";

type Criterion = NonNullable<MarksDesk["chosen"]>;

/** Who has marked all there is, and who is missing, by name. */
export function MarkMembers({ members }: Pick<MarksDesk, "members">) {
  const { marks: say } = useMessages(yearCouncilArea).yearCouncil;
  const missing = members.filter(({ given, asked }) => given < asked);
  return (
    <Card title={say.who}>
      <div className="grid gap-4">
        {missing.length > 0 ? (
          <Notice tone="warning" title={say.missing(missing.map(({ name }) => name).join(", "))} />
        ) : (
          <Notice tone="success" title={say.complete} />
        )}
        <DataTable
          caption={say.who}
          hidesCaption
          rows={members}
          rowKey={({ memberId }) => memberId}
          columns={[
            {
              key: "member",
              header: say.member,
              cell: ({ name, position }) => (
                <>
                  {name}
                  <span className="block text-sm font-normal text-ink-soft">{position}</span>
                </>
              ),
            },
            {
              key: "given",
              header: say.progress,
              isFigure: true,
              cell: ({ given, asked }) => `${given}/${asked}`,
            },
          ]}
        />
      </div>
    </Card>
  );
}

interface VillagesProps extends Pick<MarksDesk, "villages"> {
  criterion: Criterion;
  openVillage: number;
}

/** The mean of each village, which opens down to the marks it is made of. */
export function MarkVillages({ criterion, villages, openVillage }: VillagesProps) {
  const { marks: say } = useMessages(yearCouncilArea).yearCouncil;
  const format = useFormat();
  const exactly = useExact();
  const meanOf = ({ sum, votes, voters }: MarksDesk["villages"][number]) =>
    votes === 0
      ? say.noVotes
      : say.meanOf(exactly.points(exactText(exact(sum, votes))), format.number(votes), format.number(voters));
  return (
    <Card title={say.votesOf(criterion.title)}>
      <ul className="grid gap-2">
        {villages.map((village) => (
          <li key={village.id} id={`thon-${village.id}`} className="scroll-mt-24">
            <Disclosure
              isOpen={village.id === openVillage}
              summary={
                <span className="flex min-w-0 grow flex-wrap justify-between gap-x-4">
                  <span>{village.name}</span>
                  <span className="font-normal tabular-nums text-ink-soft">{meanOf(village)}</span>
                </span>
              }
            >
              <ul className="grid gap-2">
                {village.marks.map(({ memberId, name, points, paper, isOwn }) => (
                  <li key={memberId} className="flex flex-wrap justify-between gap-x-4">
                    <span>
                      {name}
                      {paper === null ? null : (
                        <span className="block text-sm text-ink-soft">{say.onPaper(paper)}</span>
                      )}
                    </span>
                    <span className="tabular-nums">
                      {points === null ? (isOwn ? say.notByOwn : say.notGiven) : format.points(points)}
                    </span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface PaperFormProps {
  desk: MarksDesk;
  criterion: Criterion;
  answer: FormAnswer | undefined;
}

/** Whoever has no account fills in a paper, and the office enters it with its number. */
export function PaperForm({ desk, criterion, answer }: PaperFormProps) {
  const { marks: say } = useMessages(yearCouncilArea).yearCouncil;
  const format = useFormat();
  const members = desk.members.filter(({ hasAccount }) => !hasAccount);
  if (members.length === 0) return null;
  return (
    <Disclosure summary={say.paperTitle} isOpen={answer !== undefined}>
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary problems={answer?.problems} labels={{ memberId: say.member, paper: say.paper }} />
        <p className="text-ink-soft">{say.paperLead}</p>
        <input type="hidden" name="criterionKey" value={criterion.key} />
        <SelectField
          {...fieldOf(answer, "memberId")}
          label={say.member}
          choices={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
        <TextField {...fieldOf(answer, "paper")} label={say.paper} autoComplete="off" />
        <div className="grid gap-4 sm:grid-cols-3">
          {desk.villages.map(({ id, name }) => (
            <TextField
              key={id}
              name={`points-${id}`}
              label={name}
              optional="unsaid"
              hint={say.scale(format.points(criterion.maximum))}
              defaultValue={fieldText(answer, `points-${id}`)}
              error={answer?.problems[`points-${id}`]}
              inputMode="decimal"
              autoComplete="off"
            />
          ))}
        </div>
        <div>
          <SubmitButton>{say.paperSave}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
