import type { VerifiedUnit } from "#app/domain/points/line.ts";
import { hashClaim } from "#app/features/activity-log/make-claim-rows.server.ts";
import { makePersonNamer } from "#app/features/activity-log/person-key.server.ts";
import { SEAL_FIGURES } from "#app/features/months/seal-facts.sql.ts";
import { type BookedYear, bookYear } from "./book-year.ts";
import type { Cell, TableRows } from "./copy-rows.server.ts";
import type { NationHousehold } from "./invent-commune.ts";
import type { NationWork } from "./invent-year.ts";
import type { NationHouse, PlacedCommune } from "./nation-house.ts";
import { inOwnersTransaction } from "./place-commune.server.ts";

const REJECTED = "Không liên lạc được với người dân";

export interface WrittenYear extends BookedYear {
  unitsOf(work: NationWork): readonly Unit[];
}

interface Unit extends VerifiedUnit {
  readonly villageId: number | null;
}

/** All work of a commune with its decisions, its ledger and the sums that boards read, in one transaction. */
export async function writeYear(
  house: NationHouse,
  placed: PlacedCommune,
  works: readonly NationWork[],
): Promise<WrittenYear> {
  const { communeId, villageIds, teamIds, scheme } = placed;
  const units = unitsByWork(house, placed, works);
  const unitsOf = ({ id }: NationWork) => units.get(id) ?? [];
  const year = bookYear(works, house.months, unitsOf, scheme, villageIds, teamIds);
  const tables = [
    claimRows(placed, works, year),
    partRows(placed, works),
    unitRows(placed, works, unitsOf),
    revisionRows(placed, works),
    photoRows(placed, works),
    decisionRows(placed, works),
    lineRows(placed, year),
  ];
  await inOwnersTransaction(house, [communeId], async (copier, query) => {
    for (const table of tables) await copier.copy(table);
    for (const { id } of house.months) {
      // The very statement that seals a month: its two parameters are numbers of ours.
      const figures = SEAL_FIGURES.replaceAll("$1", String(communeId)).replaceAll("$2", String(id));
      await query(
        `insert into standing (commune_id, month_id, subject, subject_id, points, claims, visits, applied_seq)
         select ${communeId}, ${id}, f.subject, f.id, f.points, f.claims, f.visits,
                (select coalesce(max(seq), 0) from ledger_line where commune_id = ${communeId})
           from (${figures}) f where f.points <> 0 or f.claims <> 0 or f.visits <> 0`,
      );
    }
  });
  return { ...year, unitsOf };
}

/** As the verb that takes a record in makes them: who the resident is stays behind the commune's key. */
function unitsByWork(
  house: NationHouse,
  { commune, communeId, villageIds }: PlacedCommune,
  works: readonly NationWork[],
) {
  const namePerson = makePersonNamer(house.platform.keys, communeId);
  const homes = new Map<string, NationHousehold>(commune.households.map((each) => [each.id, each]));
  const names = new Map<string, string>();
  const nameOf = (home: string, slot: number) => {
    const place = `${home}/${slot}`;
    const known = names.get(place) ?? namePerson(home, slot).toString("hex");
    names.set(place, known);
    return known;
  };
  return new Map(
    works.map(({ id, content }): [string, Unit[]] => [
      id,
      content.units.map((unit, index) => {
        const home = unit.householdId === null ? undefined : homes.get(unit.householdId);
        const groups = [
          ...unit.groups,
          ...(home?.isPoor ? ["poor_household" as const] : []),
          ...(home?.isMinority ? ["ethnic_minority" as const] : []),
        ];
        return {
          ...unit,
          ordinal: index + 1,
          villageId: home ? (villageIds[home.village] ?? null) : null,
          personKey: home && unit.slot !== null ? nameOf(home.id, unit.slot) : null,
          groups,
          isPriority: groups.length > 0,
        };
      }),
    ]),
  );
}

function claimRows(
  { communeId, villageIds, teamIds }: PlacedCommune,
  works: readonly NationWork[],
  year: BookedYear,
): TableRows {
  return {
    table: "claim",
    columns: [
      ...[
        "commune_id",
        "id",
        "state",
        "member_id",
        "team_id",
        "village_id",
        "activity_key",
        "work_date",
        "mode",
        "audience",
      ],
      ...[
        "place",
        "visits",
        "minutes",
        "counters",
        "movements",
        "entered_by",
        "received_at",
        "submitted_at",
        "marks",
      ],
      ...["decided_at", "decision_id", "month_id"],
    ],
    rows: works.map((work): Cell[] => {
      const { id, member, content, submittedAt, decidedAt, verdict, decisionId, isLate } = work;
      const state = decidedAt === null ? "submitted" : verdict === "approve" ? "verified" : "rejected";
      const sent = new Date(submittedAt);
      return [
        ...[
          communeId,
          id,
          state,
          member.id,
          teamIds[member.village] ?? null,
          villageIds[member.village] ?? null,
        ],
        ...[
          content.activityKey,
          content.workDate,
          content.mode,
          content.audience,
          content.place,
          content.visits,
        ],
        ...[
          content.minutes,
          JSON.stringify(content.counters),
          content.movements,
          member.accountId,
          sent,
          sent,
        ],
        isLate ? ["late"] : [],
        ...(decidedAt === null ? [null, null] : [new Date(decidedAt), decisionId]),
        year.monthOf.get(id) ?? null,
      ];
    }),
  };
}

function partRows(
  { communeId, villageIds, teamIds }: PlacedCommune,
  works: readonly NationWork[],
): TableRows {
  return {
    table: "claim_participant",
    columns: ["commune_id", "claim_id", "member_id", "part", "team_id", "village_id", "joined_at"],
    rows: works.flatMap(({ id, member, content, submittedAt }) =>
      [{ memberId: member.id, part: "claimant" }, ...content.helpers].map(({ memberId, part }): Cell[] => [
        ...[
          communeId,
          id,
          memberId,
          part,
          teamIds[member.village] ?? null,
          villageIds[member.village] ?? null,
        ],
        new Date(submittedAt),
      ]),
    ),
  };
}

function unitRows(
  { communeId }: PlacedCommune,
  works: readonly NationWork[],
  unitsOf: (work: NationWork) => readonly Unit[],
): TableRows {
  return {
    table: "claim_unit",
    columns: [
      ...[
        "commune_id",
        "claim_id",
        "ordinal",
        "household_id",
        "slot",
        "village_id",
        "person_key",
        "service_key",
      ],
      ...["outcome", "is_priority", "groups", "bonuses", "quantity"],
    ],
    rows: works.flatMap((work) =>
      unitsOf(work).map((unit): Cell[] => [
        ...[communeId, work.id, unit.ordinal, unit.householdId, unit.slot, unit.villageId],
        unit.personKey === null ? null : Buffer.from(unit.personKey, "hex"),
        ...[
          unit.serviceKey,
          unit.outcome,
          unit.isPriority,
          unit.groups,
          JSON.stringify(unit.bonuses),
          unit.quantity,
        ],
      ]),
    ),
  };
}

function revisionRows({ communeId }: PlacedCommune, works: readonly NationWork[]): TableRows {
  return {
    table: "claim_revision",
    columns: ["commune_id", "claim_id", "revision", "content", "sha256", "made_by", "made_at"],
    rows: works.map(({ id, member, content, submittedAt }): Cell[] => [
      ...[communeId, id, 1, JSON.stringify(content), Buffer.from(hashClaim(member.id, content), "hex")],
      ...[member.accountId, new Date(submittedAt)],
    ]),
  };
}

function photoRows({ communeId }: PlacedCommune, works: readonly NationWork[]): TableRows {
  return {
    table: "claim_photo",
    columns: ["commune_id", "claim_id", "photo_id", "position"],
    rows: works.flatMap(({ id, content }) =>
      content.photos.map((photoId, index): Cell[] => [communeId, id, photoId, index + 1]),
    ),
  };
}

function decisionRows({ communeId }: PlacedCommune, works: readonly NationWork[]): TableRows {
  const decided = works.filter(({ decidedAt }) => decidedAt !== null);
  return {
    table: "claim_decision",
    columns: [
      "commune_id",
      "id",
      "claim_id",
      "revision",
      "verdict",
      "reason",
      "decided_by",
      "decided_as",
      "decided_at",
    ],
    rows: decided.map(({ id, decisionId, verdict, verifier, decidedAt }): Cell[] => [
      ...[communeId, decisionId, id, 1, verdict, verdict === "reject" ? REJECTED : null, verifier.accountId],
      ...[verifier.role, new Date(decidedAt ?? 0)],
    ]),
  };
}

function lineRows({ communeId }: PlacedCommune, { lines }: BookedYear): TableRows {
  return {
    table: "ledger_line",
    columns: [
      ...[
        "commune_id",
        "line_key",
        "step",
        "kind",
        "rule",
        "points",
        "member_id",
        "team_id",
        "village_id",
        "work_date",
      ],
      ...[
        "month_id",
        "is_adjustment",
        "scheme_version",
        "claim_id",
        "revision",
        "unit",
        "decision_id",
        "verifier_id",
        "made_at",
      ],
    ],
    rows: lines.map((line): Cell[] => [
      ...[
        communeId,
        line.key,
        line.step,
        line.kind,
        line.rule,
        line.points,
        line.memberId,
        line.teamId,
        line.villageId,
      ],
      ...[
        line.workDate,
        line.monthId,
        line.monthId !== line.workMonth,
        1,
        line.claimId,
        line.revision,
        line.unit,
      ],
      ...[line.decisionId, line.verifierId, new Date(line.madeAt)],
    ]),
  };
}
