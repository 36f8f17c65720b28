import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Gift from "lucide-react/icons/gift";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readPerks } from "#app/features/support/read-partners.server.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(supportArea).perk.pageTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "perk.read");
  if (caller.communeId === null) throw notFound();
  return { perks: await readPerks(caller) };
}

export default function Perks() {
  const { perks } = useLoaderData<typeof loader>();
  const { perk: words } = useMessages(supportArea).support;
  const format = useFormat();
  return (
    <Page title={words.pageTitle} lead={words.pageLead} width="narrow">
      {perks.length === 0 ? (
        <EmptyState icon={Gift} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {perks.map((perk) => (
        <Card
          key={perk.id}
          title={perk.title}
          aside={
            <Pill tone={perk.mayUse ? "accent" : "neutral"}>
              {perk.mayUse
                ? words.mayUse
                : perk.badgeKey === null
                  ? words.needsTeam
                  : words.needsBadge(perk.badgeName ?? perk.badgeKey)}
            </Pill>
          }
        >
          <p className="font-bold">{perk.partnerName}</p>
          <p className="mt-1 whitespace-pre-line">{perk.details}</p>
          <p className="mt-2 text-sm text-ink-soft">
            {words.days(format.date(perk.startsOn), perk.endsOn && format.date(perk.endsOn))}
          </p>
        </Card>
      ))}
    </Page>
  );
}
