import type { Encoding, KeptPage } from "./kept-pages.ts";

/** Tells the server which style the page brings; it never leaves the house. */
export const STYLE_HASH_HEADER = "X-House-Style";

export interface PageQuestion {
  readonly acceptEncoding: string | null;
  readonly ifNoneMatch: string | null;
}

export interface PageAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array | null;
}

/** Bytes of another language or encoding are other bytes: caches keep them apart, and each has a tag of its own. */
export function answerKeptPage(page: KeptPage, { acceptEncoding, ifNoneMatch }: PageQuestion): PageAnswer {
  const encoding = chooseEncoding(acceptEncoding ?? "");
  const etag = `"${page.hash}-${encoding}"`;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    // Kept by whoever likes, and asked for again each time: the answer is nearly always "unchanged".
    "Cache-Control": "public, no-cache",
    Vary: "Accept-Encoding, Cookie",
    ETag: etag,
  };
  if (holds(ifNoneMatch, etag)) return { status: 304, headers, bytes: null };
  const bytes = page.bytes[encoding];
  return {
    status: 200,
    headers: {
      ...headers,
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
      "Content-Length": String(bytes.length),
    },
    bytes,
  };
}

function chooseEncoding(accepted: string): Encoding {
  const weights = new Map(
    accepted.split(",").map((part) => {
      const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith("q="));
      return [name.trim(), weight === undefined ? 1 : Number(weight.slice(2))] as const;
    }),
  );
  return (["br", "gzip"] as const).find((name) => (weights.get(name) ?? 0) > 0) ?? "identity";
}

/** If-None-Match compares weakly: a proxy may have marked the tag as weak. */
function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
