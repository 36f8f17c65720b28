import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import UsersRound from "lucide-react/icons/users-round";
import { CORE_TOPICS } from "#app/domain/training/training-book.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { readMatrix } from "#app/features/training/read-matrix.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { MatrixKey, MatrixView } from "#app/ui/training/matrix-view.tsx";
import { useTopicNames } from "#app/ui/training/use-topic-names.ts";

export const handle: PageHandle = { title: (say) => say(trainingArea).matrix.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.oversee");
  if (caller.communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  const teamId = optionalNumber(query.get("to"));
  const onlyMissing = query.has("thieu");
  const { lines, ...matrix } = await readMatrix(caller, teamId);
  const core = CORE_TOPICS.length;
  return {
    live,
    teamId,
    onlyMissing,
    ...matrix,
    lines: onlyMissing
      ? lines.filter(
          ({ topics, year }) =>
            year.attended < year.owed || topics.slice(0, core).some(({ state }) => state !== "fresh"),
        )
      : lines,
  };
}

export default function TrainingMatrix() {
  const { teams, topics, courses, lines, ownTopics, teamId, onlyMissing, live } =
    useLoaderData<typeof loader>();
  const { training } = useMessages(trainingArea);
  const words = training.matrix;
  const topicName = useTopicNames(ownTopics);
  useLive(live);
  return (
    <Page title={words.title} lead={words.lead} width="wide">
      <Form method="get" className="flex flex-wrap items-end gap-4">
        {teams.length > 1 ? (
          <SelectField
            name="to"
            label={words.team}
            defaultValue={teamId === null ? "" : String(teamId)}
            choices={teams.map(({ id, name }) => ({ value: String(id), label: name }))}
            optional
          />
        ) : null}
        <CheckBox name="thieu" label={words.onlyMissing} defaultChecked={onlyMissing} />
        <SubmitButton variant="secondary">{words.show}</SubmitButton>
      </Form>
      <MatrixKey />
      {lines.length === 0 ? (
        <EmptyState icon={UsersRound} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <MatrixView topics={topics} courses={courses} lines={lines} topicName={topicName} />
      )}
    </Page>
  );
}
