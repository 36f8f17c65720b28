import { Form } from "@remix-run/react";
import { type Answers, COUNTED_GROUPS, type HouseholdAnswers } from "#app/domain/survey/answers.ts";
import type { QuestionKey } from "#app/domain/survey/questions.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";

interface ConflictCardProps {
  id: string;
  /** What stands now: saving mine is a change of it. */
  basedOn: number;
  theirs: HouseholdAnswers;
  theirName: string;
  mine: HouseholdAnswers;
  people: readonly { readonly slot: number; readonly label: string | null }[];
  /** This page as it stands without mine. */
  hereAt: string;
}

interface Difference {
  readonly key: string;
  readonly question: string;
  readonly theirs: string;
  readonly mine: string;
}

/** Two people wrote one household: both versions beside each other, and nothing of either is lost. */
export function ConflictCard(props: ConflictCardProps) {
  const { id, basedOn, theirName, mine, hereAt } = props;
  const words = useMessages(surveyArea).survey.conflict;
  const rows = useDifferences(props);
  const columns: readonly [Column<Difference>, ...Column<Difference>[]] = [
    { key: "question", header: words.question, cell: ({ question }) => question },
    { key: "theirs", header: words.theirs(theirName), cell: ({ theirs: text }) => text },
    { key: "mine", header: words.yours, cell: ({ mine: text }) => text },
  ];
  return (
    <>
      <Notice tone="warning" title={words.title}>
        {words.body}
      </Notice>
      <DataTable caption={words.title} hidesCaption columns={columns} rows={rows} rowKey={({ key }) => key} />
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="basedOn" value={basedOn} />
        {fieldsOf(mine).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{words.keepMine}</SubmitButton>
        <LinkButton to={hereAt} variant="secondary" reloadDocument>
          {words.keepTheirs}
        </LinkButton>
      </Form>
    </>
  );
}

/** Mine as its form would send it. */
function fieldsOf(mine: HouseholdAnswers): [string, string][] {
  const tapped = (about: string, answers: Answers) =>
    Object.entries(answers).flatMap(([key, chosen]) =>
      chosen.map((choice): [string, string] => [`${about}.${key}`, choice]),
    );
  return [
    ...(mine.outcome === null || mine.outcome === "answered"
      ? []
      : ([["door", mine.outcome]] satisfies [string, string][])),
    ...(mine.note === null ? [] : ([["note", mine.note]] satisfies [string, string][])),
    ...Object.entries(mine.groups).map(([group, count]): [string, string] => [group, String(count)]),
    ...tapped("h", mine.answers),
    ...mine.adults.flatMap(({ slot, outcome, answers }) => [
      [`a${slot}.outcome`, outcome ?? "answered"] as [string, string],
      ...tapped(`a${slot}`, answers),
    ]),
  ];
}

function useDifferences({ theirs, mine, people }: ConflictCardProps): Difference[] {
  const { conflict, form, questions } = useMessages(surveyArea).survey;
  const say = (key: QuestionKey, answers: Answers) => {
    const labels: Readonly<Record<string, string>> = questions[key].choices;
    return answers[key]?.map((choice) => labels[choice] ?? choice).join(", ") ?? conflict.nothing;
  };
  const compare = (prefix: string, left: Answers, right: Answers): Difference[] =>
    (Object.keys(questions) as QuestionKey[]).map((key) => ({
      key: `${prefix}.${key}`,
      question: `${prefix}: ${questions[key].text}`,
      theirs: say(key, left),
      mine: say(key, right),
    }));
  const outcomeOf = (outcome: HouseholdAnswers["outcome"]) =>
    outcome === null ? conflict.nothing : form.outcomes[outcome];
  const all: Difference[] = [
    {
      key: "outcome",
      question: conflict.wholeHousehold,
      theirs: outcomeOf(theirs.outcome),
      mine: outcomeOf(mine.outcome),
    },
    ...compare(form.household, theirs.answers, mine.answers),
    ...people.flatMap(({ slot, label }) => {
      const name = label ?? form.person(slot);
      const [left, right] = [theirs, mine].map(({ adults }) => adults.find((each) => each.slot === slot));
      return [
        {
          key: `${slot}`,
          question: name,
          theirs: outcomeOf(left?.outcome ?? null),
          mine: outcomeOf(right?.outcome ?? null),
        },
        ...compare(name, left?.answers ?? {}, right?.answers ?? {}),
      ];
    }),
    ...COUNTED_GROUPS.map((group) => ({
      key: group,
      question: form.groups[group],
      theirs: String(theirs.groups[group] ?? conflict.nothing),
      mine: String(mine.groups[group] ?? conflict.nothing),
    })),
    {
      key: "note",
      question: form.note,
      theirs: theirs.note ?? conflict.nothing,
      mine: mine.note ?? conflict.nothing,
    },
  ];
  return all.filter((each) => each.theirs !== each.mine);
}
