import { createHash, createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { composePackage, type OpenLine, type OpenSeal } from "#app/domain/open-package/open-package.ts";
import { findLockedResult, type LockedResult } from "#app/features/year/read-locked-result.server.ts";
import { writeReadme } from "#app/messages/open-package-readme.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { writeZip } from "./write-zip.server.ts";

export interface OpenPackage {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly year: number;
  readonly kind: LockedResult["result"]["review"]["kind"];
}

type House = Pick<Platform, "db" | "keys" | "config">;

/** Opened from the house's folder: it is handed out word for word. */
const VERIFIER = "app/features/open-package/kiem-tra.py";

/**
 * The package of a locked review, or of a published one only. The same review gives the same bytes. Null where there is
 * no such result.
 */
export async function readPackage(
  house: House,
  scope: CommuneScope,
  communeId: number,
  reviewId: string,
  only: "locked" | "published",
): Promise<OpenPackage | null> {
  const found = await house.db.withCommunes(scope, async (tx) => {
    const locked = await findLockedResult(tx, communeId, reviewId);
    if (locked === null || (only === "published" && locked.state !== "published")) return null;
    const months = locked.result.months.map(({ id }) => id);
    return {
      locked,
      lines: await findLines(tx, house, { communeId, reviewId, months, locked }),
      seals: await findSeals(tx, communeId, months),
    };
  });
  if (found === null) return null;
  const { locked, lines, seals } = found;
  const files = composePackage(
    {
      result: locked.content,
      lines,
      seals,
      verifier: await readFile(path.join(house.config.appRoot, VERIFIER), "utf8"),
      readmeVi: writeReadme("vi", locked.result, locked.sha256),
      readmeEn: writeReadme("en", locked.result, locked.sha256),
    },
    (text) => createHash("sha256").update(text, "utf8").digest("hex"),
  );
  const bytes = writeZip(files.map(({ name, text }) => ({ name, bytes: Buffer.from(text, "utf8") })));
  const { year, kind } = locked.result.review;
  return { bytes, sha256: locked.sha256, year, kind };
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
  of: {
    readonly communeId: number;
    readonly reviewId: string;
    readonly months: readonly number[];
    readonly locked: LockedResult;
  },
): Promise<OpenLine[]> {
  const { communeId, reviewId, months, locked } = of;
  const key = keys.derive(`commune:${communeId}:open-package:${reviewId}`);
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
     where l.commune_id = ${communeId} and l.month_id = any(${[...months]}::int[])
     order by l.month_id, l.seq`;
  const places = new Map(rows.map(({ seq }, index) => [seq, index + 1]));
  const nameOf = new Map(locked.result.facts.map(({ villageId, name }) => [villageId, name]));
  return rows.map(({ seq: _, villageId, village, member, claim, corrects, ...line }) => ({
    ...line,
    village: villageId === null ? null : (nameOf.get(villageId) ?? village),
    worker: pseudonym("member", member),
    work: claim === null ? null : pseudonym("claim", claim),
    corrects: corrects === null ? null : (places.get(corrects) ?? null),
  }));
}

/** As the seals themselves say it: lines and points are compared with the lines of the package by whoever checks. */
function findSeals(tx: Tx, communeId: number, months: readonly number[]): Promise<OpenSeal[]> {
  return tx.$queryRaw<OpenSeal[]>`
    select month_id as month, number, encode(sha256, 'hex') as sha256,
           encode(previous_sha256, 'hex') as "previousSha256",
           (content::jsonb #>> '{lines,count}')::int as lines, (content::jsonb #>> '{lines,points}')::float8 as points
      from month_seal where commune_id = ${communeId} and month_id = any(${[...months]}::int[])
     order by month_id`;
}
