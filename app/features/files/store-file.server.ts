import { createHash } from "node:crypto";
import { startOfDay } from "#app/domain/calendar/local-date.ts";
import {
  COMMUNE_FILES_MB,
  FILES_A_DAY,
  type FileKind,
  type FileRefusal,
  judgeFile,
} from "#app/domain/files/stored-file.ts";
import type { Id } from "#app/domain/ids.ts";
import { cleanText } from "#app/domain/text/clean-text.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { keepFile } from "#app/platform/files/file-store.server.ts";

export interface StoredFile {
  readonly fileId: Id;
  readonly name: string;
  readonly kind: FileKind;
  readonly byteCount: number;
}

const MEGABYTE = 1024 * 1024;

/**
 * A paper taken in from a form: on the disk before its row, its row before any other that names it. The sender names
 * the sending: the same again is the same file. Who may read it is decided by whatever it is attached to.
 */
export async function storeFile(
  caller: Caller,
  { id, file }: { readonly id: Id; readonly file: FormDataEntryValue | null },
): Promise<Verdict<StoredFile, FileRefusal>> {
  if (!(file instanceof Blob)) return refused({ code: "file_missing" });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const judged = judgeFile(bytes);
  if (!judged.ok) return refused(judged.refusal);
  const { kind } = judged;
  const name = tidyName("name" in file ? String(file.name) : "", kind);
  const sha256 = createHash("sha256").update(bytes).digest();
  const before = await inCommune(caller, (tx, communeId) =>
    judgeQuota(tx, { communeId, caller, id, sha256, byteCount: bytes.length }),
  );
  if (before !== "new") return before;
  const nonce = Buffer.from(caller.platform.random.bytes(8)).toString("hex");
  await keepFile(caller.platform.config.dataDir, bytes, nonce);
  return inCommune(caller, async (tx, communeId) => {
    await tx.storedFile.createMany({
      data: [
        {
          communeId,
          id,
          sha256,
          kind,
          name,
          byteCount: bytes.length,
          uploadedBy: caller.person.accountId,
          uploadedAt: caller.now,
        },
      ],
      skipDuplicates: true,
    });
    const kept = await findSent(tx, { communeId, caller, id, sha256 });
    if (kept === null) throw new Error("a file was kept and its row was not");
    return kept;
  });
}

function inCommune<Answer>(caller: Caller, work: (tx: Tx, communeId: number) => Promise<Answer>) {
  const scope = caller.scope("files.store");
  return caller.platform.db.withCommunes(scope, (tx) => work(tx, onlyCommune(scope)));
}

interface Sending {
  readonly communeId: number;
  readonly caller: Caller;
  readonly id: Id;
  readonly sha256: Uint8Array;
}

async function findSent(
  tx: Tx,
  { communeId, caller, id, sha256 }: Sending,
): Promise<Verdict<StoredFile, FileRefusal> | null> {
  const row = await tx.storedFile.findUnique({ where: { communeId_id: { communeId, id } } });
  if (row === null) return null;
  if (row.uploadedBy !== caller.person.accountId || !Buffer.from(row.sha256).equals(sha256))
    return refused({ code: "file_id_reused" });
  return allowed({ fileId: id, name: row.name, kind: row.kind as FileKind, byteCount: row.byteCount });
}

async function judgeQuota(
  tx: Tx,
  sending: Sending & { readonly byteCount: number },
): Promise<Verdict<StoredFile, FileRefusal> | "new"> {
  const { communeId, caller, byteCount } = sending;
  const sent = await findSent(tx, sending);
  if (sent) return sent;
  const today = await tx.storedFile.count({
    where: {
      communeId,
      uploadedBy: caller.person.accountId,
      uploadedAt: { gte: new Date(startOfDay(caller.today)) },
    },
  });
  if (today >= FILES_A_DAY) return refused({ code: "files_of_day_used_up", maximum: FILES_A_DAY });
  const { _sum } = await tx.storedFile.aggregate({ where: { communeId }, _sum: { byteCount: true } });
  return (_sum.byteCount ?? 0) + byteCount > COMMUNE_FILES_MB * MEGABYTE
    ? refused({ code: "files_of_commune_used_up", maximumMegabytes: COMMUNE_FILES_MB })
    : "new";
}

/** What the sender called it, made plain; the ending says what it is. */
function tidyName(raw: string, kind: FileKind): string {
  const ending = kind === "jpeg" ? "jpg" : kind;
  const bare = (raw.split(/[\\/]/).at(-1) ?? "").replace(/\.[A-Za-z0-9]{1,5}$/, "").slice(0, 120);
  const verdict = cleanText(bare, { minimum: 1, maximum: 120, lines: "one", identityNumbers: "refused" });
  return `${verdict.ok ? verdict.value : "van-ban"}.${ending}`;
}
