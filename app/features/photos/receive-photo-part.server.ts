import { createHash } from "node:crypto";
import { LARGEST_PHOTO_MB, type PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import { type LocalDate, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { type Id, isId } from "#app/domain/ids.ts";
import type { OfflineRefusal } from "#app/domain/offline/envelope.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import {
  answerSent,
  findUpload,
  type PhotoCaller,
  type UploadedPhoto,
  uploadPhoto,
} from "./upload-photo.server.ts";

type PartRefusal = PhotoRefusal | Extract<OfflineRefusal, { code: "photo_part_not_readable" }>;

/** A photograph that is not whole yet, with the pieces that have come; or the photo it became. */
export type PartAnswer =
  | { readonly isWhole: false; readonly have: readonly number[] }
  | { readonly isWhole: true; readonly photo: UploadedPhoto };

const LARGEST_PART = 65_536;
const MOST_PARTS = Math.ceil((LARGEST_PHOTO_MB * 1024 * 1024) / 16_384);
const SHA256 = /^[0-9a-f]{64}$/;
/** A phone that has not gone on by then begins anew. */
const KEPT_DAYS = 7;

/** Which pieces of a picture have come from this person, by the picture's content: where a broken sending goes on. */
export async function readPhotoParts(caller: PhotoCaller, sha256: string): Promise<readonly number[]> {
  if (!SHA256.test(sha256)) return [];
  const scope = caller.scope("photos.read-parts");
  return caller.platform.db.withCommunes(scope, (tx) =>
    findOrdinals(tx, onlyCommune(scope), caller.person.accountId, Buffer.from(sha256, "hex")),
  );
}

/**
 * One piece of a picture, in any order and however often. With the last of them it is put together, held against its
 * name, and goes through the same door as a picture that came whole.
 */
export async function receivePhotoPart(
  caller: PhotoCaller,
  fields: FormData | null,
): Promise<Verdict<PartAnswer, PartRefusal>> {
  const wish = await readPart(fields);
  if (wish === null) return refused({ code: "photo_part_not_readable" });
  const { platform, person, now } = caller;
  const scope = caller.scope("photos.receive-part");
  const communeId = onlyCommune(scope);
  const sha256 = Buffer.from(wish.sha256, "hex");
  const pieces = await platform.db.withCommunes(scope, async (tx) => {
    // The answer to the last piece was lost on its way: it is given once more.
    const sent = await findUpload(tx, communeId, wish.id);
    if (sent) return { have: [], bytes: null, sent };
    const before = new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000);
    await tx.photoPart.deleteMany({
      where: { communeId, accountId: person.accountId, madeAt: { lt: before } },
    });
    await tx.$executeRaw`
      insert into photo_part (commune_id, account_id, sha256, ordinal, bytes, made_at)
      values (${communeId}, ${person.accountId}::uuid, ${sha256}, ${wish.ordinal}, ${wish.bytes}, ${now})
      on conflict do nothing`;
    const have = await findOrdinals(tx, communeId, person.accountId, sha256);
    if (have.length < wish.total) return { have, bytes: null, sent: null };
    const rows = await tx.photoPart.findMany({
      where: { communeId, accountId: person.accountId, sha256 },
      orderBy: { ordinal: "asc" },
      select: { bytes: true },
    });
    return { have, bytes: Buffer.concat(rows.map(({ bytes }) => bytes)), sent: null };
  });
  if (pieces.sent) {
    const verdict = answerSent(pieces.sent, person.accountId, sha256);
    return verdict.ok ? allowed({ isWhole: true, photo: verdict.value }) : verdict;
  }
  if (pieces.bytes === null) return allowed({ isWhole: false, have: pieces.have });
  const isIt = createHash("sha256").update(pieces.bytes).digest().equals(sha256);
  const uploaded = isIt
    ? await uploadPhoto(caller, { id: wish.id, bytes: pieces.bytes, takenOn: wish.takenOn })
    : refused({ code: "photo_part_not_readable" as const });
  // Busy is not the picture's fault: its pieces wait for the next try. Anything else is settled.
  if (uploaded.ok || uploaded.code !== "photo_busy") {
    await platform.db.withCommunes(scope, (tx) =>
      tx.photoPart.deleteMany({ where: { communeId, accountId: person.accountId, sha256 } }),
    );
  }
  return uploaded.ok ? allowed({ isWhole: true, photo: uploaded.value }) : uploaded;
}

async function findOrdinals(tx: Tx, communeId: number, accountId: string, sha256: Uint8Array) {
  const rows = await tx.$queryRaw<{ ordinal: number }[]>`
    select ordinal::int as ordinal from photo_part
     where commune_id = ${communeId} and account_id = ${accountId}::uuid and sha256 = ${sha256} order by ordinal`;
  return rows.map(({ ordinal }) => ordinal);
}

interface Part {
  readonly id: Id;
  readonly sha256: string;
  readonly ordinal: number;
  readonly total: number;
  readonly bytes: Buffer;
  readonly takenOn: LocalDate | null;
}

async function readPart(fields: FormData | null): Promise<Part | null> {
  const text = (name: string) => String(fields?.get(name) ?? "");
  const file = fields?.get("part");
  const [id, sha256] = [text("id"), text("sha256")];
  const [ordinal, total] = [readCount(text("ordinal")), readCount(text("total"))];
  if (!isId(id) || !SHA256.test(sha256) || !(file instanceof Blob)) return null;
  if (ordinal === null || total === null || total < 1 || total > Math.min(MOST_PARTS, 256)) return null;
  if (ordinal >= total || file.size < 1 || file.size > LARGEST_PART) return null;
  const bytes = Buffer.from(await file.arrayBuffer());
  return { id, sha256, ordinal, total, bytes, takenOn: parseLocalDate(text("takenOn")) };
}

function readCount(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}
