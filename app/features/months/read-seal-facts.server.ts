import { createHash } from "node:crypto";
import {
  LINES_PER_CHUNK,
  SEALED_SUBJECTS,
  type SealedAppeal,
  type SealedChunk,
  type SealedException,
  type SealedFigures,
  type SealedLine,
  type SealedSubject,
  type SealFacts,
  writeSealedLine,
} from "#app/domain/months/seal.ts";
import { SEAL_APPEALS, SEAL_EXCEPTIONS, SEAL_FIGURES, SEAL_HEAD, SEAL_LINES } from "./seal-facts.sql.ts";

/** Rows of a query, a page at a time: the house reads with its own login, verify with the maintainer's. */
export type ReadRows = <Row extends object>(sql: string, values: readonly unknown[]) => AsyncIterable<Row>;

/** Where in the commune's line of seals this one stands. */
export interface SealLink {
  readonly number: number;
  readonly previous: string;
}

interface Head extends Omit<SealFacts["month"], "id"> {
  readonly id: number;
  readonly schemeVersion: number;
  readonly schemeSha256: string;
}

/** Everything a seal speaks of, out of the facts alone. However long the month, one chunk of lines is in memory. */
export async function readSealFacts(
  read: ReadRows,
  communeId: number,
  monthId: number,
  link: SealLink,
): Promise<SealFacts> {
  const key = [communeId, monthId];
  const [head] = await all<Head>(read(SEAL_HEAD, key));
  if (!head) throw new Error(`commune ${communeId} has no month ${monthId}`);
  const { schemeVersion, schemeSha256, ...month } = head;
  return {
    ...link,
    commune: communeId,
    month,
    rules: { version: schemeVersion, sha256: schemeSha256 },
    chunks: await digestLines(read<SealedLine>(SEAL_LINES, key)),
    standings: await readSealFigures(read, communeId, monthId),
    exceptions: await all(read<SealedException>(SEAL_EXCEPTIONS, key)),
    appeals: await all(read<SealedAppeal>(SEAL_APPEALS, key)),
  };
}

/** The month's sums per member, team, village and commune: what the seal holds, and what every screen shows. */
export async function readSealFigures(
  read: ReadRows,
  communeId: number,
  monthId: number,
): Promise<SealFacts["standings"]> {
  return groupFigures(await all(read<SubjectFigures>(SEAL_FIGURES, [communeId, monthId])));
}

type SubjectFigures = SealedFigures & { readonly subject: SealedSubject };

function groupFigures(rows: readonly SubjectFigures[]): SealFacts["standings"] {
  const of = (subject: SealedSubject) =>
    rows.filter((row) => row.subject === subject).map(({ subject: _, ...figures }) => figures);
  return Object.fromEntries(SEALED_SUBJECTS.map((subject) => [subject, of(subject)])) as Record<
    SealedSubject,
    SealedFigures[]
  >;
}

async function digestLines(lines: AsyncIterable<SealedLine>): Promise<SealedChunk[]> {
  const chunks: SealedChunk[] = [];
  let hash = createHash("sha256");
  let [first, last, count, points] = [0, 0, 0, 0];
  const close = () => {
    chunks.push({ first, last, count, points, sha256: hash.digest("hex") });
    hash = createHash("sha256");
    count = 0;
    points = 0;
  };
  for await (const line of lines) {
    if (count === 0) first = line.seq;
    hash.update(writeSealedLine(line), "utf8");
    last = line.seq;
    count += 1;
    points += line.points;
    if (count === LINES_PER_CHUNK) close();
  }
  if (count > 0) close();
  return chunks;
}

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
