import type { DocumentHeader } from "#app/domain/plan/document-template.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { peoplesCommitteeOf } from "#app/messages/official-names.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { writeSetting } from "./change-setting.server.ts";
import { isUniqueViolation } from "./database-refusals.server.ts";
import { markStep } from "./mark-step.server.ts";
import { onlyCommune } from "./only-commune.ts";

export interface CommuneDescription {
  readonly kind: CommuneKind;
  readonly name: string;
  readonly province: string;
  readonly code: string | null;
  /** Its issuing body and place may be empty: they then follow from kind and name. */
  readonly header: DocumentHeader;
  readonly seenRevision: number;
  readonly seenHeaderRevision: number;
}

type Refusal = Extract<SetupRefusal, { code: "changed_meanwhile" | "commune_code_taken" }>;

/** Name, province and the head of its papers, saved together or not at all. */
export async function describeCommune(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  description: CommuneDescription,
): Promise<Verdict<null, Refusal>> {
  try {
    return await platform.db.withCommunes(scope, async (tx) => {
      const verdict = await writeDescription(tx, scope, description, platform.clock.now());
      if (verdict.ok) await platform.live.touch(tx, `commune:${onlyCommune(scope)}`);
      return verdict;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused({ code: "commune_code_taken" });
    throw error;
  }
}

async function writeDescription(
  tx: Tx,
  scope: CommuneScope,
  description: CommuneDescription,
  now: Date,
): Promise<Verdict<null, Refusal>> {
  const communeId = onlyCommune(scope);
  const { kind, name, province, code } = description;
  const [stored] = await tx.$queryRaw<
    { kind: string; name: string; province: string; code: string | null; revision: number }[]
  >`
    select kind, name, province, code, revision from commune where id = ${communeId} for update`;
  if (!stored) throw new Error(`there is no commune ${communeId} in this scope`);
  const isSame =
    stored.kind === kind && stored.name === name && stored.province === province && stored.code === code;
  if (!isSame && stored.revision !== description.seenRevision) return refused({ code: "changed_meanwhile" });

  const header = completeHeader(description);
  const change = {
    section: "document_header",
    value: header,
    seenRevision: description.seenHeaderRevision,
  } as const;
  const headerSaved = await writeSetting(tx, scope, change, now);
  if (!headerSaved.ok) return headerSaved;
  if (!isSame) {
    await tx.commune.update({
      where: { id: communeId },
      data: { kind, name, province, code, revision: { increment: 1 } },
    });
  }
  await markStep(tx, scope, "identity", now);
  return allowed(null);
}

function completeHeader({ kind, name, header }: CommuneDescription): DocumentHeader {
  return {
    ...header,
    issuingBody: header.issuingBody || peoplesCommitteeOf(kind, name),
    place: header.place || name,
  };
}
