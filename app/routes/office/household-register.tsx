import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { HOUSEHOLD_IMPORT_PATHS } from "#app/features/household-import/paths.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { readRegister } from "#app/features/households/read-register.server.ts";
import { householdImportArea } from "#app/messages/vi/household-import.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { RegisterTable } from "#app/ui/households/register-table.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(householdsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.oversee");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    lines: await readRegister(caller),
    mayManage: can(caller.actor, "household.manage", { communeId }, caller.today).ok,
  };
}

export default function HouseholdRegister() {
  const { live, lines, mayManage } = useLoaderData<typeof loader>();
  const { households: words, householdImport } = useMessages(householdsArea, householdImportArea);
  const terms = useTerms();
  useLive(live);
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={words.lead(terms)}
      actions={
        mayManage ? (
          <LinkButton to={HOUSEHOLD_IMPORT_PATHS.imports} icon={FileSpreadsheet}>
            {householdImport.open}
          </LinkButton>
        ) : null
      }
    >
      <RegisterTable caption={words.title} lines={lines} villageAt={HOUSEHOLD_PATHS.village} />
    </Page>
  );
}
