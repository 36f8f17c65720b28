import { Link } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TeamRole } from "#app/domain/people/membership.ts";
import type { AffiliationKind, MembershipSource } from "#app/domain/people/team.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { Affiliations } from "./person-link.tsx";
import { useSourceText } from "./use-source-text.ts";

export interface ShownMember {
  readonly birthYear: number | null;
  readonly sex: "female" | "male" | null;
  readonly ethnicity: string | null;
  readonly position: string | null;
  readonly hasItSkill: boolean | null;
  readonly maskedPhone: string | null;
  readonly affiliations: readonly {
    readonly kind: AffiliationKind;
    readonly organisation: string | null;
    readonly validTo: LocalDate | null;
  }[];
  readonly times: readonly {
    readonly membershipId: string;
    readonly teamId: number;
    readonly teamName: string;
    readonly villageName: string | null;
    readonly role: TeamRole;
    readonly isCore: boolean;
    readonly title: string | null;
    readonly source: MembershipSource;
    readonly assignedBy: string | null;
    readonly campaign: string | null;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate | null;
  }[];
}

export function MemberFactsCard({ member, today }: { member: ShownMember; today: LocalDate }) {
  const { member: words, sexes } = useMessages(rosterArea).roster;
  const current = member.affiliations.filter(({ validTo }) => validTo === null || validTo >= today);
  const said = (text: string | number | null) => (text === null ? [] : [text]);
  const rows = [
    ...said(member.birthYear).map((value) => ({ term: words.birthYear, value })),
    ...said(member.sex && sexes[member.sex]).map((value) => ({ term: words.sex, value })),
    ...said(member.ethnicity).map((value) => ({ term: words.ethnicity, value })),
    ...said(member.position).map((value) => ({ term: words.position, value })),
    { term: words.phone, value: member.maskedPhone ?? words.noPhone },
    ...(member.hasItSkill ? [{ term: words.skill, value: "✓" }] : []),
    ...(current.length > 0 ? [{ term: words.belongs, value: <Affiliations of={current} /> }] : []),
  ];
  return (
    <Card title={words.identity}>
      <DescriptionList items={rows} />
    </Card>
  );
}

/** Every time in every team, newest first: ended ones stay. */
export function TimesInTeams({
  member,
  today,
  changeAt,
}: {
  member: ShownMember;
  today: LocalDate;
  changeAt?: (membershipId: string) => string;
}) {
  const { member: words, team, roles, core } = useMessages(rosterArea).roster;
  const format = useFormat();
  const sourceOf = useSourceText();
  if (member.times.length === 0) return <p className="text-ink-soft">{words.noHistory}</p>;
  return (
    <ol className="divide-y divide-line">
      {member.times.map((time) => {
        const isOver = time.validTo !== null && time.validTo < today;
        const until = time.validTo === null ? "" : ` ${team.until(format.date(time.validTo))}`;
        return (
          <li
            key={time.membershipId}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3"
          >
            <div className="min-w-0">
              <p className="font-bold">{time.teamName}</p>
              <p className="text-ink-soft">
                {team.since(format.date(time.validFrom))}
                {until} · {sourceOf(time)}
              </p>
              {time.title ? <p className="text-ink-soft">{time.title}</p> : null}
              {changeAt && !isOver ? (
                <Link
                  to={changeAt(time.membershipId)}
                  className="inline-flex min-h-12 items-center text-accent-ink underline underline-offset-4"
                >
                  {team.change}
                </Link>
              ) : null}
            </div>
            <span className="flex flex-wrap gap-1.5">
              <Pill tone={isOver ? "neutral" : time.role === "leader" ? "accent" : "info"}>
                {roles[time.role]}
              </Pill>
              {time.isCore ? <Pill tone="gold">{core}</Pill> : null}
              {isOver ? <Pill>{words.ended}</Pill> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
