import type { BoardRow } from "#app/domain/boards/board.ts";
import { showsRank } from "#app/domain/boards/rank-board.ts";
import type { PublicRows, PublicSubject } from "#app/domain/publication/public-boards.ts";
import { shortTeamName } from "#app/messages/terms.ts";
import type { Speech } from "./speech.ts";

interface BoardSectionProps {
  readonly subject: PublicSubject;
  readonly board: PublicRows;
  readonly speech: Speech;
  /** A screen on a wall has room for so many. */
  readonly most?: number;
}

/**
 * The better half with places, the others by band and name: nobody is shown as the last. Rows carry a key, so that
 * the script that follows the page changes only what has changed.
 */
export function BoardSection({ subject, board, speech, most = Number.POSITIVE_INFINITY }: BoardSectionProps) {
  const { words, terms } = speech;
  const ranked = board.rows.filter(showsPlace);
  const rest = board.rows
    .filter((row) => !showsPlace(row))
    .sort((a, b) => a.name.localeCompare(b.name, "vi"));
  const shown = ranked.slice(0, most);
  return (
    <>
      <h2>{words.subjects[subject](terms)}</h2>
      <p className="lead">{words.leads[subject]}</p>
      {board.rows.length === 0 ? (
        <p className="none">{board.others > 0 ? words.noneNamed(board.others) : words.nobodyYet}</p>
      ) : null}
      <ol data-rows={subject}>
        {shown.map((row) => (
          <Row key={row.id} subject={subject} row={row} speech={speech} />
        ))}
        {groupsOf(rest.slice(0, most - shown.length)).map(({ name, rows }) => (
          <Band key={name} band={name} rows={rows} subject={subject} speech={speech} />
        ))}
      </ol>
      {subject === "member" && board.others > 0 && board.rows.length > 0 && most > board.rows.length ? (
        <p className="none">{words.others(board.others)}</p>
      ) : null}
    </>
  );
}

/** Nobody is first with nothing: whoever has not begun stands with those who begin. */
function showsPlace(row: BoardRow): boolean {
  return showsRank(row) && (row.attainment ?? row.points) > 0;
}

function bandOf(row: BoardRow): BandName {
  if (row.band === null) return "none";
  return row.band === "growing" ? "growing" : "starting";
}

type BandName = "growing" | "starting" | "none";

function groupsOf(
  rows: readonly BoardRow[],
): { readonly name: BandName; readonly rows: readonly BoardRow[] }[] {
  const names = ["growing", "starting", "none"] as const;
  return names
    .map((name) => ({ name, rows: rows.filter((row) => bandOf(row) === name) }))
    .filter((group) => group.rows.length > 0);
}

interface BandProps {
  readonly band: BandName;
  readonly rows: readonly BoardRow[];
  readonly subject: PublicSubject;
  readonly speech: Speech;
}

function Band({ band, rows, subject, speech }: BandProps) {
  return (
    <>
      <li data-key={`band-${band}`} className="band">
        {band === "none" ? speech.words.noData : speech.words.bands[band]}
      </li>
      {rows.map((row) => (
        <Row key={row.id} subject={subject} row={row} speech={speech} />
      ))}
    </>
  );
}

function Row({ subject, row, speech }: { subject: PublicSubject; row: BoardRow; speech: Speech }) {
  const { words } = speech;
  return (
    <li data-key={row.id}>
      {showsPlace(row) && row.rank !== null ? (
        <b className="place">
          <span className="heard">{words.place(row.rank)}</span>
          <span aria-hidden="true">{row.rank}</span>
        </b>
      ) : (
        <i className="place" />
      )}
      <span className="name">
        {nameOf(row, subject, speech)}
        <small>
          {subject === "member" ? row.detail : reachedOf(row, speech)}
          <Moved row={row} speech={speech} />
        </small>
      </span>
      <span className="value">{figureOf(row, subject, speech)}</span>
      {row.attainment === null ? null : (
        <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0 0h${Math.round(row.attainment / 100)}v4H0z`} />
        </svg>
      )}
    </li>
  );
}

/** Under the heading of the teams, "Tổ công nghệ số cộng đồng" before each village says nothing more. */
function nameOf({ name }: BoardRow, subject: PublicSubject, { terms }: Speech): string {
  return subject === "team" ? shortTeamName(name, terms.team) : name;
}

/** Both halves of what ranks a village, so that its share can be understood. */
function reachedOf({ measures }: BoardRow, { words, format }: Speech): string {
  const { people, target, households, householdsOf } = measures;
  const parts = [
    people === null
      ? null
      : words.people(format.number(people), target === null ? null : format.number(target)),
    households === null || householdsOf === null
      ? null
      : words.homes(format.number(households), format.number(householdsOf)),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

function figureOf(row: BoardRow, subject: PublicSubject, { words, format }: Speech): string {
  if (subject === "member") return words.points(format.points(row.points));
  return row.attainment === null ? "–" : format.percent(Math.round(row.attainment / 10) * 10);
}

function Moved({ row, speech }: { row: BoardRow; speech: Speech }) {
  const { movement } = row;
  if (!showsPlace(row) || (movement.kind !== "up" && movement.kind !== "down")) return null;
  const { kind, places } = movement;
  return (
    <span className={`moved ${kind}`}>
      {` ${kind === "up" ? "▲" : "▼"} `}
      {speech.words.moved[kind](places)}
    </span>
  );
}
