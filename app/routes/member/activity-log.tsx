import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import UsersRound from "lucide-react/icons/users-round";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { activityKindsArea } from "#app/messages/vi/activity-kinds.ts";
import { NO_PROBLEMS } from "#app/ui/activity/claim-problems.ts";
import { KindTiles } from "#app/ui/activity/kind-tiles.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { latePart } from "#app/ui/late-part.tsx";
import { NoNetwork } from "#app/ui/offline/no-network.tsx";
import { ZaloNotice } from "#app/ui/offline/zalo-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { loadForm, loadKinds } from "./activity-log.server.ts";
import { answerForm } from "./activity-log-send.server.ts";
import { takePhotoFiles } from "./activity-photo.server.ts";

/**
 * The form is half of this page's scripts, and who opens it chooses a kind first: it comes with the kind. Where the
 * page begins with the form it is asked for at once, and hydrated when it has come.
 */
const form = await latePart(async () => (await import("#app/ui/activity/log-screen.tsx")).LogScreen);
const FORM_ASKED_BY = ["viec", "sau", "lap", "sua", "rut"];
if (typeof document !== "undefined" && asksForForm(window.location)) form.bring().catch(() => {});

export const handle: PageHandle = { title: (say) => say(activityKindsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.log");
  const query = new URL(args.request.url).searchParams;
  if (asksForForm(args.request.url)) return { step: "form", ...(await loadForm(caller, query)) } as const;
  return { step: "kinds", search: query.get("tim") ?? "", ...(await loadKinds(caller)) } as const;
}

export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  const brought = asksForForm(request.url) ? form.bring().catch(() => {}) : null;
  const found = await serverLoader<typeof loader>();
  await brought;
  return found;
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.log");
  const fields = await receiveForm(args.request);
  if (fields === null) throw notFound();
  return answerForm(caller, fields, await takePhotoFiles(caller, fields));
}

export default function ActivityLog() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { search } = useLocation();
  const words = useMessages(activityKindsArea).activityKinds;
  if (found.step === "form") {
    return (
      <form.Part
        meanwhile={
          <Page title={words.title} width="narrow">
            {null}
          </Page>
        }
        key={search}
        {...found}
        answered={answer?.draft}
        problems={answer?.problems ?? NO_PROBLEMS}
        adding={answer?.adding ?? { problems: {}, values: {} }}
      />
    );
  }
  return (
    <Page title={words.title} lead={found.hasTeam ? words.lead : undefined}>
      <ZaloNotice />
      {found.hasTeam ? (
        <KindTiles kinds={found.kinds} recent={found.recent} search={found.search} />
      ) : (
        <EmptyState icon={UsersRound} title={words.noTeamTitle}>
          {words.noTeamBody}
        </EmptyState>
      )}
    </Page>
  );
}

function asksForForm(at: string | Location): boolean {
  const { searchParams } = new URL(String(at));
  return FORM_ASKED_BY.some((name) => searchParams.has(name));
}

/** Asked for while the page was open and the network was gone: the same form stands in the book on the phone. */
export function ErrorBoundary() {
  return <NoNetwork />;
}
