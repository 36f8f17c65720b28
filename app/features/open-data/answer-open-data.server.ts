import { createHash } from "node:crypto";
import type { OpenData } from "#app/domain/open-data/open-data.ts";
import { type OpenDataFile, writeOpenData } from "#app/messages/open-data-paper.ts";

/** How long a reader may keep a file without asking whether it still holds. */
const KEPT_SECONDS = 300;

/**
 * The file, or "not changed" to whoever has it. What names the version is the figures themselves; the moment a copy was
 * made stands in it and does not make it another version.
 */
export function answerOpenData(request: Request, data: OpenData, file: OpenDataFile, now: Date): Response {
  const version = createHash("sha256")
    .update(writeOpenData(data, file, null).body)
    .digest("hex")
    .slice(0, 32);
  const etag = `W/"${version}"`;
  const headers = new Headers({
    ETag: etag,
    "Cache-Control": `public, max-age=${KEPT_SECONDS}, must-revalidate`,
    "Access-Control-Allow-Origin": "*",
  });
  const held = (request.headers.get("If-None-Match") ?? "").split(",").map((each) => each.trim());
  if (held.some((each) => each === etag || each === "*")) return new Response(null, { status: 304, headers });
  const { type, body } = writeOpenData(data, file, now.toISOString());
  headers.set("Content-Type", type);
  headers.set("Content-Disposition", `attachment; filename="thi-dua-so-${data.communeId}-${file}"`);
  return new Response(body, { headers });
}
