import type { Keeper } from "#app/domain/plan-tasks/task-view.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Those who may be asked to tell how far a task is: offices, unions and the desk. */
export function findKeepers(tx: Tx, communeId: number, today: string): Promise<Keeper[]> {
  return tx.$queryRaw<Keeper[]>`
    select distinct a.id, a.display_name as name
      from role_grant g join account a on a.id = g.account_id
     where g.commune_id = ${communeId} and g.role in ('office', 'sector_office', 'youth_union')
       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
     order by a.display_name, a.id`;
}
