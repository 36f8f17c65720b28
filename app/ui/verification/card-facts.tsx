import FileCheck from "lucide-react/icons/file-check";
import ImageOff from "lucide-react/icons/image-off";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { CLAIM_COUNTERS } from "#app/domain/activity/claim.ts";
import type { QueueCard, QueueUnit } from "#app/domain/verification/queue.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { reasonsArea } from "#app/messages/vi/verification-reasons.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

const UNITS_AT_MOST = 6;
const DUE_SOON_MS = 3 * 24 * 60 * 60 * 1000;

/** For whom it was done, and what came of it. */
export function UnitList({ units }: Pick<QueueCard, "units">) {
  const { verification: words } = useMessages(verificationArea);
  const shown = units.length > UNITS_AT_MOST + 1 ? units.slice(0, UNITS_AT_MOST) : units;
  if (units.length === 0) return null;
  return (
    <ul aria-label={words.whom} className="grid gap-1">
      {shown.map((unit) => (
        <li key={unit.ordinal} className="flex flex-wrap items-baseline gap-x-2">
          <UnitLine unit={unit} />
        </li>
      ))}
      {shown.length < units.length ? (
        <li className="text-ink-soft">{words.moreUnits(units.length - shown.length)}</li>
      ) : null}
    </ul>
  );
}

function UnitLine({ unit }: { unit: QueueUnit }) {
  const { verification: words, activity } = useMessages(verificationArea, activityArea);
  const household = unit.householdCode === null ? null : words.household(unit.householdCode);
  const slot = unit.slot === null ? null : words.slot(unit.slot);
  const name = unit.label ?? (household ? null : words.unknownPerson);
  const place = [household, unit.label === null ? slot : null, unit.villageName].filter(Boolean).join(", ");
  const bonuses = Object.values(unit.bonuses).reduce((sum, count) => sum + count, 0);
  const result = [
    unit.serviceName,
    unit.outcome && activity.outcomes[unit.outcome],
    unit.stage && activity.stages[unit.stage],
    unit.quantity > 1 ? words.quantity(unit.quantity) : null,
    bonuses > 0 ? words.bonusCount(bonuses) : null,
    unit.isPriority ? words.priority : null,
  ].filter(Boolean);
  return (
    <>
      {name ? <span className="font-bold">{name}</span> : null}
      {place ? <span className={name ? "text-ink-soft" : "font-bold"}>{place}</span> : null}
      {result.length > 0 ? <span>{result.join(", ")}</span> : null}
    </>
  );
}

/** Where it was, how many came, and what shows it. */
export function Evidence({
  card,
  photoPath,
}: {
  card: QueueCard;
  photoPath: ((id: string) => string) | null;
}) {
  const { verification: words, activity } = useMessages(verificationArea, activityArea);
  const format = useFormat();
  const modes: Readonly<Record<string, string>> = activity.modes;
  const where = [modes[card.mode], card.place, card.villageName].filter(Boolean).join(", ");
  const figures = CLAIM_COUNTERS.flatMap((name) => {
    const count = card.counters[name];
    return count === undefined ? [] : [`${activity.counters[name]}: ${format.number(count)}`];
  });
  const counts = [words.visits(card.visits), card.minutes === null ? null : words.minutes(card.minutes)];
  return (
    <div className="grid gap-2">
      <p className="text-ink-soft">
        {where}. {counts.filter(Boolean).join(", ")}.
      </p>
      {figures.length > 0 ? <p>{figures.join("; ")}.</p> : null}
      {card.note ? <p className="whitespace-pre-line border-s-4 border-line ps-3">{card.note}</p> : null}
      {card.link ? (
        <a
          href={card.link}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex min-h-12 items-center justify-self-start font-bold text-accent-ink underline underline-offset-4"
        >
          {words.link}
        </a>
      ) : null}
      <Photos card={card} photoPath={photoPath} />
    </div>
  );
}

function Photos({
  card: { photos },
  photoPath,
}: {
  card: QueueCard;
  photoPath: ((id: string) => string) | null;
}) {
  const { verification: words, activity } = useMessages(verificationArea, activityArea);
  const format = useFormat();
  const days = [...new Set(photos.flatMap(({ takenOn }) => takenOn ?? []))];
  if (photos.length === 0) {
    return (
      <p className="flex items-center gap-2 text-ink-soft">
        <ImageOff size="1.1em" aria-hidden />
        {words.noPhoto}
      </p>
    );
  }
  return (
    <div>
      <ul className="flex flex-wrap gap-2">
        {photos.map(({ id, isSignedSheet }, index) => (
          <li key={id}>
            {photoPath ? (
              <a href={photoPath(id)} target="_blank" rel="noreferrer" className="block">
                <img
                  src={photoPath(id)}
                  alt={isSignedSheet ? words.signedSheet : words.photo(index + 1, photos.length)}
                  loading="lazy"
                  decoding="async"
                  width={112}
                  height={84}
                  className="h-21 w-28 rounded-md border border-line bg-sunken object-cover"
                />
              </a>
            ) : (
              <span className="grid h-21 w-28 place-items-center rounded-md bg-sunken text-sm text-ink-soft">
                {words.photo(index + 1, photos.length)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {days.length > 0 ? (
        <p className="mt-1 text-sm text-ink-soft">
          {activity.record.takenOn(days.map((day) => format.date(day)).join(", "))}
        </p>
      ) : null}
    </div>
  );
}

/** What makes one look twice: facts, each in its sentence. */
export function LookTwice({ card, now }: { card: QueueCard; now: number }) {
  const { verification: words, reasons: known } = useMessages(verificationArea, reasonsArea);
  const format = useFormat();
  const reasons: Readonly<Record<string, string>> = known.toReturn;
  const { returned, signals, isAfterClose, isFromPaper, enteredBy, revision } = card;
  const dueAt = card.dueAt !== null && card.dueAt - now < DUE_SOON_MS ? card.dueAt : null;
  const why =
    returned && [returned.reasonCode && reasons[returned.reasonCode], returned.reason].filter(Boolean);
  return (
    <>
      {signals.length > 0 ? (
        <div className="rounded-md bg-gold-soft p-3 text-gold-ink">
          <p className="flex items-center gap-2 font-bold">
            <TriangleAlert size="1.2em" aria-hidden className="shrink-0" />
            {words.signalsTitle}
          </p>
          <ul className="ms-7 list-disc">
            {signals.map(({ kind }) => (
              <li key={kind}>{words.signals[kind] ?? kind}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {why && why.length > 0 ? (
        <p className="text-ink-soft">
          {words.sentBackBefore(why.join(". "))} {revision > 1 ? `(${words.revision(revision)})` : null}
        </p>
      ) : null}
      {isFromPaper || enteredBy || dueAt || isAfterClose ? (
        <p className="flex flex-wrap gap-2">
          {isFromPaper ? (
            <Pill tone="info" icon={FileCheck}>
              {words.onPaper}
            </Pill>
          ) : null}
          {enteredBy ? <Pill>{words.typedBy(enteredBy)}</Pill> : null}
          {dueAt ? <Pill tone="gold">{words.due(format.moment(dueAt))}</Pill> : null}
          {isAfterClose ? <Pill tone="gold">{words.afterClose}</Pill> : null}
        </p>
      ) : null}
    </>
  );
}
