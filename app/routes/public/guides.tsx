import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { GUIDE_NAMES, GUIDE_PATH, GUIDE_READERS, type GuideReader } from "#app/domain/guides/guide.ts";
import { actorHere, allowAnyone } from "#app/features/accounts/allow.server.ts";
import { readGuide } from "#app/features/guides/read-guide.server.ts";
import { guidesArea } from "#app/messages/vi/guides.ts";
import { readPreference } from "#app/ui/appearance/preference.ts";
import { GuideSections } from "#app/ui/guides/guide-sections.tsx";
import { FilterLinks } from "#app/ui/kit/filter-links.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(guidesArea).title };

type Visitor = Awaited<ReturnType<typeof allowAnyone>>;

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await allowAnyone(args);
  const asked = new URL(args.request.url).searchParams.get("cho");
  const reader = GUIDE_READERS.find((each) => GUIDE_NAMES[each] === asked) ?? readerOf(visitor);
  const { language } = readPreference(args.request.headers.get("Cookie"));
  return { reader, language, sections: readGuide(reader, language) };
}

/** Everybody finds the guide to the own work first. */
function readerOf({ signedIn, today }: Visitor): GuideReader {
  if (signedIn === null || signedIn.isHalfWay) return "member";
  const actor = actorHere(signedIn, today);
  if (can(actor, "commune.read-settings", null, today).ok) return "office";
  return can(actor, "activity.verify", null, today).ok ? "leader" : "member";
}

export default function Guides() {
  const { reader, language, sections } = useLoaderData<typeof loader>();
  const words = useMessages(guidesArea).guides;
  return (
    <Page title={words.title} lead={words.lead}>
      <FilterLinks
        label={words.choose}
        choices={GUIDE_READERS.map((each) => ({
          to: `${GUIDE_PATH}?cho=${GUIDE_NAMES[each]}`,
          text: words.readers[each],
          isChosen: each === reader,
        }))}
      />
      <GuideSections language={language} sections={sections} />
    </Page>
  );
}
