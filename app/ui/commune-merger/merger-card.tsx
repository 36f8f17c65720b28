import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { communeMergerArea } from "#app/messages/vi/commune-merger.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Pill, type Tone } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

type MergerState = "waiting" | "declined" | "withdrawn" | "agreed" | "done" | "expired";
type Counts = Readonly<Record<"villages" | "teams" | "members" | "households", number>>;

export interface MergerFace {
  readonly id: string;
  readonly oldName: string;
  readonly newName: string;
  readonly effectiveOn: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
  readonly state: MergerState;
  readonly askedByName: string;
  readonly decidedByName: string | null;
  readonly expiresAtMs: number;
  readonly note: string | null;
  readonly brought: Counts | null;
  readonly standing: Counts | null;
}

const TONES: Readonly<Record<MergerState, Tone>> = {
  waiting: "gold",
  agreed: "accent",
  done: "accent",
  declined: "danger",
  withdrawn: "neutral",
  expired: "neutral",
};

/** One merger as both communes see it: who into whom, since when, by which decision, and what went over. */
export function MergerCard({ merger, to }: { merger: MergerFace; to?: string }) {
  const { communeMerger: words } = useMessages(communeMergerArea);
  const format = useFormat();
  const counts = merger.brought ?? merger.standing;
  const title = words.into(merger.oldName, merger.newName);
  return (
    <Card title={title} aside={<Pill tone={TONES[merger.state]}>{words.states[merger.state]}</Pill>}>
      <DescriptionList
        items={[
          { term: words.from, value: format.date(merger.effectiveOn) },
          {
            term: words.decision,
            value: words.decisionOf(merger.decisionNumber, format.date(merger.decisionDate)),
          },
          { term: words.askedBy, value: merger.askedByName },
          ...(merger.decidedByName ? [{ term: words.decidedBy, value: merger.decidedByName }] : []),
          ...(merger.state === "waiting"
            ? [{ term: words.waitsUntil, value: format.moment(merger.expiresAtMs) }]
            : []),
          ...(merger.note ? [{ term: words.note, value: merger.note }] : []),
        ]}
      />
      {counts ? (
        <div className="mt-5">
          <h3 className="mb-2 text-lg">{merger.brought ? words.broughtTitle : words.standingTitle}</h3>
          <DescriptionList
            items={(["villages", "teams", "members", "households"] as const).map((unit) => ({
              term: words.counts[unit],
              value: format.number(counts[unit]),
            }))}
          />
        </div>
      ) : null}
      {to === undefined ? null : (
        <p className="mt-3">
          <TextLink to={to} aria-label={`${words.open}: ${title}`}>
            {words.open}
          </TextLink>
        </p>
      )}
    </Card>
  );
}
