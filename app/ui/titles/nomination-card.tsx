import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import type { NominationState, TitleWordKind } from "#app/domain/titles/nomination.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { NominationPill } from "./nomination-pill.tsx";

export type ShownRole = "deputy" | "leader" | "youth_union" | "office" | "commune_leader";

export interface ShownNomination {
  readonly state: NominationState;
  readonly version: number;
  readonly teamName: string;
  readonly reason: string;
  readonly nominatorName: string;
  readonly nominatedAs: ShownRole;
  readonly nominatedOn: LocalDate;
  readonly facts: Readonly<Record<string, number>>;
  readonly title: {
    readonly name: string;
    readonly description: string;
    readonly approvals: number;
    readonly checklist: readonly string[];
  };
  readonly approvals: number;
  readonly award: {
    readonly number: string | null;
    readonly numberDate: LocalDate | null;
    readonly validUntil: LocalDate | null;
    readonly isRevoked: boolean;
    readonly revokeReason: string | null;
    readonly revokedAt: Instant | null;
    readonly revokedBy: string | null;
  } | null;
  readonly words: readonly {
    readonly kind: TitleWordKind;
    readonly name: string;
    readonly saidAs: ShownRole;
    readonly reason: string | null;
    readonly at: Instant;
  }[];
}

export function NominationCard({ nomination }: { nomination: ShownNomination }) {
  const { titles } = useMessages(titlesArea);
  const { one: words, list, roles } = titles;
  const format = useFormat();
  const { title, facts, award, approvals } = nomination;
  const figures = (["claims", "people", "mentees"] as const).flatMap((key) => {
    const value = facts[key];
    return value === undefined ? [] : [{ term: words[key], value: format.number(value) }];
  });
  return (
    <Card title={words.facts} aside={<NominationPill state={nomination.state} />}>
      {award?.isRevoked && award.revokedAt !== null ? (
        <Notice tone="danger">
          {words.revoked(award.revokedBy ?? "", format.moment(award.revokedAt), award.revokeReason ?? "")}
        </Notice>
      ) : null}
      <DescriptionList
        items={[
          { term: list.title, value: title.name },
          { term: list.team, value: nomination.teamName },
          {
            term: words.nominator,
            value: `${words.nominatorAs(nomination.nominatorName, roles[nomination.nominatedAs])}, ${format.date(nomination.nominatedOn)}`,
          },
          { term: words.reason, value: <span className="font-normal">{nomination.reason}</span> },
          {
            term: words.asks,
            value: (
              <span className="font-normal">
                {title.checklist.length > 0 ? title.checklist.join("; ") : title.description}
              </span>
            ),
          },
          ...figures,
          { term: list.approvals, value: list.of(approvals, title.approvals) },
          ...(award?.number && award.numberDate
            ? [{ term: words.decision, value: words.decisionOf(award.number, format.date(award.numberDate)) }]
            : []),
          ...(award?.validUntil ? [{ term: list.until, value: format.date(award.validUntil) }] : []),
          { term: words.version, value: format.number(nomination.version) },
        ]}
      />
    </Card>
  );
}

export function WordList({ words: said }: Pick<ShownNomination, "words">) {
  const { titles } = useMessages(titlesArea);
  const { one: words, roles } = titles;
  const format = useFormat();
  return (
    <Card title={words.words}>
      {said.length === 0 ? <p className="text-ink-soft">{words.noWords}</p> : null}
      <ul className="grid gap-3">
        {said.map(({ kind, name, saidAs, reason, at }) => (
          <li key={`${name}-${kind}-${at}`} className="rounded-lg border border-line px-4 py-3">
            <p className="font-bold">{words.said[kind]}</p>
            <p className="text-ink-soft">
              {words.nominatorAs(name, roles[saidAs])} · {format.moment(at)}
            </p>
            {reason === null ? null : <p className="mt-1">{reason}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
