import {
  type Instant,
  type LocalDate,
  localDateAt,
  partsOf,
  startOfDay,
} from "#app/domain/calendar/local-date.ts";
import type { Language } from "./language.ts";

/**
 * Dates and numbers as printed in Việt Nam: 20/11/2026, 14:05, 1.234,5. Written out by hand, since the tables
 * of server and browser differ by version and a page must read the same on both.
 */
export interface Format {
  date(date: LocalDate): string;
  /** "tháng 11/2026" */
  month(year: number, month: number): string;
  time(instant: Instant): string;
  /** "14:05, 20/11/2026" */
  moment(instant: Instant): string;
  /** "5 phút trước"; past a week the date. */
  ago(instant: Instant, now: Instant): string;
  number(value: number, decimals?: number): string;
  /** Hundredths of a point, shown whole where they are whole. */
  points(hundredths: number): string;
  /** For figures under one another: as many decimals for each as the finest of them needs. */
  pointsAlike(column: readonly number[]): (hundredths: number) => string;
  /** Hundredths of a per cent. */
  percent(basisPoints: number): string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Words {
  readonly decimal: string;
  readonly group: string;
  month(year: number, month: number): string;
  readonly now: string;
  minutes(count: number): string;
  hours(count: number): string;
  days(count: number): string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    decimal: ",",
    group: ".",
    month: (year, month) => `tháng ${month}/${year}`,
    now: "vừa xong",
    minutes: (count) => `${count} phút trước`,
    hours: (count) => `${count} giờ trước`,
    days: (count) => `${count} ngày trước`,
  },
  en: {
    decimal: ".",
    group: ",",
    month: (year, month) => `${month}/${year}`,
    now: "just now",
    minutes: (count) => (count === 1 ? "1 minute ago" : `${count} minutes ago`),
    hours: (count) => (count === 1 ? "1 hour ago" : `${count} hours ago`),
    days: (count) => (count === 1 ? "1 day ago" : `${count} days ago`),
  },
};

export function makeFormat(language: Language): Format {
  const words = WORDS[language];
  const date = (day: LocalDate) => {
    const { year, month, day: dayOfMonth } = partsOf(day);
    return `${two(dayOfMonth)}/${two(month)}/${year}`;
  };
  const time = (instant: Instant) => {
    const minutes = Math.floor((instant - startOfDay(localDateAt(instant))) / MINUTE_MS);
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };
  const scaled = (units: number, decimals: number) => writeNumber(units, decimals, words);
  return {
    date,
    month: words.month,
    time,
    moment: (instant) => `${time(instant)}, ${date(localDateAt(instant))}`,
    ago: (instant, now) => {
      const elapsedMs = Math.max(0, now - instant);
      if (elapsedMs < MINUTE_MS) return words.now;
      if (elapsedMs < HOUR_MS) return words.minutes(Math.floor(elapsedMs / MINUTE_MS));
      if (elapsedMs < DAY_MS) return words.hours(Math.floor(elapsedMs / HOUR_MS));
      if (elapsedMs < 7 * DAY_MS) return words.days(Math.floor(elapsedMs / DAY_MS));
      return date(localDateAt(instant));
    },
    number: (value, decimals = 0) => scaled(Math.round(value * 10 ** decimals), decimals),
    points: (hundredths) => withoutIdleZeros(hundredths, 2, scaled),
    pointsAlike: (column) => {
      const isWhole = (unit: number) => column.every((hundredths) => hundredths % unit === 0);
      const decimals = isWhole(100) ? 0 : isWhole(10) ? 1 : 2;
      return (hundredths) => scaled(hundredths / 10 ** (2 - decimals), decimals);
    },
    percent: (basisPoints) => `${withoutIdleZeros(basisPoints, 2, scaled)}%`,
  };
}

/** 1250 hundredths are 12,5; 1200 are 12. */
function withoutIdleZeros(
  units: number,
  decimals: number,
  write: (units: number, decimals: number) => string,
): string {
  return decimals > 0 && units % 10 === 0
    ? withoutIdleZeros(units / 10, decimals - 1, write)
    : write(units, decimals);
}

function writeNumber(units: number, decimals: number, { decimal, group }: Words): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, group);
  const sign = units < 0 ? "−" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}${decimal}${digits.slice(-decimals)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
