import type { BoardRow } from "#app/domain/boards/board.ts";
import { showsRank } from "#app/domain/boards/rank-board.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { memberHomeArea } from "#app/messages/vi/member-home.ts";
import { classNames } from "../class-names.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface LeagueView {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly size: number;
  readonly rows: readonly BoardRow[];
}

const NEAR = 2;

/** The week's race among people of one pace: those around oneself, and all of them for whoever asks. */
export function WeeklyLeague({ league, memberId }: { league: LeagueView | null; memberId: string }) {
  const { league: words } = useMessages(memberHomeArea).memberHome;
  const format = useFormat();
  if (league === null) {
    return (
      <Card title={words.title}>
        <p>{words.none}</p>
      </Card>
    );
  }
  const { rows, size, from, until } = league;
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === memberId),
  );
  const first = Math.max(0, Math.min(at - NEAR, rows.length - 2 * NEAR - 1));
  const near = rows.slice(first, first + 2 * NEAR + 1);
  return (
    <Card
      title={words.title}
      aside={<span className="text-ink-soft">{words.days(format.date(from), format.date(until))}</span>}
    >
      <p className="mb-2 text-ink-soft">{words.body(size)}</p>
      <LeagueRows rows={near} memberId={memberId} />
      {rows.length > near.length ? (
        <div className="mt-3">
          <Disclosure summary={words.all}>
            <LeagueRows rows={rows} memberId={memberId} />
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}

function LeagueRows({ rows, memberId }: { rows: readonly BoardRow[]; memberId: string }) {
  const { league: words } = useMessages(memberHomeArea).memberHome;
  const format = useFormat();
  return (
    <ol className="divide-y divide-line">
      {rows.map((row) => (
        <li
          key={row.id}
          aria-current={row.id === memberId ? "true" : undefined}
          className={classNames(
            "flex min-h-12 items-center gap-3 px-2 py-2",
            row.id === memberId && "rounded-md bg-accent-soft font-bold",
          )}
        >
          <span className="w-8 shrink-0 text-lg font-bold tabular-nums">
            {showsRank(row) ? row.rank : "–"}
          </span>
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            {row.name}
            {row.id === memberId ? <span className="ms-2 text-sm text-accent-ink">({words.you})</span> : null}
          </span>
          <span className="shrink-0 tabular-nums">
            {format.points(row.points)} {words.pointsUnit}
          </span>
        </li>
      ))}
    </ol>
  );
}
