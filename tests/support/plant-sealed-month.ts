import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import sharp from "sharp";
import { type ClaimContent, PLAIN_UNIT, type UnitContent } from "#app/domain/activity/claim.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { keepFile } from "#app/platform/files/file-store.server.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { drawPhoto } from "./draw-photo.ts";

const PLANTED = { activity: "online-public-service", people: 2 } as const;

export interface PlantedMonth {
  /** 202611 for November 2026. */
  readonly id: number;
  readonly people: number;
}

/**
 * A month before the house was there, sealed, with one record and its photograph, and a sheet of criteria: nobody can
 * live through a month in a journey. Written past the program, which reads it as its own.
 */
export async function plantSealedMonth(
  dataDir: string,
  { commune, village }: { readonly commune: string; readonly village: string },
): Promise<PlantedMonth> {
  const picture = await sharp((await drawPhoto(7)).buffer)
    .resize(320, 240)
    .webp()
    .toBuffer();
  const sha256 = Buffer.from(await keepFile(dataDir, picture, freshId()), "hex");
  const client = await connect(dataDir);
  try {
    await client.query("begin; set local session_replication_role = replica");
    const { rows } = await client.query<Place>(FIND_PLACE, [commune, village]);
    const place = rows[0];
    if (!place) throw new Error(`there is no team in ${village}`);
    const { communeId, teamId, villageId, memberId, accountId, lastDay, month } = place;
    const [claimId, photoId] = [freshId(), freshId()];
    const of = [communeId, month, lastDay];
    await client.query(
      `insert into month (commune_id, id, first_day, last_day, grace_ends_at, appeals_end_at, state, scheme_version, is_trial,
                          opened_at, frozen_at, sealed_at)
       values ($1, $2, $3::date - 29, $3::date, now(), now(), 'sealed', 1, false, now(), now(), now())`,
      of,
    );
    await client.query("update team set valid_from = $3::date - 29 where commune_id = $1 and id = $2", [
      communeId,
      teamId,
      lastDay,
    ]);
    await client.query(
      `insert into month_seal (commune_id, month_id, number, content, sha256, previous_sha256, sealed_at)
       values ($1, $2, 1, '{}', sha256('{}'), decode(repeat('00', 32), 'hex'), now())`,
      of.slice(0, 2),
    );
    const work = [
      communeId,
      claimId,
      memberId,
      teamId,
      villageId,
      lastDay,
      accountId,
      month,
      PLANTED.activity,
    ];
    await client.query(
      `insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode, visits, entered_by,
                          received_at, submitted_at, decided_at, decision_id, month_id)
       values ($1, $2, 'verified', $3, $4, $5, $9, $6::date, 'home_visit', 2, $7, $6::date, $6::date, $6::date, $2, $8)`,
      work,
    );
    await client.query(
      `insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
       values ($1, $2, $3, 'claimant', $4, $5, now())`,
      work.slice(0, 5),
    );
    await client.query(
      `insert into claim_revision (commune_id, claim_id, revision, content, sha256, made_by, made_at)
       values ($1, $2, 1, $4::jsonb, sha256('x'), $3, now())`,
      [communeId, claimId, accountId, JSON.stringify(contentOf(PLANTED, lastDay, photoId))],
    );
    await client.query(
      `insert into claim_decision (commune_id, id, claim_id, revision, verdict, decided_by, decided_as, decided_at)
       values ($1, $2, $2, 1, 'approve', $3, 'office', $4::date)`,
      [communeId, claimId, accountId, lastDay],
    );
    for (let ordinal = 1; ordinal <= PLANTED.people; ordinal += 1)
      await client.query(
        `insert into claim_unit (commune_id, claim_id, ordinal, village_id, outcome, person_key, groups, bonuses, quantity)
         values ($1, $2, $3, $4, 'proficient', $5, '{}', '{}', 1)`,
        [
          communeId,
          claimId,
          ordinal,
          villageId,
          createHash("sha256").update(`${claimId}/${ordinal}`).digest(),
        ],
      );
    await client.query(
      `insert into photo (commune_id, id, sha256, source_sha256, thumb_sha256, dhash, width, height, byte_count, thumb_byte_count,
                          uploaded_by, uploaded_at)
       values ($1, $2, $3, $3, $3, 0, 320, 240, $4, $4, $5, now())`,
      [communeId, photoId, sha256, picture.length, accountId],
    );
    await client.query(
      "insert into claim_photo (commune_id, claim_id, photo_id, position) values ($1, $2, $3, 1)",
      [communeId, claimId, photoId],
    );
    await client.query(
      `insert into criteria_sheet (commune_id, version, title, document, content, content_sha256, state, made_at, asked_by,
                                   asked_at, adopted_by, adopted_at)
       values ($1, 900, 'Bảng tiêu chí', '05/QĐ-UBND', $2, sha256('x'), 'adopted', now(), $3, now(), $4, now())`,
      [communeId, JSON.stringify(PRESETS["dai-son-2026"].proposal.sheet), accountId, freshId()],
    );
    await client.query("commit");
    return { id: month, people: PLANTED.people };
  } finally {
    await client.end();
  }
}

function contentOf({ activity, people }: typeof PLANTED, workDate: string, photoId: string): ClaimContent {
  const unit: UnitContent = { ...PLAIN_UNIT, outcome: "proficient" };
  return {
    activityKey: activity,
    workDate: workDate as LocalDate,
    mode: "home_visit",
    audience: "residents",
    place: null,
    note: null,
    link: null,
    visits: people,
    minutes: null,
    counters: {},
    movements: [],
    units: Array.from({ length: people }, () => unit),
    helpers: [],
    photos: [photoId],
  } as ClaimContent;
}

interface Place {
  readonly communeId: number;
  readonly teamId: number;
  readonly villageId: number;
  readonly memberId: string;
  readonly accountId: string;
  readonly lastDay: string;
  readonly month: number;
}

/** The day before the first month the house opened by itself; where it opened none, two months back. */
const FIND_PLACE = `
select c.id as "communeId", t.id as "teamId", v.id as "villageId", m.id as "memberId", m.account_id as "accountId",
       d.day::text as "lastDay", to_char(d.day, 'YYYYMM')::int as month
  from commune c
  join village v on v.commune_id = c.id and v.name = $2
  join team t on t.commune_id = c.id and t.village_id = v.id
  join membership s on s.commune_id = c.id and s.team_id = t.id
  join member m on m.commune_id = c.id and m.id = s.member_id and m.account_id is not null
 cross join lateral (select coalesce((select min(first_day) from month where commune_id = c.id), current_date - 60) - 1 as day) d
 where c.code = $1 limit 1`;

const freshId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

async function connect(dataDir: string): Promise<Client> {
  const pidFile = (await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
  const client = new Client({
    host: "127.0.0.1",
    port: Number(pidFile[3]),
    user: "postgres",
    database: "thi_dua_so",
    password: (await readFile(path.join(dataDir, "keys/database-superuser"), "utf8")).trim(),
  });
  await client.connect();
  return client;
}
