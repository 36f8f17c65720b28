import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Composition } from "#app/domain/people/composition.ts";
import type { TeamKind } from "#app/domain/people/team.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";
import { CompositionWarnings } from "./composition-warnings.tsx";

export interface ShownTeam {
  readonly kind: TeamKind;
  readonly villageName: string | null;
  readonly organisationName: string | null;
  readonly decisionNumber: string | null;
  readonly decisionDate: LocalDate | null;
  readonly zaloGroup: string | null;
  readonly validFrom: LocalDate;
}

interface TeamSheetProps {
  team: ShownTeam;
  composition: Composition;
  coreMembers: number;
  skilledMembers: number;
  guests: number;
}

/** What a team is, by which paper, and how it stands against the plan. */
export function TeamSheet({ team, composition, coreMembers, skilledMembers, guests }: TeamSheetProps) {
  const { team: words, teamKinds } = useMessages(rosterArea).roster;
  const terms = useTerms();
  const format = useFormat();
  const { members, activeMembers, youngShareBasisPoints, warnings } = composition;
  const place = team.villageName ?? team.organisationName;
  return (
    <>
      {warnings.length > 0 ? (
        <Notice tone="warning" title={words.warningsTitle}>
          <CompositionWarnings warnings={warnings} />
        </Notice>
      ) : null}
      <Card>
        <DescriptionList
          items={[
            { term: words.kind, value: teamKinds[team.kind] },
            ...(place
              ? [{ term: team.villageName ? words.village(terms) : words.school, value: place }]
              : []),
            {
              term: words.decision,
              value:
                team.decisionNumber !== null && team.decisionDate !== null
                  ? words.decisionOf(team.decisionNumber, format.date(team.decisionDate))
                  : words.noDecision,
            },
            { term: words.validFrom, value: format.date(team.validFrom) },
            ...(activeMembers === null
              ? []
              : [{ term: words.active, value: words.activeOf(activeMembers, members) }]),
            {
              term: words.young,
              value: youngShareBasisPoints === null ? words.unknown : format.percent(youngShareBasisPoints),
            },
            { term: words.coreMembers, value: format.number(coreMembers) },
            { term: words.skilled, value: format.number(skilledMembers) },
            ...(guests === 0 ? [] : [{ term: words.guests, value: format.number(guests) }]),
            ...(team.zaloGroup
              ? [{ term: words.zaloGroup, value: <GroupLink address={team.zaloGroup} /> }]
              : []),
          ]}
        />
      </Card>
    </>
  );
}

/** Typed by an officer: only an address of the web becomes a link. */
function GroupLink({ address }: { address: string }) {
  const { team: words } = useMessages(rosterArea).roster;
  if (!/^https:\/\/[^\s]+$/.test(address)) return <>{address}</>;
  return (
    <a
      href={address}
      rel="noreferrer noopener"
      target="_blank"
      className="inline-flex min-h-12 items-center text-accent-ink underline underline-offset-4"
    >
      {words.openGroup}
    </a>
  );
}
