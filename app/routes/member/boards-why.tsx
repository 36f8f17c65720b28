import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readWhy } from "#app/features/boards/read-why.server.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { boardHref } from "#app/ui/boards/board-paths.ts";
import { WhyScreen } from "#app/ui/boards/why-screen.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(boardsArea).why.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "board.read");
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId ?? 0}`]);
  const why = await readWhy(caller, new URL(args.request.url).searchParams);
  if (why === null) throw notFound();
  return { live, why };
}

export default function Why() {
  const { live, why } = useLoaderData<typeof loader>();
  const { boards: words } = useMessages(boardsArea);
  useLive(live);
  return (
    <Page
      width="narrow"
      title={words.why.title}
      lead={words.why.lead}
      trail={
        <TextLink to={boardHref(why.board.definition)} className="mb-2 inline-flex min-h-12 items-center">
          {words.links.back}
        </TextLink>
      }
    >
      <WhyScreen {...why} />
    </Page>
  );
}
