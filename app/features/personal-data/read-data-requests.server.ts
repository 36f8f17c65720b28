import { daysBetween, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { ConsentChannel, DataRequestKind } from "#app/domain/people/consent.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

export interface DataRequestView {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly kind: DataRequestKind;
  readonly channel: ConsentChannel;
  readonly note: string | null;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Negative when it is overdue; of an open request only. */
  readonly daysLeft: number | null;
  readonly answer: string | null;
}

/** The inbox: the open ones by the day they are owed, then the answered of late. */
export function readDataRequests(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
): Promise<DataRequestView[]> {
  const today = localDateAt(platform.clock.now().getTime());
  return platform.db.withCommunes(scope, (tx) => findDataRequests(tx, onlyCommune(scope), null, today));
}

export async function findDataRequests(
  tx: Tx,
  communeId: number,
  memberId: string | null,
  today: LocalDate,
): Promise<DataRequestView[]> {
  const rows = await tx.$queryRaw<(Omit<DataRequestView, "daysLeft"> & { isOpen: boolean })[]>`
    select r.id, r.member_id as "memberId", m.full_name as "memberName", r.kind, r.channel, r.note,
           r.received_on::text as "receivedOn", r.due_on::text as "dueOn", r.answer, r.done_at is null as "isOpen"
      from data_request r join member m on m.commune_id = r.commune_id and m.id = r.member_id
     where r.commune_id = ${communeId} and (${memberId}::uuid is null or r.member_id = ${memberId}::uuid)
     order by r.done_at is not null, case when r.done_at is null then r.due_on end, r.done_at desc, r.id
     limit 200`;
  return rows.map(({ isOpen, ...row }) => ({
    ...row,
    daysLeft: isOpen ? daysBetween(today, row.dueOn) : null,
  }));
}
