import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import CalendarDays from "lucide-react/icons/calendar-days";
import { shortenName } from "#app/domain/people/person-name.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { preferenceSchema } from "#app/features/boards/boards.schema.ts";
import { readContributions } from "#app/features/boards/read-contributions.server.ts";
import { setBoardPreference } from "#app/features/boards/set-preference.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { boardExtrasArea } from "#app/messages/vi/board-extras.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { BOARD_MINE_PATH, BOARD_PATH } from "#app/ui/boards/board-paths.ts";
import { ContributionCalendar } from "#app/ui/boards/contribution-calendar.tsx";
import { OwnEffect } from "#app/ui/boards/own-effect.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(boardExtrasArea).mine.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "board.read");
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId ?? 0}`]);
  return {
    live,
    contributions: await readContributions(caller),
    shortName: shortenName(caller.person.displayName),
    isSaved: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "board.read");
  const form = await readForm(args.request, preferenceSchema);
  if (!form.ok || caller.communeId === null) throw notFound();
  const { isHidden, isShortName } = form.value;
  const isKnown = await setBoardPreference(caller, {
    isHidden: isHidden === "yes",
    isShortName: isShortName === "yes",
  });
  if (!isKnown) throw notFound();
  return goOn(`${BOARD_MINE_PATH}?xong`);
}

export default function Mine() {
  const { live, contributions, shortName, isSaved } = useLoaderData<typeof loader>();
  const { boards, boardExtras } = useMessages(boardsArea, boardExtrasArea);
  const { mine, preference: words } = boardExtras;
  useLive(live);
  return (
    <Page
      width="narrow"
      title={mine.title}
      lead={mine.lead}
      trail={
        <TextLink to={BOARD_PATH} className="mb-2 inline-flex min-h-12 items-center">
          {boards.links.back}
        </TextLink>
      }
    >
      {isSaved ? <Flash>{words.saved}</Flash> : null}
      {contributions === null ? (
        <EmptyState icon={CalendarDays} title={mine.noneTitle}>
          {mine.noneBody}
        </EmptyState>
      ) : (
        <>
          <Card>
            <OwnEffect {...contributions} />
          </Card>
          <Card title={mine.calendar}>
            <ContributionCalendar weeks={contributions.weeks} />
          </Card>
          <Card title={words.title}>
            <Form method="post" className="grid gap-4">
              <p className="text-ink-soft">{words.lead}</p>
              <CheckBox
                name="isHidden"
                value="yes"
                label={words.hidden}
                hint={words.hiddenHint}
                defaultChecked={contributions.preference.isHidden}
              />
              <CheckBox
                name="isShortName"
                value="yes"
                label={words.short}
                hint={words.shortHint(shortName)}
                defaultChecked={contributions.preference.isShortName}
              />
              <SubmitButton>{words.save}</SubmitButton>
            </Form>
          </Card>
        </>
      )}
    </Page>
  );
}
