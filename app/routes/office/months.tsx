import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { MONTH_PATHS } from "#app/features/months/paths.ts";
import { readMonths } from "#app/features/months/read-months.server.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { MonthList } from "#app/ui/months/month-list.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(monthsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "month.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  demand(args, caller, "month.read", { communeId });
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return { live, months: await readMonths(platform, caller.scope("months.read-months")) };
}

export default function Months() {
  const { live, months } = useLoaderData<typeof loader>();
  useLive(live);
  const { months: words } = useMessages(monthsArea);
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.lead}>
      <MonthList months={months} hrefOf={MONTH_PATHS.officeMonth} />
    </Page>
  );
}
