import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CampaignKind, CampaignOwner } from "#app/domain/campaigns/campaign.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface CampaignDetails {
  readonly kind: CampaignKind;
  readonly owner: CampaignOwner;
  readonly purpose: string | null;
  readonly documentNumber: string | null;
  readonly documentDay: LocalDate | null;
  readonly documentBody: string | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly factor: number;
  readonly movement: string | null;
  readonly kindNames: readonly string[];
  readonly serviceNames: readonly string[];
  readonly teamNames: readonly string[];
  readonly proposedByName: string | null;
  readonly publishedByName: string | null;
}

/** What was announced, as it was announced (D15, D17). */
export function CampaignFacts({ campaign }: { campaign: CampaignDetails }) {
  const { campaigns: words } = useMessages(campaignsArea);
  const format = useFormat();
  const { documentNumber, documentDay, documentBody, factor, kindNames, serviceNames, teamNames } = campaign;
  const hasDocument = documentNumber !== null && documentDay !== null && documentBody !== null;
  const listed = (names: readonly string[], all: string) => (names.length === 0 ? all : names.join(", "));
  const items = [
    {
      term: words.document,
      value: hasDocument
        ? words.documentOf(documentNumber, format.date(documentDay), documentBody)
        : words.noDocument,
    },
    { term: words.owner, value: words.owners[campaign.owner] },
    {
      term: words.factor,
      value:
        factor > 100 ? (
          <>
            {words.factorOf(format.points(factor))}
            <span className="block font-normal text-ink-soft">{words.factorNote}</span>
          </>
        ) : (
          words.factorNone
        ),
    },
    { term: words.counts, value: listed(kindNames, words.everyKind) },
    ...(serviceNames.length > 0 ? [{ term: words.services, value: serviceNames.join(", ") }] : []),
    ...(campaign.movement ? [{ term: words.movement, value: campaign.movement }] : []),
    { term: words.teams, value: listed(teamNames, words.everyTeam) },
    ...(campaign.proposedByName && campaign.publishedByName
      ? [
          {
            term: words.office.decided,
            value: words.office.publishedBy(campaign.proposedByName, campaign.publishedByName),
          },
        ]
      : []),
  ];
  return (
    <Card>
      {campaign.purpose ? (
        <p className="mb-3 max-w-prose whitespace-pre-line text-lg">{campaign.purpose}</p>
      ) : null}
      <DescriptionList items={items} />
    </Card>
  );
}
