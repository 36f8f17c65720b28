import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readBoardPage } from "#app/features/boards/read-board-page.server.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { BoardScreen } from "#app/ui/boards/board-screen.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(boardsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "board.read");
  const query = new URL(args.request.url).searchParams;
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId ?? 0}`]);
  const page = await readBoardPage(caller, query);
  if (page === null) throw notFound();
  return { live, page, isWhole: query.get("xem") === "tat-ca" };
}

export default function Boards() {
  const { live, page, isWhole } = useLoaderData<typeof loader>();
  const { boards: words } = useMessages(boardsArea);
  useLive(live);
  return (
    <Page title={words.title} lead={words.lead}>
      <BoardScreen {...page} isWhole={isWhole} />
    </Page>
  );
}
