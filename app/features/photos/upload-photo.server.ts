import { createHash } from "node:crypto";
import { LARGEST_PHOTO_MB, PHOTOS_A_DAY, type PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import { type LocalDate, parseLocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import { type Id, makeId } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { PhotoShaping } from "#app/platform/apart/apart.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { keepFile } from "#app/platform/files/file-store.server.ts";
import { sniffPicture } from "#app/platform/files/sniff-picture.ts";

export type PhotoCaller = Pick<Caller, "platform" | "person" | "now" | "today" | "scope">;

export interface UploadedPhoto {
  /** The name to put on a record. */
  readonly photoId: string;
  readonly width: number;
  readonly height: number;
  readonly takenOn: LocalDate | null;
}

type Shaped = Extract<PhotoShaping, { ok: true }>;

const LARGEST_BYTES = LARGEST_PHOTO_MB * 1024 * 1024;

/**
 * A photograph taken in, made small and clean, and on the disk before it is answered. The sender names the
 * sending: the same again is the same photo, and so is the same picture under another name.
 */
export async function uploadPhoto(
  caller: PhotoCaller,
  {
    id,
    bytes,
    takenOn = null,
  }: { readonly id: Id; readonly bytes: Uint8Array; readonly takenOn?: LocalDate | null },
): Promise<Verdict<UploadedPhoto, PhotoRefusal>> {
  const refusal = judgeBytes(bytes);
  if (refusal) return refused(refusal);
  const sourceSha256 = createHash("sha256").update(bytes).digest();
  const { platform, person } = caller;
  const scope = caller.scope("photos.upload");
  const communeId = onlyCommune(scope);
  const before = await platform.db.withCommunes(scope, async (tx) => {
    const sent = await findUpload(tx, communeId, id);
    if (sent) return sent;
    const since = new Date(startOfDay(caller.today));
    const count = await tx.photoUpload.count({
      where: { communeId, uploadedBy: person.accountId, uploadedAt: { gte: since } },
    });
    return count >= PHOTOS_A_DAY ? "used_up" : null;
  });
  if (before === "used_up") return refused({ code: "photos_of_day_used_up", maximum: PHOTOS_A_DAY });
  if (before) return answerSent(before, person.accountId, sourceSha256);
  const shaping = await platform.apart.run("shape-photo", { bytes });
  if (!shaping.ok)
    return refused({ code: shaping.code === "apart_busy" ? "photo_busy" : "photo_unreadable" });
  if (!shaping.output.ok) return refused({ code: shaping.output.code });
  return keepPhoto(caller, id, sourceSha256, shaping.output, takenOn);
}

function judgeBytes(bytes: Uint8Array): PhotoRefusal | null {
  if (bytes.length === 0) return { code: "photo_missing" };
  if (bytes.length > LARGEST_BYTES) return { code: "photo_too_large", maximumMegabytes: LARGEST_PHOTO_MB };
  const kind = sniffPicture(bytes);
  if (kind === "heic") return { code: "photo_is_heic" };
  return kind === "other" ? { code: "photo_not_a_picture" } : null;
}

/** Files first, rows after: a row never names what is not on the disk. */
async function keepPhoto(
  { platform, person, now, scope: scopeOf }: PhotoCaller,
  id: Id,
  sourceSha256: Buffer,
  shaped: Shaped,
  toldDay: LocalDate | null,
): Promise<Verdict<UploadedPhoto, PhotoRefusal>> {
  const { dataDir } = platform.config;
  const nonce = () => Buffer.from(platform.random.bytes(8)).toString("hex");
  const sha256 = bytesOf(await keepFile(dataDir, shaped.large, nonce()));
  const thumbSha256 = bytesOf(await keepFile(dataDir, shaped.small, nonce()));
  const scope = scopeOf("photos.upload");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    // The photo's own name is the house's: what somebody else sent before keeps the name it has.
    const photoId = makeId(now.getTime(), platform.random.bytes(10));
    const takenOn = shaped.takenOn === null ? toldDay : parseLocalDate(shaped.takenOn);
    await tx.$executeRaw`
      insert into photo (commune_id, id, sha256, source_sha256, dhash, width, height, byte_count, taken_on,
                         uploaded_by, uploaded_at, thumb_sha256, thumb_byte_count)
      values (${communeId}, ${photoId}::uuid, ${sha256}, ${sourceSha256}, ${shaped.dhash}, ${shaped.width},
              ${shaped.height}, ${shaped.large.length}, ${takenOn}::date, ${person.accountId}::uuid, ${now},
              ${thumbSha256}, ${shaped.small.length})
      on conflict do nothing`;
    await tx.$executeRaw`
      insert into photo_upload (commune_id, id, photo_id, source_sha256, uploaded_by, uploaded_at)
      select commune_id, ${id}::uuid, id, ${sourceSha256}, ${person.accountId}::uuid, ${now}
        from photo where commune_id = ${communeId} and sha256 = ${sha256}
      on conflict do nothing`;
    const sent = await findUpload(tx, communeId, id);
    if (!sent) throw new Error("a photo was kept and its sending was not");
    return answerSent(sent, person.accountId, sourceSha256);
  });
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex, "hex");
}

interface SentUpload extends UploadedPhoto {
  readonly uploadedBy: string;
  readonly sourceSha256: Uint8Array;
}

export async function findUpload(tx: Tx, communeId: number, id: string): Promise<SentUpload | null> {
  const rows = await tx.$queryRaw<SentUpload[]>`
    select p.id as "photoId", p.width, p.height, p.taken_on::text as "takenOn", u.uploaded_by as "uploadedBy",
           u.source_sha256 as "sourceSha256"
      from photo_upload u join photo p on p.commune_id = u.commune_id and p.id = u.photo_id
     where u.commune_id = ${communeId} and u.id = ${id}::uuid`;
  return rows[0] ?? null;
}

export function answerSent(
  { uploadedBy, sourceSha256, ...photo }: SentUpload,
  accountId: string,
  source: Buffer,
): Verdict<UploadedPhoto, PhotoRefusal> {
  const isSame = uploadedBy === accountId && source.equals(sourceSha256);
  return isSame ? allowed(photo) : refused({ code: "photo_id_reused" });
}
