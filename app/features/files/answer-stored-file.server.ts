import { FILE_TYPES, type FileKind } from "#app/domain/files/stored-file.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { readKeptFile } from "#app/platform/files/file-store.server.ts";
import type { Platform } from "#app/platform/platform.ts";

interface FoundFile {
  readonly sha256: string;
  readonly kind: FileKind;
  readonly name: string;
}

/** Where a file lies. Whoever calls has judged that its reader may have it. */
export async function findStoredFile(tx: Tx, communeId: number, fileId: string): Promise<FoundFile | null> {
  const row = await tx.storedFile.findUnique({
    where: { communeId_id: { communeId, id: fileId } },
    select: { sha256: true, kind: true, name: true },
  });
  return (
    row && { sha256: Buffer.from(row.sha256).toString("hex"), kind: row.kind as FileKind, name: row.name }
  );
}

/** Always to keep, never to open in the house's own origin; null where the disk has lost it, which `verify` names. */
export async function answerStoredFile(
  platform: Pick<Platform, "config">,
  { sha256, kind, name }: FoundFile,
): Promise<Response | null> {
  const bytes = await readKeptFile(platform.config.dataDir, sha256);
  if (bytes === null) return null;
  const ascii = foldVietnamese(name)
    .replace(/[^A-Za-z0-9_.-]+/g, "-")
    .slice(-80);
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": FILE_TYPES[kind],
      "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
