import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface CourseView {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly link: string | null;
  readonly topics: readonly string[];
  readonly isMandatory: boolean;
  readonly dueOn: LocalDate | null;
  readonly revision: number;
}

/** Courses that stand, the nearest day first. */
export function findCourses(tx: Tx, communeId: number): Promise<CourseView[]> {
  return tx.$queryRaw<CourseView[]>`
    select id, title, provider, link, topics, is_mandatory as "isMandatory", due_on::text as "dueOn", revision
      from training_course where commune_id = ${communeId} and closed_on is null
     order by due_on nulls last, lower(title) collate "und-x-icu", id`;
}
