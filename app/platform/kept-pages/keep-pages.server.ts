import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { KeptPage, KeptPages } from "./kept-pages.ts";

export interface KeptPagesLimits {
  /** Of all pages together, unpacked and packed; the one unused longest goes first. */
  readonly bytes: number;
  /** How long a page is given out before its version is asked for again. */
  readonly provedForMs: number;
}

export const STANDARD_LIMITS: KeptPagesLimits = { bytes: 16 * 1_024 * 1_024, provedForMs: 1_000 };

interface Kept {
  readonly page: KeptPage;
  readonly size: number;
  provedAtMs: number;
}

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };

export function keepPages(
  limits: KeptPagesLimits = STANDARD_LIMITS,
  nowMs = () => performance.now(),
): KeptPages {
  // In the order of their last use.
  const kept = new Map<string, Kept>();
  const writing = new Map<string, Promise<KeptPage>>();
  let bytes = 0;

  const drop = (key: string): void => {
    bytes -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, page: KeptPage, provedAtMs: number): void => {
    drop(key);
    const size = Object.values(page.bytes).reduce((sum, { length }) => sum + length, 0);
    kept.set(key, { page, size, provedAtMs });
    bytes += size;
    for (const [oldest] of kept) {
      if (bytes <= limits.bytes || oldest === key) break;
      drop(oldest);
    }
  };

  return {
    fresh(key) {
      const known = kept.get(key);
      return known && nowMs() - known.provedAtMs < limits.provedForMs ? known.page : null;
    },

    async read(key, version, write) {
      // Proved when the version was read, not when the page was ready.
      const provedAtMs = nowMs();
      const known = kept.get(key);
      if (known?.page.version === version) {
        keep(key, known.page, provedAtMs);
        return known.page;
      }
      const ticket = `${key}\n${version}`;
      const under = writing.get(ticket);
      if (under) return under;
      const work = write()
        .then((html) => packPage(version, html))
        .then((page) => {
          keep(key, page, provedAtMs);
          return page;
        })
        .finally(() => writing.delete(ticket));
      writing.set(ticket, work);
      return work;
    },

    drop,
  };
}

async function packPage(version: string, html: string): Promise<KeptPage> {
  const identity = Buffer.from(html);
  const [br, gz] = await Promise.all([
    pack.br(identity, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
    }),
    pack.gzip(identity, { level: 9 }),
  ]);
  const hash = createHash("sha256").update(identity).digest("base64url").slice(0, 27);
  return { version, hash, styleHash: hashStyle(html), bytes: { br, gzip: gz, identity } };
}

/** A page that caches keep has no nonce: its one style is allowed by what it says. */
function hashStyle(html: string): string | null {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
  return style === undefined ? null : `sha256-${createHash("sha256").update(style).digest("base64")}`;
}
