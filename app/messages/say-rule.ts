import { type ActivityKind, MODES, type Mode, type Scheme } from "#app/domain/activity/scheme.ts";
import type { Format } from "./format.ts";
import type { ruleWords } from "./vi/scheme.ts";

export type RuleWords = typeof ruleWords;
export type RuleFormat = Pick<Format, "points" | "number" | "date">;

/** One kind of work in words: the screen, the print and the annex say the same. */
export interface SaidRule {
  readonly points: string;
  readonly bonuses: readonly string[];
  readonly cap: string;
  readonly repeat: string;
  readonly sharing: string;
  readonly least: string | null;
  readonly evidence: string;
}

export function sayRule(kind: ActivityKind, words: RuleWords, format: RuleFormat): SaidRule {
  return {
    points: sayPoints(kind, words, format),
    bonuses: kind.bonuses.map(({ text, each, atMost }) =>
      atMost > each
        ? words.bonusCapped(text, format.points(each), format.points(atMost))
        : words.bonus(text, format.points(each)),
    ),
    cap: sayCap(kind, words, format),
    repeat: words.repeats[kind.repeat],
    sharing: words.sharings[kind.sharing],
    least: sayLeast(kind, words, format),
    evidence: kind.evidence.map((each) => words.evidences[each]).join(", "),
  };
}

function sayPoints({ scale, unit }: ActivityKind, words: RuleWords, format: RuleFormat): string {
  switch (scale.by) {
    case "outcome":
      return words.perUnit(
        words.outcome(
          format.points(scale.knows),
          format.points(scale.withHelp),
          format.points(scale.proficient),
        ),
        words.units[unit],
      );
    case "unit":
      return words.perUnit(words.points(format.points(scale.each)), words.units[unit]);
    case "part":
      return words.perUnit(
        words.part(format.points(scale.teacher), format.points(scale.helper)),
        words.units[unit],
      );
    case "stage":
      return words.stage(format.points(scale.piloted), format.points(scale.recognised));
  }
}

export function sayCap({ cap, unit }: ActivityKind, words: RuleWords, format: RuleFormat): string {
  return cap ? words.cap(format.number(cap.units), words.countNouns[unit], words.per[cap.per]) : words.noCap;
}

function sayLeast({ least }: ActivityKind, words: RuleWords, format: RuleFormat): string | null {
  const parts = [
    least?.people === undefined ? null : words.leastPeople(format.number(least.people)),
    least?.minutes === undefined ? null : words.leastMinutes(format.number(least.minutes)),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : null;
}

export function sayLimits({ limits }: Scheme, words: RuleWords, format: RuleFormat): string[] {
  const points = (hundredths: number) => words.points(format.points(hundredths));
  return [
    words.limits.others,
    words.limits.perDay(points(limits.perDay)),
    words.limits.perMonth(points(limits.perMonth)),
    words.limits.priority(points(limits.priorityPerson), points(limits.priorityPerMonth)),
    words.limits.campaign(format.points(limits.campaignFactorAtMost)),
    words.limits.unknown,
  ];
}

/** Most kinds may be done in nearly every way: then it is shorter to name the ways that are not meant. */
export function sayModes(
  { modes }: ActivityKind,
  names: Readonly<Record<Mode, string>>,
  words: RuleWords,
): string {
  const left = MODES.filter((mode) => !modes.includes(mode));
  if (left.length === 0) return words.anyMode;
  const list = (some: readonly Mode[]) => some.map((mode) => names[mode]).join(", ");
  return left.length <= 2 ? words.anyModeBut(list(left)) : list(modes);
}
