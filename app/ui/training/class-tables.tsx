import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ClassAudience, ClassSheet, ClassSums } from "#app/domain/training/class-sheet.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { ACTIVITY_PATHS } from "../activity/paths.ts";
import { Card } from "../kit/card.tsx";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { type NamedTopic, useTopicNames } from "./use-topic-names.ts";

interface ClassTablesProps {
  sums: ClassSums;
  byTopic: readonly ({ readonly topic: string } & ClassSums)[];
  byAudience: readonly ({ readonly audience: ClassAudience } & ClassSums)[];
  lines: readonly (ClassSheet & {
    readonly claimId: string;
    readonly workDate: LocalDate;
    readonly memberName: string;
    readonly villageName: string | null;
  })[];
  ownTopics: readonly NamedTopic[];
}

/** Sums of classes by topic and audience, and each class with its record. */
export function ClassTables({ sums, byTopic, byAudience, lines, ownTopics }: ClassTablesProps) {
  const { training } = useMessages(trainingArea);
  const words = training.classes;
  const format = useFormat();
  const topicName = useTopicNames(ownTopics);
  const figures = useFigures();
  const audienceName = (audience: ClassAudience) => words.audienceNames[audience];
  return (
    <>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        <StatTile label={words.count} value={format.number(sums.classes)} />
        <StatTile label={words.learners} value={format.number(sums.learners)} />
        <StatTile label={words.elderly} value={format.number(sums.elderly)} />
        <StatTile label={words.disabled} value={format.number(sums.disabled)} />
        <StatTile label={words.able} value={format.number(sums.able)} />
      </div>
      <Card>
        <DataTable
          caption={words.topics}
          columns={[
            { key: "topic", header: words.topics, cell: ({ topic }) => topicName(topic) },
            ...figures,
          ]}
          rows={byTopic}
          rowKey={({ topic }) => topic}
        />
      </Card>
      <Card>
        <DataTable
          caption={words.audiences}
          columns={[
            { key: "audience", header: words.audiences, cell: ({ audience }) => audienceName(audience) },
            ...figures,
          ]}
          rows={byAudience}
          rowKey={({ audience }) => audience}
        />
      </Card>
      <Card>
        <DataTable
          caption={words.title}
          columns={[
            {
              key: "day",
              header: words.day,
              cell: ({ claimId, workDate }) => (
                <TextLink to={ACTIVITY_PATHS.record(claimId)}>{format.date(workDate)}</TextLink>
              ),
            },
            {
              key: "by",
              header: words.by,
              cell: ({ memberName, villageName, teacher }) =>
                [memberName, villageName, teacher].filter(Boolean).join(", "),
            },
            { key: "topics", header: words.topics, cell: ({ topics }) => topics.map(topicName).join(", ") },
            {
              key: "audiences",
              header: words.audiences,
              cell: ({ audiences }) => audiences.map(audienceName).join(", "),
            },
            {
              key: "learners",
              header: words.learners,
              isFigure: true,
              cell: ({ learners }) => format.number(learners),
            },
            { key: "able", header: words.able, isFigure: true, cell: ({ able }) => format.number(able) },
          ]}
          rows={lines}
          rowKey={({ claimId }) => claimId}
        />
      </Card>
    </>
  );
}

function useFigures(): Column<ClassSums>[] {
  const { training } = useMessages(trainingArea);
  const words = training.classes;
  const format = useFormat();
  const figure = (key: keyof ClassSums, header: string): Column<ClassSums> => ({
    key,
    header,
    isFigure: true,
    cell: (row) => format.number(row[key]),
  });
  return [
    figure("classes", words.count),
    figure("learners", words.learners),
    figure("elderly", words.elderly),
    figure("disabled", words.disabled),
    figure("able", words.able),
  ];
}
