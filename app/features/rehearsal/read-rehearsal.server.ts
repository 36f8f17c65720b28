import { rehearse } from "#app/domain/activity/rehearse.ts";
import { addMonths, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { readVerifiedClaims } from "#app/features/ledger/read-verified-claims.server.ts";
import { findDraft } from "#app/features/scheme/find-draft.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

export interface Rehearsal {
  readonly from: LocalDate;
  readonly claims: number;
  readonly isTooMany: boolean;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Those who would move most, the furthest first. */
  readonly members: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
}

const MONTHS = 12;
/** Counting more than this while somebody waits for a page would hold up others. */
const CLAIMS_AT_MOST = 60_000;
const SHOWN_AT_MOST = 50;
const TIMEOUT_MS = 60_000;

/** Who would move if the draft had been the rules of the last twelve months. Null without a draft. */
export function readRehearsal(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
): Promise<Rehearsal | null> {
  const communeId = onlyCommune(scope);
  const from = addMonths(localDateAt(platform.clock.now().getTime()), -MONTHS);
  const nobody = { from, up: 0, down: 0, same: 0, members: [] };
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      const draft = await findDraft(tx, communeId);
      if (!draft) return null;
      const count = await tx.claim.count({ where: { communeId, state: "verified" } });
      if (count > CLAIMS_AT_MOST) return { ...nobody, claims: count, isTooMany: true };
      const { claims, rules } = await readVerifiedClaims(tx, communeId);
      const rulesOf = typeof rules === "function" ? rules : () => rules;
      const moves = rehearse(claims, rulesOf, draft.scheme, from);
      const moved = moves.filter(({ before, after }) => before !== after);
      const names = await findNames(tx, communeId, moved.slice(0, SHOWN_AT_MOST));
      return {
        from,
        claims: claims.filter(({ workDate }) => workDate >= from).length,
        isTooMany: false,
        up: moved.filter(({ before, after }) => after > before).length,
        down: moved.filter(({ before, after }) => after < before).length,
        same: moves.length - moved.length,
        members: moved.slice(0, SHOWN_AT_MOST).map((move) => ({
          ...move,
          name: names.get(move.memberId) ?? "–",
        })),
      };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function findNames(
  tx: Tx,
  communeId: number,
  members: readonly { readonly memberId: string }[],
): Promise<Map<string, string>> {
  const rows = await tx.member.findMany({
    where: { communeId, id: { in: members.map(({ memberId }) => memberId) } },
    select: { id: true, fullName: true },
  });
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}
