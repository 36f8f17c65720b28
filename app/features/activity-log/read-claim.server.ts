import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { moveClaim } from "#app/domain/activity/claim-state.ts";
import type { SignalKind } from "#app/domain/activity/signals.ts";
import { maySeeLabel } from "#app/domain/households/label-sight.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { openLabel } from "#app/features/households/seal-label.server.ts";
import type { ClaimView } from "./claim-view.ts";
import { type ClaimViewRow, findClaimView } from "./find-claim-view.server.ts";
import { type ClaimSight, judgeSight } from "./judge-sight.server.ts";

export type { ClaimView, DecisionView, RevisionView, UnitView } from "./claim-view.ts";

const OWN_SIGNALS: ReadonlySet<SignalKind> = new Set(["late", "phone_clock", "photo_day_differs"]);

/** One record with its revisions and decisions, as far as this reader may see it; null where there is none for them. */
export async function readClaim(caller: Caller, id: string): Promise<ClaimView | null> {
  const { platform, communeId } = caller;
  if (communeId === null) return null;
  return platform.db.withCommunes(caller.scope("activity-log.read"), async (tx) => {
    const sight = await judgeSight(tx, caller, communeId, id);
    const row = sight && (await findClaimView(tx, communeId, id));
    if (!sight || !row) return null;
    const open = (sealed: string) => openLabel(platform.keys, communeId, Buffer.from(sealed, "base64"));
    return showClaim(row, sight, caller.person.accountId, open);
  });
}

function showClaim(
  row: ClaimViewRow,
  sight: ClaimSight,
  readerId: string,
  open: (sealed: string) => string,
): ClaimView {
  const { units, ...rest } = row;
  const { isOwner, labels, takesPart } = sight;
  return {
    ...rest,
    units: units.map(({ head, label, labelledBy, ...unit }) => ({
      ...unit,
      isKnown: unit.householdId !== null && unit.slot !== null,
      head: labels !== "none" && head !== null ? open(head) : null,
      label: label !== null && maySeeLabel(labels, labelledBy, readerId) ? open(label) : null,
      groups: isOwner ? unit.groups : [],
    })),
    revisions: row.revisions.map((revision) => ({
      ...revision,
      content: isOwner ? revision.content : withoutGroups(revision.content),
    })),
    signals: row.signals.filter(({ kind }) => !takesPart || OWN_SIGNALS.has(kind)),
    may: {
      edit: isOwner && moveClaim(row.state, "edit").ok,
      resubmit: isOwner && moveClaim(row.state, "resubmit").ok,
      withdraw: isOwner && moveClaim(row.state, "withdraw").ok,
      verify: sight.mayVerify,
    },
  };
}

function withoutGroups(content: ClaimContent): ClaimContent {
  return { ...content, units: content.units.map((unit) => ({ ...unit, groups: [] })) };
}
