import { addDays, type Instant, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { type MonthState, takesLinesAt } from "#app/domain/months/month.ts";

export interface LedgerMonth {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly state: MonthState;
  readonly graceEndsAt: Instant;
  readonly schemeVersion: number;
}

/** A day that no opened month holds: it must be opened before anything is booked. */
export class MonthMissing extends Error {
  constructor(readonly day: LocalDate) {
    super(`no month holds ${day}`);
  }
}

/** The commune's months as they stood under the lock. */
export class MonthsOfWork {
  readonly #months: readonly LedgerMonth[];
  readonly #byId: ReadonlyMap<number, LedgerMonth>;
  readonly #now: Instant;
  readonly #isTold: boolean;

  /** `isTold`: every day asked for was offered to the months already; one that none took counts with the month before. */
  constructor(months: readonly LedgerMonth[], now: Instant, isTold: boolean) {
    this.#months = months;
    this.#byId = new Map(months.map((month) => [month.id, month]));
    this.#now = now;
    this.#isTold = isTold;
  }

  get versions(): number[] {
    return [...new Set(this.#months.map(({ schemeVersion }) => schemeVersion))];
  }

  holding(day: LocalDate): LedgerMonth {
    const holding = this.#months.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
    if (holding) return holding;
    const before = this.#months.filter(({ firstDay }) => firstDay <= day).at(-1);
    const nearest = before ?? this.#months[0];
    if (!this.#isTold || !nearest) throw new MonthMissing(day);
    return nearest;
  }

  get(id: number): LedgerMonth {
    const month = this.#byId.get(id);
    if (!month) throw new Error(`there is no month ${id}`);
    return month;
  }

  /** Its own month while that takes lines, else the earliest later one that does (rule 6). */
  bookingOf(workMonth: number, today: LocalDate): LedgerMonth {
    const own = this.get(workMonth);
    if (takesLinesAt(own, this.#now)) return own;
    const open = this.#months.find((month) => month.id > workMonth && takesLinesAt(month, this.#now));
    if (!open) throw new MonthMissing(today);
    return open;
  }

  /** The days counted with a month: its own, and those until the next that no month took. */
  spanOf(id: number): { readonly from: LocalDate; readonly until: LocalDate } {
    const index = this.#months.findIndex((month) => month.id === id);
    const [own, next] = [this.get(id), this.#months[index + 1]];
    return {
      from: index === 0 ? DAWN : own.firstDay,
      until: next ? addDays(next.firstDay, -1) : own.lastDay,
    };
  }
}

const DAWN = "1900-01-01" as LocalDate;
