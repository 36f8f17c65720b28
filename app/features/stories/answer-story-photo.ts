import type { StoryPhoto } from "./read-story-photo.server.ts";

/** Asked for again each time: a consent that was taken back takes its pictures along. */
export function answerStoryPhoto(request: Request, { sha256, bytes }: StoryPhoto, caching: string): Response {
  const headers = {
    "Content-Type": "image/webp",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": caching,
    ETag: `"${sha256}"`,
  };
  if (request.headers.get("If-None-Match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), { headers });
}
