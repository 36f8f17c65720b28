import type { ResultExclusion } from "#app/domain/year/review-result.ts";
import { useFormat } from "../language.tsx";

interface ExclusionListProps {
  exclusions: readonly ResultExclusion[];
  nameOf: (villageId: number) => string;
}

/** Who is kept out of the ranking, with the reason: listed, never deleted. */
export function ExclusionList({ exclusions, nameOf }: ExclusionListProps) {
  const format = useFormat();
  return (
    <ul className="grid gap-3">
      {exclusions.map(({ villageId, reason, document, day }) => (
        <li key={villageId}>
          <strong>{nameOf(villageId)}</strong>: {reason}
          <span className="block text-ink-soft">
            {document}, {format.date(day)}
          </span>
        </li>
      ))}
    </ul>
  );
}
