import type { Tx } from "#app/platform/db/database.ts";
import { type BoardCaller, communeOf } from "./board-caller.ts";

/** How one wishes to stand on boards that others see. It changes no figure. */
export interface BoardPreference {
  readonly isHidden: boolean;
  readonly isShortName: boolean;
}

/** False for whoever is on no roster. Choosing the same again changes nothing. */
export async function setBoardPreference(
  caller: BoardCaller,
  { isHidden, isShortName }: BoardPreference,
): Promise<boolean> {
  const communeId = communeOf(caller);
  const { platform, person, now } = caller;
  return platform.db.withCommunes(caller.scope("boards.set-preference"), async (tx) => {
    const memberId = await findMember(tx, communeId, person.accountId);
    if (memberId === null) return false;
    const changed = await tx.$executeRaw`
      insert into board_preference (commune_id, member_id, is_hidden, is_short_name, changed_at)
      values (${communeId}, ${memberId}::uuid, ${isHidden}, ${isShortName}, ${now})
      on conflict (commune_id, member_id)
        do update set is_hidden = excluded.is_hidden, is_short_name = excluded.is_short_name, changed_at = excluded.changed_at
        where (board_preference.is_hidden, board_preference.is_short_name) <> (excluded.is_hidden, excluded.is_short_name)`;
    if (changed > 0) await platform.live.touch(tx, `commune:${communeId}`);
    return true;
  });
}

async function findMember(tx: Tx, communeId: number, accountId: string): Promise<string | null> {
  const row = await tx.member.findFirst({ where: { communeId, accountId }, select: { id: true } });
  return row?.id ?? null;
}
