import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { can } from "#app/domain/access/can.ts";
import { SUPPORT_PATHS } from "#app/domain/support/views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { answerSupportForm } from "#app/features/support/answer-support-form.server.ts";
import { readMoney } from "#app/features/support/read-money.server.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import type { FormAnswer } from "#app/ui/roster/form-state.ts";
import { ContributionCard } from "#app/ui/support/contribution-card.tsx";
import { CostCard } from "#app/ui/support/cost-card.tsx";

export const handle: PageHandle = { title: (say) => say(supportArea).money.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "support.read");
  const { communeId, platform, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const [id = ""] = newIds(caller, 1);
  return {
    live,
    id,
    today,
    desk: await readMoney(caller),
    mayKeep: can(actor, "support.keep", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "support.read");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerSupportForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${SUPPORT_PATHS.money}?xong=${answer.done}`);
}

export default function SupportMoney() {
  const { live, id, today, desk, mayKeep, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { support } = useMessages(supportArea);
  const words = support.money;
  const format = useFormat();
  useLive(live);
  const saved = done === null ? undefined : support.saved[done];
  const { summary } = desk;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton to={SUPPORT_PATHS.estimates} variant="secondary" icon={Download} reloadDocument download>
          {words.file}
        </LinkButton>
      }
    >
      {saved && !answer ? <Flash key={id}>{saved}</Flash> : null}
      <ErrorSummary problems={answer?.problems} />
      <section className="grid gap-3">
        <h2 className="text-xl">{words.year}</h2>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          {(["money", "equipment", "place"] as const).map((kind) => (
            <StatTile
              key={kind}
              label={words.tiles[kind]}
              value={format.number(summary.contributions[kind].valueDong)}
              unit={words.unit}
              note={words.count(format.number(summary.contributions[kind].count))}
            />
          ))}
          <StatTile
            label={words.tiles.approved}
            value={format.number(summary.approvedDong)}
            unit={words.unit}
          />
        </div>
      </section>
      <CostCard
        costs={desk.costs}
        partners={desk.partners}
        id={id}
        today={today}
        mayKeep={mayKeep}
        answer={answer}
      />
      <ContributionCard
        contributions={desk.contributions}
        partners={desk.partners}
        id={id}
        today={today}
        mayKeep={mayKeep}
        answer={answer}
      />
    </Page>
  );
}
