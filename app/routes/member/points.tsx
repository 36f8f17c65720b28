import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Star from "lucide-react/icons/star";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readKindNames } from "#app/features/activity-log/read-kind-names.server.ts";
import { readStatement } from "#app/features/statements/read-statement.server.ts";
import { activityPointsArea } from "#app/messages/vi/activity-points.ts";
import { StatementScreen } from "#app/ui/activity/statement-screen.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(activityPointsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.read-own");
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  const asked = new URL(args.request.url).searchParams.get("thang");
  const statement = await readStatement(
    caller,
    asked !== null && /^\d{6}$/.test(asked) ? Number(asked) : null,
  );
  if (statement === null && asked !== null) throw notFound();
  return { live, statement, names: await readKindNames(caller) };
}

export default function Points() {
  const { live, statement, names } = useLoaderData<typeof loader>();
  const words = useMessages(activityPointsArea).activityPoints;
  useLive(live);
  return (
    <Page width="narrow" title={words.question} lead={words.lead}>
      {statement ? (
        <StatementScreen statement={statement} names={names} />
      ) : (
        <EmptyState icon={Star} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      )}
    </Page>
  );
}
