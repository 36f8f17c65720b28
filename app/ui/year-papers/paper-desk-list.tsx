import type { YearPaperKind } from "#app/domain/year-papers/issued-paper.ts";
import {
  type IssuedView,
  type PaperDesk,
  YEAR_PAPER_PATHS,
} from "#app/domain/year-papers/year-paper-views.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { PaperFiles } from "./paper-files.tsx";

const GROUPS = {
  council: ["villages", "ballot", "tally", "minutes"],
  decision: ["submission", "decision", "notice"],
  sheets: ["merit_sheets", "overprint", "reading_list", "slides", "hand_over"],
} as const satisfies Record<string, readonly YearPaperKind[]>;

/** Papers in the order in which an office needs them; each says what it waits for, and where its newest file is. */
export function PaperDeskList({ desk, mayIssue }: { desk: PaperDesk; mayIssue: boolean }) {
  const { yearPapers: words } = useMessages(yearPapersArea);
  const lineOf = (kind: YearPaperKind) => desk.lines.find((line) => line.kind === kind);
  return (
    <>
      {(["council", "decision", "sheets"] as const).map((group) => (
        <Card key={group} title={words.groups[group]}>
          <ul className="divide-y divide-line">
            {GROUPS[group].map((kind) => (
              <Line
                key={kind}
                title={words.kinds[kind]}
                to={YEAR_PAPER_PATHS.one(desk.reviewId, kind)}
                link={mayIssue ? words.open : words.view}
                hindrance={lineOf(kind)?.hindrance ?? null}
                issued={lineOf(kind)?.issued ?? []}
                reviewId={desk.reviewId}
              />
            ))}
          </ul>
        </Card>
      ))}
      <Card title={words.groups.reports}>
        {desk.nominees.length === 0 ? <p className="text-ink-soft">{words.noNominees}</p> : null}
        <ul className="divide-y divide-line">
          {desk.nominees.map(({ id, name, place, issued }) => (
            <Line
              key={id}
              title={name}
              note={place}
              to={YEAR_PAPER_PATHS.one(desk.reviewId, "achievement", id)}
              link={mayIssue ? words.open : words.view}
              hindrance={null}
              issued={issued}
              reviewId={desk.reviewId}
            />
          ))}
        </ul>
      </Card>
      <p className="text-sm text-ink-soft">{words.verifyHint}</p>
    </>
  );
}

interface LineProps {
  title: string;
  note?: string;
  to: string;
  link: string;
  hindrance: PaperDesk["lines"][number]["hindrance"];
  issued: readonly IssuedView[];
  reviewId: string;
}

function Line({ title, note = "", to, link, hindrance, issued, reviewId }: LineProps) {
  const { yearPapers: words } = useMessages(yearPapersArea);
  const [newest] = issued;
  return (
    <li className="grid gap-x-6 gap-y-2 py-4 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0">
        <h3 className="font-bold break-words">{title}</h3>
        {note === "" ? null : <p className="text-ink-soft">{note}</p>}
        {hindrance === null ? (
          <p className="mt-1">
            <Pill tone={newest ? "accent" : "neutral"}>
              {newest ? words.issuedTimes(issued.length) : words.notIssued}
            </Pill>
          </p>
        ) : (
          <p className="text-ink-soft">{words.hindrances[hindrance]}</p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 sm:justify-end">
        {newest ? <PaperFiles reviewId={reviewId} paper={newest} /> : null}
        {hindrance === null || newest ? (
          <TextLink to={to} className="inline-flex min-h-12 items-center" aria-label={`${link}: ${title}`}>
            {link}
          </TextLink>
        ) : null}
      </div>
    </li>
  );
}
