import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import ScrollText from "lucide-react/icons/scroll-text";
import { can } from "#app/domain/access/can.ts";
import { DIFFICULTY_PATHS } from "#app/domain/difficulties/difficulty-view.ts";
import { PLAN_PAPER_PATHS } from "#app/domain/plan-papers/plan-paper.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { markSeen } from "#app/features/plan-papers/keep-paper.server.ts";
import { seenSchema } from "#app/features/plan-papers/plan-paper.schema.ts";
import { readLibrary } from "#app/features/plan-papers/read-library.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { planPapersArea } from "#app/messages/vi/plan-papers.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PaperLinks } from "#app/ui/plan-papers/paper-links.tsx";

export const handle: PageHandle = { title: (say) => say(planPapersArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan.follow");
  const { communeId, platform, actor, today } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const search = (query.get("tim") ?? "").slice(0, 100);
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    plans: await readLibrary(caller, search),
    search,
    maySay: can(actor, "difficulty.raise", null, today).ok,
    done: query.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "plan.follow");
  const form = await readForm(args.request, seenSchema);
  if (caller.communeId === null || !form.ok) throw notFound();
  const verdict = await inRoster(caller, "plan-papers.mark-seen", (tx, act) =>
    markSeen(tx, act, form.value.planId),
  );
  if (!verdict.ok) throw notFound();
  return goOn(`${PLAN_PAPER_PATHS.library}?xong`);
}

export default function PlanLibrary() {
  const { live, plans, search, maySay, done } = useLoaderData<typeof loader>();
  const { planPapers: words } = useMessages(planPapersArea);
  const format = useFormat();
  useLive(live);
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      {done ? <Flash>{words.sawFlash}</Flash> : null}
      <Form method="get" className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
        <TextField
          name="tim"
          type="search"
          label={words.search}
          hint={words.searchHint}
          defaultValue={search}
          optional="unsaid"
        />
        <SubmitButton variant="secondary">{words.find}</SubmitButton>
      </Form>
      {plans.length === 0 ? (
        <EmptyState icon={ScrollText} title={search === "" ? words.noneTitle : words.noneFound}>
          {search === "" ? words.noneBody : search}
        </EmptyState>
      ) : null}
      {plans.map((plan) => (
        <Card key={plan.id} title={plan.title}>
          <p className="font-bold">{words.headLine(plan.number, format.date(plan.issuedOn))}</p>
          <p className="text-ink-soft">
            {plan.version === null || plan.effectiveOn === null
              ? words.notPublished
              : words.version(plan.version, format.date(plan.effectiveOn))}
          </p>
          {plan.note ? <p className="mt-2 whitespace-pre-line">{plan.note}</p> : null}
          <PaperLinks papers={plan.papers} />
          {plan.version === null ? null : plan.seenAt === null ? (
            <Form method="post" className="mt-4">
              <input type="hidden" name="planId" value={plan.id} />
              <SubmitButton>{words.iSaw}</SubmitButton>
            </Form>
          ) : (
            <p className="mt-3 text-ink-soft">{words.saw(format.moment(plan.seenAt))}</p>
          )}
        </Card>
      ))}
      {maySay && plans.length > 0 ? (
        <p>
          <TextLink to={DIFFICULTY_PATHS.list} className="inline-flex min-h-12 items-center">
            {words.feedback}
          </TextLink>
        </p>
      ) : null}
    </Page>
  );
}
