import { PRIORITY_GROUPS } from "#app/domain/activity/claim.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type OpenData,
  type OpenFigures,
  type OpenMonth,
  type OpenTeam,
  type OpenUnit,
  protectSmall,
} from "#app/domain/open-data/open-data.ts";
import { officialName } from "#app/messages/official-names.ts";
import type { Stamp, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findCommune } from "../communes/read-commune.server.ts";
import { findOpenDataPublication } from "./find-publication.server.ts";
import { OPEN_MONTHS, OPEN_PEOPLE } from "./open-data.sql.ts";

/** Three years, as long as the plans run; older ones are in the commune's archive. */
const MOST_MONTHS = 36;

/**
 * Null where the commune does not publish, or is not there: a stranger cannot tell which. Worked out once per version,
 * however many ask: work moves the topic on, names and settings the audit log, and a new day who is in a team.
 */
export async function readOpenData(
  platform: Pick<Platform, "db" | "values">,
  stamp: Stamp,
  communeId: number,
  today: LocalDate,
): Promise<OpenData | null> {
  const scope = { ...stamp, communes: [communeId] };
  const version = await platform.db.withCommunes(scope, async (tx) => {
    const { isPublic } = await findOpenDataPublication(tx, communeId);
    return isPublic ? await findVersion(tx, communeId, today) : null;
  });
  if (version === null) return null;
  return platform.values.read(`open-data:${communeId}`, version, () =>
    platform.db.withCommunes(scope, (tx) => findOpenData(tx, communeId, today)),
  );
}

/** Read before the figures: what changes in between makes a newer version, and they are read again. */
async function findVersion(tx: Tx, communeId: number, today: LocalDate): Promise<string> {
  const [row] = await tx.$queryRaw<{ topic: string; audit: string }[]>`
    select coalesce((select version from live_topic where topic = ${`commune:${communeId}`}), 0)::text as topic,
           coalesce((select seq from audit_head where commune_id = ${communeId}), 0)::text as audit`;
  if (!row) throw new Error("the version of open data could not be read");
  return [row.topic, row.audit, today].join(".");
}

export async function findOpenData(tx: Tx, communeId: number, today: LocalDate): Promise<OpenData> {
  const { kind, name, province, code } = await findCommune(tx, communeId);
  return {
    communeId,
    commune: officialName(kind, name),
    province,
    code,
    teamsOn: today,
    teams: await findTeams(tx, communeId, today),
    months: await findMonths(tx, communeId),
  };
}

function findTeams(tx: Tx, communeId: number, today: LocalDate): Promise<OpenTeam[]> {
  return tx.$queryRaw<OpenTeam[]>`
    select t.name, t.kind, v.name as village,
           (select count(distinct s.member_id)::int from membership s
             where s.commune_id = t.commune_id and s.team_id = t.id and s.valid_from <= ${today}::date
               and (s.valid_to is null or s.valid_to >= ${today}::date)) as members
      from team t
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
     where t.commune_id = ${communeId} and t.valid_from <= ${today}::date
       and (t.valid_to is null or t.valid_to >= ${today}::date)
     order by v.sort_key nulls last, t.name, t.id`;
}

interface Sealed {
  readonly id: string;
  readonly points: number;
  readonly claims: number;
  readonly visits: number;
}

interface MonthRow
  extends Pick<OpenMonth, "id" | "firstDay" | "lastDay" | "isTrial" | "rulesVersion" | "sealSha256"> {
  readonly commune: readonly Sealed[] | null;
  readonly villages: readonly Sealed[] | null;
  readonly teams: readonly Sealed[] | null;
}

interface PeopleRow {
  readonly monthId: number;
  readonly subject: "commune" | "village" | "team" | "group";
  readonly id: string;
  readonly people: number;
  readonly households: number;
}

async function findMonths(tx: Tx, communeId: number): Promise<OpenMonth[]> {
  const months = await tx.$queryRawUnsafe<MonthRow[]>(OPEN_MONTHS, communeId, MOST_MONTHS);
  const ids = months.map(({ id }) => id);
  const people = await tx.$queryRawUnsafe<PeopleRow[]>(OPEN_PEOPLE, communeId, ids);
  const counted = new Map(people.map((row) => [`${row.monthId}/${row.subject}/${row.id}`, row]));
  const villages = namesOf(
    await tx.village.findMany({ where: { communeId }, select: { id: true, name: true } }),
  );
  const teams = namesOf(await tx.team.findMany({ where: { communeId }, select: { id: true, name: true } }));
  return months.map((month) => {
    const figures = (subject: PeopleRow["subject"], id: string, sealed: Sealed | undefined): OpenFigures => ({
      claims: sealed?.claims ?? 0,
      visits: sealed?.visits ?? 0,
      people: counted.get(`${month.id}/${subject}/${id}`)?.people ?? 0,
      households: counted.get(`${month.id}/${subject}/${id}`)?.households ?? 0,
      pointsHundredths: sealed?.points ?? 0,
    });
    const units = (
      subject: "village" | "team",
      rows: readonly Sealed[] | null,
      names: ReadonlyMap<string, string>,
    ) =>
      (rows ?? []).map(
        (sealed): OpenUnit => ({
          name: names.get(sealed.id) ?? sealed.id,
          ...figures(subject, sealed.id, sealed),
        }),
      );
    return {
      id: month.id,
      firstDay: month.firstDay,
      lastDay: month.lastDay,
      isTrial: month.isTrial,
      rulesVersion: month.rulesVersion,
      sealSha256: month.sealSha256,
      commune: figures("commune", "", month.commune?.[0]),
      villages: units("village", month.villages, villages),
      teams: units("team", month.teams, teams),
      priorityGroups: PRIORITY_GROUPS.map((group) => ({
        group,
        people: protectSmall(counted.get(`${month.id}/group/${group}`)?.people ?? 0),
      })),
    };
  });
}

function namesOf(
  units: readonly { readonly id: number; readonly name: string }[],
): ReadonlyMap<string, string> {
  return new Map(units.map(({ id, name }) => [String(id), name]));
}
