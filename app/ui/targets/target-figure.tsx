import { attainment, missing } from "#app/domain/targets/measure.ts";
import type { TargetEntry, TargetReading, TargetState } from "#app/domain/targets/reading.ts";
import { isEnoughAsked } from "#app/domain/targets/reading.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { useFormat, useMessages } from "../language.tsx";
import { useShare } from "./use-share.ts";

export type ShownReading = Omit<TargetReading, "villages">;

interface TargetFigureProps {
  entry: TargetEntry;
  reading: ShownReading;
  state: TargetState;
}

/** The one figure of a target: its share against what is asked, in numbers, and what is still to do. */
export function TargetFigure({ entry, reading, state }: TargetFigureProps) {
  const { targets: words } = useMessages(targetsArea);
  const { test } = entry;
  if (test.kind === "place") {
    return (
      <div>
        <p className="text-3xl font-bold tabular-nums">
          {reading.place === null ? words.noData : words.place(reading.place)}
        </p>
        <p className="text-ink-soft">{words.askedPlace(test.within)}</p>
      </div>
    );
  }
  return <ShareFigure test={test} reading={reading} state={state} />;
}

interface ShareFigureProps extends Omit<TargetFigureProps, "entry"> {
  test: Extract<TargetEntry["test"], { kind: "share" }>;
}

function ShareFigure({ test, reading, state }: ShareFigureProps) {
  const { targets: words } = useMessages(targetsArea);
  const format = useFormat();
  const showShare = useShare();
  const { commune, unknown } = reading;
  const asked = { comparator: test.comparator, basisPoints: state.step?.basisPoints ?? test.basisPoints };
  const shown = showShare(asked, commune);
  const unit = words.units[test.of];
  // What is still to do is said only where enough is known.
  const isJudged = isEnoughAsked(reading);
  const left = isJudged ? missing(asked, commune) : null;
  const attained = attainment(asked, commune);
  const projected = state.projected === null ? null : showShare(asked, state.projected);
  return (
    <div className="grid gap-2">
      {shown === null ? (
        <>
          <p className="text-2xl font-bold text-ink-soft">{words.noData}</p>
          <p className="text-sm text-ink-soft">{words.noDataWhy}</p>
        </>
      ) : (
        <>
          <p className="text-3xl font-bold tabular-nums">{shown.sentence}</p>
          <progress
            value={Math.min(commune.part, commune.whole ?? 0)}
            max={commune.whole ?? 1}
            aria-label={shown.sentence}
            className={state.light === "reached" ? "bar bar-reached" : "bar"}
          />
          <p className="tabular-nums text-ink-soft">
            {words.counted(format.number(commune.part), format.number(commune.whole ?? 0), unit)}
          </p>
        </>
      )}
      <p>
        {words.asked(test.comparator, format.percent(asked.basisPoints))}
        {state.step === null ? null : ` ${words.by(format.date(state.step.lastDay))}`}
      </p>
      <ul className="grid gap-1 text-sm text-ink-soft">
        {attained !== null && left !== null && left > 0 ? (
          <li>{words.attained(format.percent(Math.floor(attained / 100) * 100))}</li>
        ) : null}
        {left !== null && left > 0 ? <li>{words.missing(format.number(left), unit)}</li> : null}
        {projected !== null && state.light !== "reached" ? <li>{words.projected(projected.share)}</li> : null}
        {unknown > 0 ? <li>{words.unknown(format.number(unknown), unit)}</li> : null}
        {shown !== null && !isJudged ? <li>{words.tooFewAsked}</li> : null}
      </ul>
    </div>
  );
}

/** Where the figures come from a paper, its number and day. */
export function ToldLine({ reading }: { reading: ShownReading }) {
  const { targets: words } = useMessages(targetsArea);
  const format = useFormat();
  const { told, basis, place } = reading;
  if (told === null || (basis !== "told" && place === null)) return null;
  return <p className="text-sm text-ink-soft">{words.toldLine(told.document, format.date(told.toldOn))}</p>;
}
