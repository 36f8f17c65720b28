import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Measured } from "#app/domain/targets/measure.ts";
import {
  CORE_TOPICS,
  lastLearned,
  type TrainingBook,
  topicState,
} from "#app/domain/training/training-book.ts";
import { isSeated } from "#app/domain/training/training-session.ts";
import { findPlaces } from "#app/features/market-register/market-places.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type Counted, NOTHING_COUNTED, type PlaceName } from "./counted.ts";

/** A18 of the plan of villages: each has a team on the day. */
export async function countVillagesWithTeam(
  tx: Tx,
  communeId: number,
  places: readonly PlaceName[],
  today: LocalDate,
): Promise<Counted> {
  const rows = await tx.$queryRaw<{ villageId: number }[]>`
    select distinct village_id as "villageId" from team
     where commune_id = ${communeId} and kind = 'village' and village_id is not null and valid_from <= ${today}::date
       and (valid_to is null or valid_to >= ${today}::date)`;
  const villages = places.map(({ id, name }) => ({
    villageId: id,
    name,
    part: rows.some(({ villageId }) => villageId === id) ? 1 : 0,
    whole: 1,
  }));
  const part = villages.reduce((sum, village) => sum + village.part, 0);
  return {
    ...NOTHING_COUNTED,
    commune: { part, whole: places.length === 0 ? null : places.length },
    villages,
  };
}

/** B03: shops and cooperatives of the register, and of them those that sell online or take payment without cash. */
export async function countBusinesses(
  tx: Tx,
  communeId: number,
): Promise<ReadonlyMap<number, { readonly part: number; readonly whole: number }>> {
  const counts = new Map<number, { part: number; whole: number }>();
  for (const { villageId, met } of await findPlaces(tx, communeId)) {
    const { part, whole } = counts.get(villageId) ?? { part: 0, whole: 0 };
    const isGuided = met.includes("e_commerce") || met.includes("cashless");
    counts.set(villageId, { part: part + (isGuided ? 1 : 0), whole: whole + 1 });
  }
  return counts;
}

export interface TeamPlace {
  readonly teamId: number;
  readonly villageId: number | null;
}

export function findTeamPlaces(tx: Tx, communeId: number, today: LocalDate): Promise<TeamPlace[]> {
  return tx.$queryRaw<TeamPlace[]>`
    select id as "teamId", village_id as "villageId" from team
     where commune_id = ${communeId} and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`;
}

interface TrainingWish {
  readonly of: "topics" | "courses";
  readonly months: readonly { readonly id: number; readonly lastDay: LocalDate }[];
  readonly today: LocalDate;
}

/** B12, B20: members of today's roster who know every core topic, or hold the certificate of every required course. */
export function countTrainedMembers(
  book: TrainingBook,
  teams: readonly TeamPlace[],
  places: readonly PlaceName[],
  { of, months, today }: TrainingWish,
): Counted {
  const required = book.courses.filter(({ isMandatory }) => isMandatory).map(({ id }) => id);
  if (of === "courses" && required.length === 0) return NOTHING_COUNTED;
  const members = book.members.filter(({ seats }) => seats.some((seat) => isSeated(seat, today)));
  const learned = lastLearned(book);
  const holds = (memberId: string, courseId: string, on: LocalDate) =>
    book.certificates.some(
      (each) => each.courseId === courseId && each.memberId === memberId && each.completedOn <= on,
    );
  const knows = (memberId: string, topic: string, on: LocalDate) =>
    topicState(learned.get(memberId)?.get(topic), on) === "fresh";
  const isDone = (memberId: string, on: LocalDate) =>
    of === "courses"
      ? required.every((courseId) => holds(memberId, courseId, on))
      : CORE_TOPICS.every((topic) => knows(memberId, topic, on));
  const whole = members.length === 0 ? null : members.length;
  const partOf = (does: (memberId: string) => boolean): Measured => ({
    part: members.filter(({ memberId }) => does(memberId)).length,
    whole,
  });
  return {
    commune: partOf((memberId) => isDone(memberId, today)),
    unknown: 0,
    villages: places.map(({ id, name }) => {
      const own = new Set(teams.flatMap(({ teamId, villageId }) => (villageId === id ? [teamId] : [])));
      const here = members.filter(({ seats }) =>
        seats.some((seat) => own.has(seat.teamId) && isSeated(seat, today)),
      );
      const part = here.filter(({ memberId }) => isDone(memberId, today)).length;
      return { villageId: id, name, part, whole: here.length === 0 ? null : here.length };
    }),
    parts:
      of === "courses"
        ? []
        : (["artificial-intelligence", "pedagogy"] as const).map((topic) =>
            partOf((memberId) => knows(memberId, topic, today)),
          ),
    history: months.map(({ id, lastDay }) => {
      const on = lastDay < today ? lastDay : today;
      return { monthId: id, ...partOf((memberId) => isDone(memberId, on)) };
    }),
  };
}
