import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readPhoto } from "#app/features/activity-log/read-photo.server.ts";

/** One picture. Its content never changes, so the reader's own browser may keep it; nobody in between may. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.read");
  const isSmall = new URL(args.request.url).searchParams.get("co") === "nho";
  const photo = await readPhoto(caller, args.params.photoId ?? "", isSmall ? "small" : "large");
  if (!photo) throw notFound();
  const headers = {
    "Content-Type": "image/webp",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, max-age=31536000, immutable",
    ETag: `"${photo.sha256}"`,
  };
  if (args.request.headers.get("If-None-Match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(photo.bytes), { headers });
}
