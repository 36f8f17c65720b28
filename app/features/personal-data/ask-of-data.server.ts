import type { Id } from "#app/domain/ids.ts";
import {
  type ConsentChannel,
  type DataRequestKind,
  dueDayOf,
  type PersonalDataRefusal,
} from "#app/domain/people/consent.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findMember } from "./find-member.server.ts";

export interface NewDataRequest {
  readonly id: Id;
  readonly memberId: string;
  readonly kind: DataRequestKind;
  readonly channel: ConsentChannel;
  readonly note: string | null;
}

type Refusal = Extract<PersonalDataRefusal, { code: "not_on_roster" | "data_request_open" }>;

/** A request begins its days when it is received, whoever writes it down. One of a kind is open at a time. */
export async function askOfData(
  platform: Pick<Platform, "db" | "clock" | "random">,
  scope: CommuneScope,
  { id, memberId, kind, channel, note }: NewDataRequest,
): Promise<Verdict<null, Refusal>> {
  const { communeId, now, today, actorId } = rosterAct(platform, scope);
  if (actorId === null) throw new Error("a request is recorded by a person");
  return platform.db.withCommunes(scope, async (tx) => {
    const member = await findMember(tx, communeId, memberId);
    if (!member || member.erasedAt) return refused({ code: "not_on_roster" });
    const made = await tx.dataRequest.createMany({
      data: {
        communeId,
        id,
        memberId,
        kind,
        channel,
        note,
        receivedOn: toDatabaseDay(today),
        dueOn: toDatabaseDay(dueDayOf(kind, today)),
        recordedBy: actorId,
        recordedAt: now,
      },
      skipDuplicates: true,
    });
    if (made.count === 1) return allowed(null);
    const open = await tx.dataRequest.findFirst({ where: { communeId, memberId, kind, doneAt: null } });
    if (open === null || open.id === id) return allowed(null);
    return refused({ code: "data_request_open", dueOn: fromDatabaseDay(open.dueOn) });
  });
}

/** Answered: what was done is written beside it. Answering twice is answering once. */
export async function answerDataRequest(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
  { id, answer }: { readonly id: string; readonly answer: string },
): Promise<void> {
  const [communeId] = scope.communes;
  await platform.db.withCommunes(scope, (tx) =>
    tx.dataRequest.updateMany({
      where: { communeId: communeId ?? 0, id, doneAt: null },
      data: { doneAt: platform.clock.now(), doneBy: scope.actorId, answer },
    }),
  );
}
