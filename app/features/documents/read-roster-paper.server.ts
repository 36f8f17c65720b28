import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { Paper, PaperColumn, PaperGroup } from "#app/domain/documents/paper.ts";
import { compareNames } from "#app/domain/people/person-name.ts";
import { formatPhone } from "#app/domain/people/phone.ts";
import type { AffiliationKind } from "#app/domain/people/team.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { openMemberPhone } from "#app/features/roster/member-phone.server.ts";
import type { RosterReach } from "#app/features/roster/roster-reach.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { faceOfCommune } from "./paper-face.ts";

interface RowOfPaper {
  readonly teamId: number;
  readonly villageId: number | null;
  readonly affiliations: readonly AffiliationKind[];
  readonly team: string;
  readonly decisionNumber: string | null;
  readonly decisionDate: Date | null;
  readonly name: string;
  readonly birthYear: number | null;
  readonly sex: "female" | "male" | null;
  readonly position: string | null;
  readonly role: "leader" | "deputy" | "member";
  readonly phone: Uint8Array | null;
}

export interface RosterPaperWords {
  readonly roles: { readonly leader: string; readonly deputy: string; readonly member: string };
  readonly sexes: { readonly female: string; readonly male: string };
  readonly listTitle: string;
  readonly annexTitle: string;
  listOf(team: string): string;
  readonly attachedTo: string;
  madeBy(office: string): string;
  readonly headings: {
    readonly number: string;
    readonly name: string;
    readonly birth: string;
    readonly sex: string;
    readonly position: string;
    readonly role: string;
    readonly phone: string;
  };
  closing(people: number, teams: number): string;
}

export type RosterPaper = "roster" | "annex";

export interface RosterPaperWish {
  readonly paper: RosterPaper;
  readonly day: LocalDate;
  readonly teamId: number | null;
  /** Whom the asker may see at all: a union its own people, an official the villages in charge (A36, L07). */
  readonly reach: RosterReach;
  /** Numbers in full are the office's alone. */
  readonly hasPhones: boolean;
}

/**
 * The people in the teams on the day, as far as the asker sees them, leaders first. The annex of the decision
 * (A22) names no phones: it is published.
 */
export async function readRosterPaper(
  platform: Pick<Platform, "db" | "keys">,
  scope: CommuneScope,
  wish: RosterPaperWish,
  words: RosterPaperWords,
): Promise<Paper> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const { value: header } = await findSetting(tx, communeId, "document_header");
    const { value: terms } = await findSetting(tx, communeId, "words");
    const rows = (await readRows(tx, communeId, wish.day, wish.teamId)).filter(
      ({ affiliations, ...place }) =>
        wish.reach.canSeePlace(place) && wish.reach.canSeePerson([place], affiliations),
    );
    const withPhones = wish.paper === "roster" && wish.hasPhones;
    const openPhone = (cipher: Uint8Array | null) =>
      cipher && formatPhone(openMemberPhone(platform.keys, communeId, cipher));
    const groups = groupRows(rows, words, withPhones ? openPhone : null);
    const { headings } = words;
    const centred = { kind: "text", isCentred: true } as const;
    const columns: PaperColumn[] = [
      { heading: headings.number, width: 6, ...centred },
      { heading: headings.name, width: 28, kind: "text" },
      { heading: headings.birth, width: 10, ...centred },
      { heading: headings.sex, width: 9, ...centred },
      { heading: headings.position, width: 28, kind: "text" },
      { heading: headings.role, width: 16, kind: "text" },
      ...(withPhones ? [{ heading: headings.phone, width: 16, ...centred }] : []),
    ];
    return {
      ...faceOfCommune(header, wish.day),
      number: null,
      type: wish.paper === "annex" ? words.annexTitle : words.listTitle,
      subject: words.listOf(terms.team),
      attachedTo: wish.paper === "annex" ? words.attachedTo : words.madeBy(terms.office),
      bases: [],
      addressees: null,
      blocks: [
        {
          is: "table",
          table: { name: words.listTitle, caption: null, columns, groups, total: null },
        },
        { is: "paragraph", text: words.closing(rows.length, groups.length), look: "italic" },
      ],
      annexes: [],
      check: null,
      isAcross: false,
    };
  });
}

const RANK = { leader: 0, deputy: 1, member: 2 } as const;

function groupRows(
  rows: readonly RowOfPaper[],
  words: RosterPaperWords,
  openPhone: ((cipher: Uint8Array | null) => string | null) | null,
): PaperGroup[] {
  const teams = new Map<number, RowOfPaper[]>();
  for (const row of rows) teams.set(row.teamId, [...(teams.get(row.teamId) ?? []), row]);
  let number = 0;
  return [...teams.values()].map((people) => ({
    title: titleOf(people[0]),
    rows: people
      .toSorted((a, b) => RANK[a.role] - RANK[b.role] || compareNames(a.name, b.name))
      .map(({ name, birthYear, sex, position, role, phone }) => [
        ++number,
        name,
        birthYear,
        sex && words.sexes[sex],
        position,
        words.roles[role],
        ...(openPhone ? [openPhone(phone)] : []),
      ]),
  }));
}

function titleOf(row: RowOfPaper | undefined): string {
  if (!row) return "";
  if (row.decisionNumber === null || row.decisionDate === null) return row.team;
  const { year, month, day } = partsOf(fromDatabaseDay(row.decisionDate));
  return `${row.team} (${row.decisionNumber}, ${day}/${month}/${year})`;
}

function readRows(tx: Tx, communeId: number, day: LocalDate, teamId: number | null): Promise<RowOfPaper[]> {
  return tx.$queryRaw<RowOfPaper[]>`
    select t.id as "teamId", t.name as team, t.decision_number as "decisionNumber",
           t.decision_date as "decisionDate", m.full_name as name, m.birth_year as "birthYear", m.sex,
           m.position, s.role, m.phone_cipher as phone, t.village_id as "villageId",
           array(select a.kind from affiliation a
                  where a.commune_id = m.commune_id and a.member_id = m.id and a.valid_from <= ${day}::date
                    and (a.valid_to is null or a.valid_to >= ${day}::date)) as affiliations
      from membership s
      join member m on m.commune_id = s.commune_id and m.id = s.member_id and m.erased_at is null
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
     where s.commune_id = ${communeId} and (${teamId === null} or t.id = ${teamId ?? 0})
       and s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to >= ${day}::date)
     order by v.sort_key nulls first, t.name, t.id`;
}
