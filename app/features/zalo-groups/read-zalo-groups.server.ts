import { can } from "#app/domain/access/can.ts";
import {
  DEFAULT_TEMPLATES,
  type GroupStatus,
  judgeGroupName,
  makeGroupName,
  type NameFacts,
  type NameFault,
} from "#app/domain/zalo/group-name.ts";
import type { GroupView, Naming } from "#app/domain/zalo/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { kindWord } from "#app/messages/official-names.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface ZaloDesk {
  readonly naming: Naming;
  readonly mayName: boolean;
  /** The commune's own first. */
  readonly groups: readonly GroupView[];
  readonly facts: Omit<NameFacts, "village">;
}

interface KeptGroup {
  readonly place: number;
  readonly status: GroupStatus;
  readonly name: string | null;
  readonly link: string | null;
}

/** C25 to C27: what each group is to be called, and where there is one. A leader sees the own village. */
export function readZaloGroups(caller: Caller): Promise<ZaloDesk> {
  const scope = caller.scope("zalo-groups.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { kind, name, province } = await findCommune(tx, communeId);
    const { value: words } = await findSetting(tx, communeId, "words");
    const naming = await findNaming(tx, communeId, province);
    const facts: Omit<NameFacts, "village"> = {
      commune: name,
      communeKind: kindWord(kind),
      district: naming.district,
      province,
      team: words.team,
    };
    const rows = await tx.$queryRaw<KeptGroup[]>`
      select place, status, name, link from zalo_group where commune_id = ${communeId}`;
    const kept = new Map(rows.map((row) => [row.place, row]));
    const isOffice = mayNameGroups(caller);
    const own = keptVillages(caller);
    const villages = (await findVillages(tx, communeId)).filter(({ id }) => isOffice || own.includes(id));
    const view = (place: number, village: string | null): GroupView => {
      const template = village === null ? naming.communeTemplate : naming.villageTemplate;
      const all = { ...facts, village: village ?? "" };
      const { status = null, name: written = null, link = null } = kept.get(place) ?? {};
      return {
        place,
        village,
        rightName: makeGroupName(template, all),
        status,
        name: written,
        link,
        faults: written === null ? [] : judgeGroupName(written, template, all),
        mayKeep: isOffice || own.includes(place),
      };
    };
    const groups = [view(0, null), ...villages.map(({ id, name: village }) => view(id, village))];
    return { naming, mayName: isOffice, groups, facts };
  });
}

export interface CheckedName {
  readonly place: number;
  readonly name: string;
  readonly rightName: string;
  readonly faults: readonly NameFault[];
}

const LONGEST_ASKED = 300;

/** What is wrong with a name that was pasted; null where nothing was asked. */
export function checkGroupName(
  { naming, groups, facts }: ZaloDesk,
  askedPlace: string | null,
  askedName: string | null,
): CheckedName | null {
  if (askedName === null) return null;
  const group = groups.find(({ place }) => String(place) === askedPlace) ?? groups.at(-1);
  if (!group) return null;
  const { place, village, rightName } = group;
  const name = askedName.slice(0, LONGEST_ASKED);
  const template = village === null ? naming.communeTemplate : naming.villageTemplate;
  return {
    place,
    name,
    rightName,
    faults: judgeGroupName(name, template, { ...facts, village: village ?? "" }),
  };
}

async function findNaming(tx: Tx, communeId: number, province: string): Promise<Naming> {
  const row = await tx.zaloNaming.findUnique({
    where: { communeId },
    select: { villageTemplate: true, communeTemplate: true, district: true },
  });
  // Districts ended in 2025; the form's last part is then the province until the office says otherwise.
  const district = province.replace(/^(tỉnh|thành phố)\s+/i, "") || province;
  const { village: villageTemplate, commune: communeTemplate } = DEFAULT_TEMPLATES;
  return row ?? { villageTemplate, communeTemplate, district };
}

export function mayNameGroups({
  actor,
  communeId,
  today,
}: Pick<Caller, "actor" | "communeId" | "today">): boolean {
  return communeId !== null && can(actor, "zalo.keep", { communeId }, today).ok;
}

/** Villages the caller leads a team of. */
export function keptVillages({
  actor,
  communeId,
  today,
}: Pick<Caller, "actor" | "communeId" | "today">): number[] {
  const verdict = can(actor, "zalo.keep", null, today);
  if (!verdict.ok) return [];
  return verdict.value.grants.flatMap((grant) =>
    grant.communeId === communeId && grant.villageId !== null ? [grant.villageId] : [],
  );
}
