import type { PublicMonth } from "#app/domain/publication/public-boards.ts";
import type { Speech } from "./speech.ts";

/** Rule 7: every board prints its period, the version of its rules and when it was last changed. */
export function MonthNotes({ month, speech }: { month: PublicMonth; speech: Speech }) {
  const { words, format } = speech;
  const { isTrial, isProvisional, schemeVersions, updatedAt, frozenAt } = month;
  return (
    <p className="notes" data-part="notes">
      {isTrial ? <b>{words.trial}</b> : null}
      {isProvisional ? <b>{words.provisional}</b> : null}
      {updatedAt === null ? null : <span>{words.updated(format.moment(updatedAt))}</span>}
      {schemeVersions.length > 0 ? <span>{words.rules(schemeVersions.join(", "))}</span> : null}
      {frozenAt === null ? null : <span>{words.frozen(format.moment(frozenAt))}</span>}
    </p>
  );
}
