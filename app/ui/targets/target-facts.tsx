import type { TargetEntry } from "#app/domain/targets/reading.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { useFormat, useMessages } from "../language.tsx";
import type { ShownReading } from "./target-figure.tsx";
import { useShare } from "./use-share.ts";

/** What is counted, of whom, from where, and who answers for it. */
export function TargetFacts({ entry, reading }: { entry: TargetEntry; reading: ShownReading }) {
  const { targets: words } = useMessages(targetsArea);
  const format = useFormat();
  const { test } = entry;
  const { page } = words;
  const of = test.kind === "share" ? [{ term: page.of, value: words.populations[test.of] }] : [];
  const steps = entry.steps.map(({ lastDay, basisPoints }) =>
    page.step(format.date(lastDay), format.percent(basisPoints)),
  );
  return (
    <Card title={page.what}>
      <DescriptionList
        items={[
          { term: page.fact, value: words.facts[entry.fact] },
          ...of,
          {
            term: page.source,
            value: (
              <>
                {words.sources[entry.source]}
                <span className="block text-sm text-ink-soft">
                  {test.kind === "place" || entry.source === "manual" ? null : page.basis[reading.basis]}
                </span>
              </>
            ),
          },
          ...(steps.length === 0 ? [] : [{ term: page.steps, value: <Lines lines={steps} /> }]),
          { term: words.accountable, value: entry.accountable?.name ?? words.noAccountable },
        ]}
      />
    </Card>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** B02, B05, B06: the parts of a figure, each a share of the same whole; never added up. */
export function TargetParts({ entry, reading }: { entry: TargetEntry; reading: ShownReading }) {
  const { targets: words } = useMessages(targetsArea);
  const format = useFormat();
  const shareOf = useShare();
  const parts = entry.parts.flatMap((text, index) => {
    const measured = reading.parts[index];
    return measured === undefined ? [] : [{ text, measured }];
  });
  if (parts.length === 0 || entry.test.kind !== "share") return null;
  const unit = words.units[entry.test.of];
  const plain = { comparator: "at_least", basisPoints: 10_000 } as const;
  return (
    <Card title={words.page.parts}>
      {entry.fact === "urged" ? <p className="mb-3 text-ink-soft">{words.page.urgedApart}</p> : null}
      <ul className="grid gap-4">
        {parts.map(({ text, measured }) => (
          <li key={text}>
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>{text}</span>
              <span className="tabular-nums">
                <strong>{shareOf(plain, measured)?.share ?? words.noData}</strong>{" "}
                <span className="text-ink-soft">
                  {measured.whole === null
                    ? words.soFar(format.number(measured.part), unit)
                    : words.counted(format.number(measured.part), format.number(measured.whole), unit)}
                </span>
              </span>
            </span>
            {measured.whole === null ? null : (
              <progress value={measured.part} max={measured.whole} aria-label={text} className="bar" />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** L02: tier by tier, the highest first. */
export function TargetLineage({ entry }: { entry: TargetEntry }) {
  const { page } = useMessages(targetsArea).targets;
  return (
    <Card title={page.lineage}>
      {entry.lineage.length === 0 ? <p className="text-ink-soft">{page.noLineage}</p> : null}
      <ol className="grid gap-4">
        {entry.lineage.map(({ tier, document, text }) => (
          <li key={tier} className="border-s-2 border-accent ps-4">
            <span className="block text-sm text-ink-soft">
              {page.tiers[tier]} · {document}
            </span>
            <span className="block">{text}</span>
          </li>
        ))}
        {entry.lineage.length === 0 ? null : (
          <li className="border-s-2 border-gold ps-4 font-bold">{entry.text}</li>
        )}
      </ol>
    </Card>
  );
}
