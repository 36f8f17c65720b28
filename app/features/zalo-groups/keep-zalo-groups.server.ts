import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import {
  type GroupStatus,
  isZaloLink,
  judgeTemplate,
  type ZaloRefusal,
} from "#app/domain/zalo/group-name.ts";
import type { Naming } from "#app/domain/zalo/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { keptVillages, mayNameGroups } from "./read-zalo-groups.server.ts";

type NotPermitted = { readonly code: "not_permitted" };

export type NamingRefusal =
  | (Extract<ZaloRefusal, { code: "zalo_variable_unknown" | "zalo_variable_missing" }> & {
      readonly field: "villageTemplate" | "communeTemplate";
    })
  | NotPermitted;

/** C25: the form of names, the commune's own. */
export function saveNaming(caller: Caller, naming: Naming): Promise<Verdict<null, NamingRefusal>> {
  return inRoster(
    caller,
    "zalo-groups.save-naming",
    async (tx, { communeId, actorId, now }): Promise<Verdict<null, NamingRefusal>> => {
      if (!mayNameGroups(caller)) return refused({ code: "not_permitted" });
      const village = judgeTemplate(naming.villageTemplate, "village");
      if (!village.ok) return { ...village, field: "villageTemplate" };
      const commune = judgeTemplate(naming.communeTemplate, "commune");
      if (!commune.ok) return { ...commune, field: "communeTemplate" };
      const { villageTemplate, communeTemplate, district } = naming;
      const row = { villageTemplate, communeTemplate, district, changedBy: actorId, changedAt: now };
      await tx.zaloNaming.upsert({
        where: { communeId },
        create: { communeId, ...row },
        update: row,
        select: { communeId: true },
      });
      return allowed(null);
    },
  );
}

export interface GroupWish {
  readonly place: number;
  readonly status: GroupStatus;
  readonly name: string | null;
  readonly link: string | null;
}

/** C27: an existing group is used, a new one is made where there is none; said by the office or the village's team. */
export function keepZaloGroup(
  caller: Caller,
  { place, status, name, link }: GroupWish,
): Promise<
  Verdict<null, Extract<ZaloRefusal, { code: "zalo_link_malformed" | "zalo_name_missing" }> | NotPermitted>
> {
  return inRoster(caller, "zalo-groups.keep", async (tx, { communeId, actorId, now }) => {
    if (!mayNameGroups(caller) && !keptVillages(caller).includes(place))
      return refused({ code: "not_permitted" });
    if (place > 0 && (await tx.village.count({ where: { communeId, id: place, validTo: null } })) === 0)
      return refused({ code: "not_permitted" });
    if (status !== "none" && name === null) return refused({ code: "zalo_name_missing" });
    if (status !== "none" && link !== null && !isZaloLink(link))
      return refused({ code: "zalo_link_malformed" });
    const isNone = status === "none";
    const row = {
      villageId: place === 0 ? null : place,
      status,
      name: isNone ? null : name,
      link: isNone ? null : link,
      changedBy: actorId,
      changedAt: now,
    };
    await tx.zaloGroup.upsert({
      where: { communeId_place: { communeId, place } },
      create: { communeId, place, ...row },
      update: row,
      select: { place: true },
    });
    return allowed(null);
  });
}
