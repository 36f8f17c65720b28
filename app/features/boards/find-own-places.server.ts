import type { BoardSubject } from "#app/domain/boards/board.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Where one person stands on every kind of board today. */
export interface OwnPlaces {
  readonly memberId: string | null;
  readonly teamId: number | null;
  readonly teamKind: "village" | "school" | "commune" | "response" | null;
  readonly villageId: number | null;
  readonly cellId: string | null;
  readonly union: string | null;
}

const NOWHERE: OwnPlaces = {
  memberId: null,
  teamId: null,
  teamKind: null,
  villageId: null,
  cellId: null,
  union: null,
};

/** Of several teams the one they joined last, as everywhere (rule 2 keeps the team of each day in the ledger). */
export async function findOwnPlaces(
  tx: Tx,
  communeId: number,
  accountId: string,
  today: LocalDate,
): Promise<OwnPlaces> {
  const [row] = await tx.$queryRaw<OwnPlaces[]>`
    select m.id::text as "memberId", t.id as "teamId", t.kind as "teamKind", t.village_id as "villageId",
           (select a.organisation_id::text from affiliation a
             where a.commune_id = m.commune_id and a.member_id = m.id and a.kind = 'youth_union'
               and a.organisation_id is not null and a.valid_from <= ${today}::date
               and (a.valid_to is null or a.valid_to >= ${today}::date)
             order by a.valid_from desc limit 1) as "cellId",
           (select a.kind from affiliation a
             where a.commune_id = m.commune_id and a.member_id = m.id
               and a.kind in ('youth_union', 'womens_union', 'farmers_union', 'veterans_union', 'front')
               and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to >= ${today}::date)
             order by a.valid_from desc, a.kind limit 1) as union
      from member m
      left join lateral (
        select e.id, e.kind, e.village_id from membership s join team e on e.commune_id = s.commune_id and e.id = s.team_id
         where s.commune_id = m.commune_id and s.member_id = m.id and s.valid_from <= ${today}::date
           and (s.valid_to is null or s.valid_to >= ${today}::date)
         order by s.valid_from desc, s.team_id limit 1) t on true
     where m.commune_id = ${communeId} and m.account_id = ${accountId}::uuid`;
  return row ?? NOWHERE;
}

/** The row of a board that is one's own, or one's team's, village's, cell's. */
export function ownIdOn(subject: BoardSubject, own: OwnPlaces): string | null {
  switch (subject) {
    case "member":
      return own.memberId;
    case "team":
      return own.teamId === null ? null : String(own.teamId);
    case "village":
      return own.villageId === null ? null : String(own.villageId);
    case "youth_cell":
      return own.cellId;
    case "union":
      return own.union;
  }
}
