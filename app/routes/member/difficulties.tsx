import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import MessageCircleWarning from "lucide-react/icons/message-circle-warning";
import { can } from "#app/domain/access/can.ts";
import { DIFFICULTY_PATHS } from "#app/domain/difficulties/difficulty-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerRaiseForm } from "#app/features/difficulties/answer-difficulty-form.server.ts";
import { readDifficultyList } from "#app/features/difficulties/read-difficulty.server.ts";
import { readRaisingTeams } from "#app/features/difficulties/read-raising-teams.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { difficultiesArea } from "#app/messages/vi/difficulties.ts";
import { DifficultyList } from "#app/ui/difficulties/difficulty-list.tsx";
import { RaiseForm } from "#app/ui/difficulties/raise-form.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { FilterLinks } from "#app/ui/kit/filter-links.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(difficultiesArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "difficulty.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const [id = ""] = newIds(caller, 1);
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    rows: await readDifficultyList(caller),
    view: query.get("xem"),
    raising: can(actor, "difficulty.raise", null, today).ok ? await readRaisingTeams(caller) : null,
    mayRoute: can(actor, "difficulty.route", { communeId }, today).ok,
    id,
    done: query.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "difficulty.raise");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerRaiseForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${DIFFICULTY_PATHS.list}?xong=${answer.done}`);
}

export default function Difficulties() {
  const { live, rows, view, raising, mayRoute, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(difficultiesArea).difficulties;
  useLive(live);
  const shown = rows.filter(({ state, isLate }) =>
    view === "xong" ? state === "answered" : view === "tre" ? isLate : state === "open",
  );
  const lateCount = rows.filter(({ isLate }) => isLate).length;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      actions={
        mayRoute ? (
          <LinkButton to={DIFFICULTY_PATHS.routes} variant="secondary">
            {words.routes.title}
          </LinkButton>
        ) : undefined
      }
    >
      {done === "ghi" && !answer ? <Flash key={rows.length}>{words.raised}</Flash> : null}
      {raising ? (
        <Disclosure key={id} summary={words.raise} isOpen={answer !== undefined}>
          <RaiseForm id={id} {...raising} answer={answer} />
        </Disclosure>
      ) : null}
      <FilterLinks
        label={words.filters.label}
        choices={[
          {
            to: DIFFICULTY_PATHS.list,
            text: words.filters.open,
            isChosen: view !== "xong" && view !== "tre",
          },
          {
            to: "?xem=tre",
            text: lateCount > 0 ? `${words.filters.late} (${lateCount})` : words.filters.late,
            isChosen: view === "tre",
          },
          { to: "?xem=xong", text: words.filters.answered, isChosen: view === "xong" },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState icon={MessageCircleWarning} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <DifficultyList rows={shown} />
      )}
    </Page>
  );
}
