import { createHash, createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { composePackage, type OpenLine, type OpenSeal } from "#app/domain/open-package/open-package.ts";
import type { ReviewResult } from "#app/domain/year/review-result.ts";
import { findLockedResult, type LockedResult } from "#app/features/year/read-locked-result.server.ts";
import { packageName, writeReadme } from "#app/messages/open-package-readme.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { writeZip } from "./write-zip.server.ts";

export interface OpenPackage {
  readonly bytes: Buffer;
  /** Of the result in it: the same result, the same bytes. */
  readonly sha256: string;
  readonly name: string;
}

type House = Pick<Platform, "db" | "keys" | "config" | "values">;

interface Wish {
  readonly communeId: number;
  readonly reviewId: string;
  /** Strangers get what is published, and nothing before. */
  readonly only: "locked" | "published";
}

/** Opened from the house's folder: it is handed out word for word. */
const VERIFIER = "app/features/open-package/kiem-tra.py";

/** The package of a locked review. The same review gives the same bytes, packed once. Null where there is no such result. */
export async function readPackage(
  house: House,
  scope: CommuneScope,
  { communeId, reviewId, only }: Wish,
): Promise<OpenPackage | null> {
  const locked = await house.db.withCommunes(scope, (tx) => findLockedResult(tx, communeId, reviewId));
  if (locked === null || (only === "published" && locked.state !== "published")) return null;
  const { sha256, result } = locked;
  const bytes = await house.values.read(`open-package ${communeId} ${reviewId}`, sha256, () =>
    makePackage(house, scope, communeId, locked),
  );
  return { bytes, sha256, name: packageName(result.review.title, result.commune.name) };
}

async function makePackage(
  house: House,
  scope: CommuneScope,
  communeId: number,
  locked: LockedResult,
): Promise<Buffer> {
  const { result, content, sha256 } = locked;
  const { lines, seals } = await house.db.withCommunes(scope, async (tx) => ({
    lines: await findLines(tx, house, communeId, result),
    seals: await findSeals(tx, communeId, result),
  }));
  const files = composePackage(
    {
      result: content,
      lines,
      seals,
      verifier: await readFile(path.join(house.config.appRoot, VERIFIER), "utf8"),
      readmeVi: writeReadme("vi", result, sha256),
      readmeEn: writeReadme("en", result, sha256),
    },
    (text) => createHash("sha256").update(text, "utf8").digest("hex"),
  );
  return writeZip(files.map(({ name, text }) => ({ name, bytes: Buffer.from(text, "utf8") })));
}

interface LineRow extends Omit<OpenLine, "worker" | "work" | "village" | "corrects"> {
  readonly seq: number;
  readonly villageId: number | null;
  readonly village: string | null;
  readonly member: string;
  readonly claim: string | null;
  readonly corrects: number | null;
}

const PSEUDONYM_LENGTH = 12;

/**
 * The ledger of these months without anybody in it. A pseudonym is keyed by the commune and the review: it tells the lines
 * of one person apart from another's here, and leads from no package to the next.
 */
async function findLines(
  tx: Tx,
  { keys }: House,
  communeId: number,
  { review, months, facts }: ReviewResult,
): Promise<OpenLine[]> {
  const key = keys.derive(`commune:${communeId}:open-package:${review.id}`);
  const known = new Map<string, string>();
  const pseudonym = (kind: "member" | "claim", id: string): string => {
    const text = `${kind}:${id}`;
    const made =
      known.get(text) ?? createHmac("sha256", key).update(text).digest("hex").slice(0, PSEUDONYM_LENGTH);
    known.set(text, made);
    return made;
  };
  const rows = await tx.$queryRaw<LineRow[]>`
    select l.seq::float8 as seq, l.month_id as month, l.village_id as "villageId", v.name as village,
           l.member_id::text as member, l.claim_id::text as claim, l.kind, l.rule, l.points,
           l.corrects_seq::float8 as corrects
      from ledger_line l left join village v on v.commune_id = l.commune_id and v.id = l.village_id
     where l.commune_id = ${communeId} and l.month_id = any(${months.map(({ id }) => id)}::int[])
     order by l.month_id, l.seq`;
  const places = new Map(rows.map(({ seq }, index) => [seq, index + 1]));
  const nameOf = new Map(facts.map(({ villageId, name }) => [villageId, name]));
  return rows.map(({ seq: _, villageId, village, member, claim, corrects, ...line }) => ({
    ...line,
    village: villageId === null ? null : (nameOf.get(villageId) ?? village),
    worker: pseudonym("member", member),
    work: claim === null ? null : pseudonym("claim", claim),
    corrects: corrects === null ? null : (places.get(corrects) ?? null),
  }));
}

/** As the seals themselves say it: lines and points are compared with the lines of the package by whoever checks. */
function findSeals(tx: Tx, communeId: number, { months }: ReviewResult): Promise<OpenSeal[]> {
  return tx.$queryRaw<OpenSeal[]>`
    select month_id as month, number, encode(sha256, 'hex') as sha256,
           encode(previous_sha256, 'hex') as "previousSha256",
           (content::jsonb #>> '{lines,count}')::int as lines, (content::jsonb #>> '{lines,points}')::float8 as points
      from month_seal where commune_id = ${communeId} and month_id = any(${months.map(({ id }) => id)}::int[])
     order by month_id`;
}
