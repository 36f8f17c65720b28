import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { GUIDE_PATH, GUIDE_READERS, type GuideReader } from "#app/domain/guides/guide.ts";
import { actorHere, allowAnyone } from "#app/features/accounts/allow.server.ts";
import { readGuide } from "#app/features/guides/read-guide.server.ts";
import { guidesArea } from "#app/messages/vi/guides.ts";
import { GuideSections } from "#app/ui/guides/guide-sections.tsx";
import { FilterLinks } from "#app/ui/kit/filter-links.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(guidesArea).title };

type Visitor = Awaited<ReturnType<typeof allowAnyone>>;

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await allowAnyone(args);
  const asked = new URL(args.request.url).searchParams.get("cho");
  const reader = GUIDE_READERS.find((each) => each === asked) ?? readerOf(visitor);
  return { reader, sections: readGuide(reader) };
}

/** Everybody finds the guide to the own work first. */
function readerOf({ signedIn, today }: Visitor): GuideReader {
  if (signedIn === null || signedIn.isHalfWay) return "thanh-vien";
  const actor = actorHere(signedIn, today);
  if (can(actor, "commune.read-settings", null, today).ok) return "van-phong";
  return can(actor, "activity.verify", null, today).ok ? "to-truong" : "thanh-vien";
}

export default function Guides() {
  const { reader, sections } = useLoaderData<typeof loader>();
  const words = useMessages(guidesArea).guides;
  return (
    <Page title={words.title} lead={words.lead}>
      {words.onlyVietnamese ? <Notice>{words.onlyVietnamese}</Notice> : null}
      <FilterLinks
        label={words.choose}
        choices={GUIDE_READERS.map((each) => ({
          to: `${GUIDE_PATH}?cho=${each}`,
          text: words.readers[each],
          isChosen: each === reader,
        }))}
      />
      <GuideSections sections={sections} />
    </Page>
  );
}
