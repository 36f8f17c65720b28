import type { Role } from "#app/domain/access/roles.ts";
import type { ActKind, ActState } from "#app/domain/access/two-person-act.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Pill, type Tone } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { actPath } from "./paths.ts";

export interface ActFace {
  readonly id: string;
  readonly kind: ActKind;
  readonly state: ActState | "expired";
  readonly reason: string;
  readonly subjectName: string;
  readonly handOver: { readonly role: Role; readonly firstDay: LocalDate } | null;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
}

const TONES: Readonly<Record<ActFace["state"], Tone>> = {
  waiting: "gold",
  approved: "accent",
  declined: "danger",
  withdrawn: "neutral",
  expired: "neutral",
};

/** One act as everybody in the office sees it: who asks, for whom, why, and what came of it. */
export function ActCard({ act, isAlone = false }: { act: ActFace; isAlone?: boolean }) {
  const { accounts, setup } = useMessages(accountsArea, setupArea);
  const { acts } = setup;
  const format = useFormat();
  const at = (moment: string) => format.moment(Date.parse(moment));
  return (
    <Card
      title={isAlone ? act.subjectName : `${acts.kinds[act.kind]}: ${act.subjectName}`}
      aside={<Pill tone={TONES[act.state]}>{acts.states[act.state]}</Pill>}
    >
      {act.handOver ? (
        <div className="mb-4">
          <DescriptionList
            items={[
              { term: acts.role, value: accounts.roleNames[act.handOver.role] },
              { term: acts.holder, value: act.askedByName },
              { term: acts.successor, value: act.subjectName },
              { term: acts.from, value: format.date(act.handOver.firstDay) },
            ]}
          />
        </div>
      ) : null}
      <blockquote className="max-w-prose border-s-4 border-gold ps-4 text-lg whitespace-pre-line">
        {act.reason}
      </blockquote>
      <p className="mt-4 text-sm text-ink-soft">{acts.askedBy(act.askedByName, at(act.askedAt))}</p>
      {act.state === "waiting" ? (
        <p className="text-sm text-ink-soft">{acts.waitsUntil(at(act.expiresAt))}</p>
      ) : null}
      {act.decidedByName && act.decidedAt ? (
        <p className="text-sm text-ink-soft">{acts.decidedBy(act.decidedByName, at(act.decidedAt))}</p>
      ) : null}
      {act.decisionNote ? <p className="mt-2 max-w-prose whitespace-pre-line">{act.decisionNote}</p> : null}
      {isAlone ? null : (
        <p className="mt-3">
          <TextLink
            to={actPath(act.id)}
            aria-label={`${acts.open}: ${acts.kinds[act.kind]}, ${act.subjectName}`}
          >
            {acts.open}
          </TextLink>
        </p>
      )}
    </Card>
  );
}
