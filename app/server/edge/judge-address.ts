import type { EdgeRefusal } from "#app/messages/edge-refusals.ts";

const ADDRESS_LIMIT = 4_096;
/** What a request line may hold: everything else has to come percent-encoded. */
const PLAIN_ADDRESS = /^\/[\x21-\x7e]*$/;

/**
 * Whether an address can be given to routes at all. What passes decodes to well-formed text without NUL or other
 * controls, in the path as in the query, so a route parameter is never the cause of a 5xx.
 */
export function judgeAddress(address: string): EdgeRefusal | null {
  if (address.length > ADDRESS_LIMIT) return "address_too_long";
  if (!PLAIN_ADDRESS.test(address)) return "bad_address";
  const mark = address.indexOf("?");
  const path = mark < 0 ? address : address.slice(0, mark);
  const query = mark < 0 ? "" : address.slice(mark + 1);
  // "//host" and "/\host" are read as another site by whoever resolves them against a page.
  if (path.startsWith("//") || path.includes("\\")) return "bad_address";
  if (!decodesCleanly(path, /\p{Control}/u) || !decodesCleanly(query, /[^\P{Control}\t\r\n]/u))
    return "bad_address";
  // With single fetch nothing of ours asks for `_data`; Remix would answer it past its own cross-site check.
  return new URLSearchParams(query).has("_data") ? "bad_address" : null;
}

function decodesCleanly(encoded: string, unwanted: RegExp): boolean {
  try {
    return !unwanted.test(decodeURIComponent(encoded));
  } catch {
    return false;
  }
}
