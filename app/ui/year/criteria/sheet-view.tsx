import type { CriteriaSheet, Criterion } from "#app/domain/year/criteria-sheet.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { Pill } from "../../kit/pill.tsx";
import { useFormat, useMessages, useTerms } from "../../language.tsx";

interface SheetViewProps {
  sheet: CriteriaSheet;
  /** The sheet in force, so that whoever reads a draft sees at once what it would move. */
  before?: CriteriaSheet | null;
  /** Names of villages by number, for the clusters they are in. */
  places?: Readonly<Record<number, string>>;
}

/** A sheet as it is read: each criterion with its maximum, the sum, and what the score then means. */
export function SheetView({ sheet, before = null, places = {} }: SheetViewProps) {
  const { yearCriteria: words } = useMessages(yearCriteriaArea);
  const terms = useTerms();
  const format = useFormat();
  const maxima = new Map(
    before?.groups.flatMap(({ criteria }) => criteria.map(({ key, maximum }) => [key, maximum] as const)),
  );
  const conditionsOf = (band: CriteriaSheet["bands"][number]) =>
    band.conditions.map(({ kind }) => words.conditions[kind]).join(", ");
  return (
    <div className="grid gap-6">
      {sheet.groups.map((group) => (
        <section key={group.key} className="grid gap-1">
          <h3 className="text-lg">{group.title}</h3>
          <ul className="divide-y divide-line">
            {group.criteria.map((criterion) => (
              <CriterionLine
                key={criterion.key}
                criterion={criterion}
                before={before === null ? criterion.maximum : (maxima.get(criterion.key) ?? null)}
              />
            ))}
          </ul>
        </section>
      ))}
      <SheetSum sheet={sheet} />
      {sheet.clusters.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="text-lg">{words.clusters.title}</h3>
          <ul className="grid gap-2">
            {sheet.clusters.map(({ key, title, villages }) => (
              <li key={key}>
                <strong>{title}</strong>
                <span className="block text-ink-soft">
                  {villages.length === 0
                    ? words.clusters.empty
                    : villages.map((id) => places[id] ?? String(id)).join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="grid gap-2">
        <h3 className="text-lg">{words.bands}</h3>
        <ul className="grid gap-2">
          {sheet.bands.map((band) => (
            <li key={band.key}>
              <strong>{band.title}</strong> {words.bandFrom(format.points(band.from))}
              {band.conditions.length > 0 ? (
                <span className="block text-ink-soft">{words.bandConditions(conditionsOf(band))}</span>
              ) : null}
            </li>
          ))}
        </ul>
        <p className="max-w-prose text-ink-soft">
          {sheet.ties.length > 0
            ? words.tiesLead(sheet.ties.map((rung) => words.ties[rung]).join(", "))
            : null}{" "}
          {words.quotaLead(format.percent(sheet.quota), terms.village)} {words.spread}
        </p>
      </section>
    </div>
  );
}

/** Beside the maximum what it was: null where the criterion is new. */
function CriterionLine({ criterion, before }: { criterion: Criterion; before: number | null }) {
  const { yearCriteria: words } = useMessages(yearCriteriaArea);
  const format = useFormat();
  const { title, explanation, maximum, nature, measure } = criterion;
  const sign = nature === "bonus" ? "+" : nature === "deduction" ? "−" : "";
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0 max-w-prose">
        <p className="font-bold [overflow-wrap:anywhere]">{title}</p>
        <p className="text-ink-soft [overflow-wrap:anywhere]">{explanation}</p>
        {measure.by === "metric" && before === maximum ? null : (
          <p className="mt-1 flex flex-wrap gap-2">
            {measure.by === "metric" ? null : <Pill>{words.by[measure.by]}</Pill>}
            {before === maximum ? null : (
              <Pill tone="gold">{before === null ? words.isNew : words.was(format.points(before))}</Pill>
            )}
          </p>
        )}
      </div>
      <p className="shrink-0 text-xl font-bold tabular-nums">
        {sign}
        {format.points(maximum)}
      </p>
    </li>
  );
}

/** "30 + 20 + … = 100": whoever doubts it adds it up. */
function SheetSum({ sheet }: { sheet: CriteriaSheet }) {
  const { yearCriteria: words } = useMessages(yearCriteriaArea);
  const format = useFormat();
  const all = sheet.groups.flatMap(({ criteria }) => criteria);
  const sumOf = (nature: Criterion["nature"]) =>
    all.reduce((sum, each) => sum + (each.nature === nature ? each.maximum : 0), 0);
  const parts = all.filter(({ nature }) => nature === "part").map(({ maximum }) => format.points(maximum));
  const beyond = words.beyond(format.points(sumOf("bonus")), format.points(sumOf("deduction")));
  return (
    <div className="rounded-lg bg-sunken p-4">
      <p className="text-ink-soft">{words.sum}</p>
      <p className="text-lg font-bold tabular-nums">
        {words.arithmetic(parts.join(" + "), format.points(sumOf("part")))}
      </p>
      {beyond === "" ? null : <p className="text-ink-soft">{beyond}</p>}
    </div>
  );
}
