import { createHash } from "node:crypto";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { findBookingMonth } from "#app/features/months/find-month.server.ts";
import { lockLedger } from "#app/features/months/lock-commune.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { TestOffice } from "../communes/office.ts";
import { type Commune, freshId, makeCommune } from "../roster/rosterers.ts";

/** A commune at work: set up, with two teams, a member in each, and somebody in each team who verifies. */
export interface Workers {
  readonly commune: Commune;
  readonly communeId: number;
  readonly teams: readonly {
    readonly teamId: number;
    readonly villageId: number;
    readonly memberId: string;
    readonly leaderAccount: string;
  }[];
}

export async function plantWorkers(office: TestOffice): Promise<Workers> {
  const commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài"]);
  const { communeId } = commune;
  await commune.act(
    (tx) => tx.$executeRaw`
    update commune set name = 'Mường Thử', province = 'Lào Cai', set_up_at = ${office.platform.clock.now()} where id = ${communeId}`,
  );
  const teams = [];
  for (const [name, villageId] of commune.villages) {
    const teamId = await commune.team(name);
    const memberId = await commune.member({ fullName: `Người ghi ${name}` });
    await commune.join(memberId, teamId);
    const leader = await commune.member({ fullName: `Tổ trưởng ${name}` });
    await commune.join(leader, teamId, { role: "leader" });
    teams.push({ teamId, villageId, memberId, leaderAccount: await commune.account(leader) });
  }
  return { commune, communeId, teams };
}

export interface Work {
  readonly team?: number;
  readonly on: string;
  readonly points?: number;
  readonly visits?: number;
}

export interface BookedWork {
  readonly claimId: string;
  readonly decisionId: string;
  readonly monthId: number;
  readonly seq: number;
}

/**
 * Books one verified claim with one award, in the way of the ledger: under the commune's lock, in the month that
 * takes lines now. A training session pays five points to each who was there.
 */
export function bookWork(office: TestOffice, workers: Workers, work: Work): Promise<BookedWork> {
  return office.platform.db.withCommunes(office.scope(workers.communeId, null), (tx) =>
    bookInside(tx, office.platform.clock.now(), workers, work),
  );
}

export async function bookInside(tx: Tx, clock: Date, workers: Workers, work: Work): Promise<BookedWork> {
  const { communeId, commune } = workers;
  const { teamId, villageId, memberId, leaderAccount } = workers.teams[
    work.team ?? 0
  ] as Workers["teams"][number];
  const [claimId, decisionId] = [freshId(), freshId()];
  const { points = 500, visits = 3 } = work;
  await lockLedger(tx, communeId);
  const today = new Date(clock.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as LocalDate;
  const { workMonth, bookedMonth } = await findBookingMonth(
    tx,
    communeId,
    work.on as LocalDate,
    clock.getTime(),
    today,
  );
  await tx.$executeRaw`
    insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode, visits,
                       entered_by, received_at, submitted_at)
    values (${communeId}, ${claimId}::uuid, 'submitted', ${memberId}::uuid, ${teamId}, ${villageId}, 'required-training',
            ${work.on}::date, 'meeting', ${visits}, ${commune.officerId}::uuid, ${clock}, ${clock})`;
  await tx.$executeRaw`
    insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
    values (${communeId}, ${claimId}::uuid, ${memberId}::uuid, 'claimant', ${teamId}, ${villageId}, ${clock})`;
  const content = JSON.stringify({ visits, activityKey: "required-training" });
  await tx.$executeRaw`
    insert into claim_revision (commune_id, claim_id, revision, content, sha256, made_by, made_at)
    values (${communeId}, ${claimId}::uuid, 1, ${content}::jsonb, ${createHash("sha256").update(content).digest()},
            ${commune.officerId}::uuid, ${clock})`;
  await tx.$executeRaw`
    insert into claim_decision (commune_id, id, claim_id, revision, verdict, decided_by, decided_as, decided_at)
    values (${communeId}, ${decisionId}::uuid, ${claimId}::uuid, 1, 'approve', ${leaderAccount}::uuid, 'leader', ${clock})`;
  await tx.$executeRaw`
    update claim set state = 'verified', decided_at = ${clock}, decision_id = ${decisionId}::uuid, month_id = ${bookedMonth.id}
     where commune_id = ${communeId} and id = ${claimId}::uuid`;
  const [line] = await tx.$queryRaw<{ seq: number }[]>`
    insert into ledger_line (commune_id, line_key, step, kind, rule, points, member_id, team_id, village_id, work_date,
                             month_id, is_adjustment, scheme_version, claim_id, revision, unit, decision_id, verifier_id, made_at)
    values (${communeId}, ${`award:${claimId}:1:1:${memberId}`}, 0, 'award', 'required-training', ${points}, ${memberId}::uuid,
            ${teamId}, ${villageId}, ${work.on}::date, ${bookedMonth.id}, ${bookedMonth.id !== workMonth.id},
            ${workMonth.schemeVersion}, ${claimId}::uuid, 1, 1, ${decisionId}::uuid, ${leaderAccount}::uuid, ${clock})
    returning seq::float8 as seq`;
  return { claimId, decisionId, monthId: bookedMonth.id, seq: line?.seq ?? 0 };
}
