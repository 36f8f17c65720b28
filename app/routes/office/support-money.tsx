import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { SUPPORT_PATHS } from "#app/domain/support/views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { answerSupportForm } from "#app/features/support/answer-support-form.server.ts";
import { openSupportDesk } from "#app/features/support/open-support-desk.server.ts";
import { readMoney } from "#app/features/support/read-money.server.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { ContributionCard } from "#app/ui/support/contribution-card.tsx";
import { CostCard } from "#app/ui/support/cost-card.tsx";

export const handle: PageHandle = { title: (say) => say(supportArea).money.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "support.read");
  return openSupportDesk(caller, args.request, readMoney);
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "support.read");
  return answerSupportForm(caller, args.request, SUPPORT_PATHS.money);
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
      trail={<OfficeTrail />}
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
