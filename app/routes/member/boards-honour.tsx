import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import ImageDown from "lucide-react/icons/image-down";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readHonourRoll } from "#app/features/boards/read-honour-roll.server.ts";
import { boardExtrasArea } from "#app/messages/vi/board-extras.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { BOARD_CARD_PATH, BOARD_HONOUR_PATH, BOARD_PATH } from "#app/ui/boards/board-paths.ts";
import { FrozenNotice } from "#app/ui/boards/board-print.tsx";
import { ChoiceLinks } from "#app/ui/boards/choice-links.tsx";
import { HonourList } from "#app/ui/boards/honour-list.tsx";
import { usePeriodName } from "#app/ui/boards/use-board-words.ts";
import { useHonoured } from "#app/ui/boards/use-honoured.ts";
import { WorkFeed } from "#app/ui/home/work-feed.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(boardExtrasArea).honour.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "board.read");
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  const asked = new URL(args.request.url).searchParams.get("ky");
  const { communeId, actor, today } = caller;
  const isGiver = can(actor, "thanks.give", null, today).ok && communeId !== null;
  const roll = await readHonourRoll(caller, asked, isGiver);
  if (roll === null) throw notFound();
  return { live, roll };
}

export default function Honour() {
  const { live, roll } = useLoaderData<typeof loader>();
  const { boards, boardExtras } = useMessages(boardsArea, boardExtrasArea);
  const { honour: words } = boardExtras;
  const format = useFormat();
  const nameOf = usePeriodName();
  const lists = useHonoured(roll);
  useLive(live);
  const { board, period, months } = roll;
  const isEmpty = lists.every(({ rows }) => rows.length === 0);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={
        <TextLink to={BOARD_PATH} className="no-print mb-2 inline-flex min-h-12 items-center">
          {boards.links.back}
        </TextLink>
      }
    >
      <ChoiceLinks
        label={words.month}
        choices={months.map((month) => ({
          to: `${BOARD_HONOUR_PATH}?ky=${month}`,
          label: nameOf(month),
          isChosen: month === period,
        }))}
      />
      <p className="flex flex-wrap items-center gap-2">
        <strong className="first-letter:uppercase">{nameOf(period)}</strong>
        {board.days ? (
          <span>{boards.print.period(format.date(board.days.first), format.date(board.days.last))}</span>
        ) : null}
        <Pill>{board.isProvisional ? boards.print.provisional : boards.print.sealed}</Pill>
        {board.isTrial ? <Pill tone="gold">{boards.print.trial}</Pill> : null}
      </p>
      <FrozenNotice board={board} />
      {isEmpty ? (
        <EmptyState icon={Award} title={words.emptyTitle}>
          {words.emptyBody}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          {lists.map(({ title, rows }) => (
            <HonourList key={title} title={title} rows={rows} />
          ))}
        </div>
      )}
      <p className="no-print flex flex-wrap gap-3">
        <PrintButton label={words.print} />
        <LinkButton
          to={`${BOARD_CARD_PATH}?nhom=thanh-vien&ky=${period}`}
          variant="secondary"
          icon={ImageDown}
          reloadDocument
          download
        >
          {words.card}
        </LinkButton>
      </p>
      <div className="no-print">
        <WorkFeed items={roll.feed} back={`${BOARD_HONOUR_PATH}?ky=${period}`} isGiver={roll.isGiver} />
      </div>
    </Page>
  );
}
