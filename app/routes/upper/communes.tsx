import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Building2 from "lucide-react/icons/building-2";
import { type Coverage, groupByTier, summariseTier } from "#app/domain/upper-tier/coverage.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readCommunes } from "#app/features/upper-tier/read-communes.server.ts";
import { upperTierArea } from "#app/messages/vi/upper-tier.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CommuneTable } from "#app/ui/upper-tier/commune-table.tsx";

export const handle: PageHandle = { title: (say) => say(upperTierArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "upper.read");
  const communes = await readCommunes(caller);
  return { groups: groupByTier(communes), summary: summariseTier(communes) };
}

export default function Communes() {
  const { groups, summary } = useLoaderData<typeof loader>();
  const { upperTier: words } = useMessages(upperTierArea);
  const format = useFormat();
  const shareOf = ({ part, whole, basisPoints }: Coverage) => ({
    value: basisPoints === null ? undefined : format.percent(basisPoints),
    note: basisPoints === null ? undefined : words.partOf(format.number(part), format.number(whole)),
    missing: words.noFigures,
  });
  const { verifiedThisMonth: verified, communesWithFigures, communes } = summary;
  return (
    <Page title={words.title} lead={words.lead}>
      {groups.length === 0 ? (
        <EmptyState icon={Building2} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
            <StatTile label={words.tiles.communes} {...shareOf(communes)} />
            <StatTile label={words.tiles.villages} {...shareOf(summary.villages)} />
            <StatTile label={words.tiles.members} value={format.number(summary.members)} />
            <StatTile
              label={words.tiles.verified}
              value={verified === null ? undefined : format.number(verified)}
              missing={words.noFigures}
              note={
                communesWithFigures < communes.whole
                  ? words.fromCommunes(communesWithFigures, communes.whole)
                  : undefined
              }
            />
          </div>
          {groups.map(({ province, district, communes: members }) => (
            <CommuneTable
              key={`${province}/${district ?? ""}`}
              caption={district === null ? words.province(province) : words.district(province, district)}
              communes={members}
            />
          ))}
        </>
      )}
    </Page>
  );
}
