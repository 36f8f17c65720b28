import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import MapPin from "lucide-react/icons/map-pin";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { answerVenueForm } from "#app/features/venues/answer-form.server.ts";
import { VENUE_PATHS } from "#app/features/venues/paths.ts";
import { readVenues } from "#app/features/venues/read-venues.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { venuesArea } from "#app/messages/vi/venues.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { VenueForm } from "#app/ui/venues/venue-form.tsx";
import { VenueGroup } from "#app/ui/venues/venue-group.tsx";

export const handle: PageHandle = { title: (say) => say(venuesArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const groups = await readVenues(caller);
  return {
    groups: groups.filter(({ venues }) => venues.length > 0),
    villages: groups.flatMap(({ villageId, villageName }) =>
      villageId === null ? [] : [{ id: villageId, name: villageName ?? "" }],
    ),
    id: newIds(caller, 1)[0] ?? "",
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerVenueForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${VENUE_PATHS.office}?xong=${answer.done}`);
}

export default function Venues() {
  const { groups, villages, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { venues: words, setup } = useMessages(venuesArea, setupArea);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      {done !== null && !answer ? <Flash>{done === "ngung" ? words.closed : words.saved}</Flash> : null}
      {groups.length === 0 ? (
        <EmptyState icon={MapPin} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {groups.map(({ villageId, villageName, venues }) => (
        <VenueGroup
          key={villageId ?? "common"}
          title={villageName ?? words.common}
          isOpen={villageId === null}
          venues={venues}
        />
      ))}
      <Disclosure summary={words.add} isOpen={answer !== undefined || groups.length === 0}>
        <VenueForm key={id} id={id} villages={villages} answer={answer} />
      </Disclosure>
    </Page>
  );
}
