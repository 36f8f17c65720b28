import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { readRegister } from "#app/features/households/read-register.server.ts";
import { RegisterTable } from "#app/ui/households/register-table.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: ({ households }) => households.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.oversee");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    lines: await readRegister(caller),
  };
}

export default function HouseholdRegister() {
  const { live, lines } = useLoaderData<typeof loader>();
  const words = useMessages().households;
  const terms = useTerms();
  useLive(live);
  return (
    <Page title={words.title} lead={words.lead(terms)}>
      <RegisterTable caption={words.title} lines={lines} villageAt={HOUSEHOLD_PATHS.village} />
    </Page>
  );
}
