import type { CompositionWarning } from "#app/domain/people/composition.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { useFormat, useMessages } from "../language.tsx";

/** What the plan would rather have. Warns, never blocks. */
export function CompositionWarnings({ warnings }: { warnings: readonly CompositionWarning[] }) {
  const { roster } = useMessages(rosterArea);
  const format = useFormat();
  return (
    <ul className="grid gap-1">
      {warnings.map((warning) => {
        const say = roster.warnings[warning.code] as (
          facts: CompositionWarning,
          words: typeof format,
        ) => string;
        return <li key={warning.code}>{say(warning, format)}</li>;
      })}
    </ul>
  );
}
