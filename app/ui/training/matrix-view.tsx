import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { CORE_TOPICS, type TopicState } from "#app/domain/training/training-book.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { classNames } from "../class-names.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { TOPIC_LOOKS } from "./core-topics.tsx";

export interface MatrixLineView {
  readonly memberId: string;
  readonly fullName: string;
  readonly teamName: string;
  readonly topics: readonly { readonly state: TopicState; readonly learnedOn: LocalDate | null }[];
  readonly courses: readonly boolean[];
  readonly year: { readonly attended: number; readonly owed: number; readonly excused: number };
}

interface MatrixViewProps {
  topics: readonly string[];
  courses: readonly { readonly id: string; readonly title: string }[];
  lines: readonly MatrixLineView[];
  topicName: (key: string) => string;
}

/** G04: member by topic. Cards with chips on a phone, one wide table on a desk. */
export function MatrixView(props: MatrixViewProps) {
  const { training } = useMessages(trainingArea);
  return (
    <>
      <ul className="grid gap-4 lg:hidden">
        {props.lines.map((line) => (
          <MemberCard key={line.memberId} line={line} {...props} />
        ))}
      </ul>
      <section
        aria-label={training.matrix.title}
        // A wide table is moved with the keys as well.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
        tabIndex={0}
        className="hidden overflow-x-auto rounded-xl border border-line bg-surface shadow-card lg:block"
      >
        <MatrixTable {...props} />
      </section>
    </>
  );
}

function MemberCard({ line, topics, courses, topicName }: MatrixViewProps & { line: MatrixLineView }) {
  const { training } = useMessages(trainingArea);
  const { matrix: words, core } = training;
  return (
    <li className="rounded-xl border border-line bg-surface p-4 shadow-card">
      <h2 className="text-lg leading-snug">{line.fullName}</h2>
      <p className="text-ink-soft">{line.teamName}</p>
      <p className="mt-1">
        {words.attendance}: <Attended line={line} />
      </p>
      <ul className="mt-3 flex flex-wrap gap-1.5">
        {topics.map((topic, index) => {
          const state = line.topics[index]?.state ?? "never";
          // What nobody asks of everybody is shown where it was learned.
          if (state === "never" && !(CORE_TOPICS as readonly string[]).includes(topic)) return null;
          return (
            <li key={topic}>
              <Pill {...TOPIC_LOOKS[state]}>
                {topicName(topic)}
                <span className="sr-only">: {core.states[state]}</span>
              </Pill>
            </li>
          );
        })}
        {courses.map(({ id, title }, index) => (
          <li key={id}>
            <Pill {...TOPIC_LOOKS[line.courses[index] ? "fresh" : "never"]}>{title}</Pill>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Attended({ line: { year } }: { line: MatrixLineView }) {
  const { training } = useMessages(trainingArea);
  const { matrix: words } = training;
  if (year.owed === 0) return <span className="text-ink-soft">{words.noData}</span>;
  const isFull = year.attended === year.owed;
  return (
    <strong className={classNames("tabular-nums", isFull ? "text-accent-ink" : "text-danger-ink")}>
      {words.of(year.attended, year.owed)}
    </strong>
  );
}

function MatrixTable({ topics, courses, lines, topicName }: MatrixViewProps) {
  const { training } = useMessages(trainingArea);
  const { matrix: words, core } = training;
  const format = useFormat();
  const head = "border-b-2 border-line px-3 py-3 align-bottom text-sm font-bold text-ink-soft";
  const cell = "border-b border-line px-3 py-2 text-center";
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col" className={classNames(head, "sticky start-0 bg-surface text-start")}>
            {words.member}
          </th>
          <th scope="col" className={head}>
            {words.attendance}
          </th>
          {topics.map((topic) => (
            <th key={topic} scope="col" className={classNames(head, "min-w-28")}>
              {topicName(topic)}
            </th>
          ))}
          {courses.map(({ id, title }) => (
            <th key={id} scope="col" className={classNames(head, "min-w-32")}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.memberId} className="hover:bg-sunken">
            <th scope="row" className="sticky start-0 border-b border-line bg-surface px-3 py-2 text-start">
              <span className="block whitespace-nowrap font-bold">{line.fullName}</span>
              <span className="block text-sm font-normal text-ink-soft">{line.teamName}</span>
            </th>
            <td className={cell}>
              <Attended line={line} />
            </td>
            {line.topics.map(({ state, learnedOn }, index) => (
              <td
                key={topics[index]}
                className={cell}
                title={learnedOn === null ? undefined : format.date(learnedOn)}
              >
                <Mark state={state} label={core.states[state]} />
              </td>
            ))}
            {line.courses.map((isDone, index) => (
              <td key={courses[index]?.id} className={cell}>
                <Mark state={isDone ? "fresh" : "never"} label={core.states[isDone ? "fresh" : "never"]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const INKS = { fresh: "text-accent-ink", old: "text-gold-ink", never: "text-ink-soft opacity-60" } as const;

function Mark({ state, label }: { state: TopicState; label: string }) {
  const { icon: Picture } = TOPIC_LOOKS[state];
  return (
    <span className={classNames("relative inline-flex", INKS[state])}>
      <Picture size="1.375em" aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** What the marks mean. */
export function MatrixKey() {
  const { training } = useMessages(trainingArea);
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-ink-soft">{training.matrix.key}:</span>
      {(["fresh", "old", "never"] as const).map((state) => (
        <Pill key={state} {...TOPIC_LOOKS[state]}>
          {training.core.states[state]}
        </Pill>
      ))}
    </p>
  );
}
