import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import HeartHandshake from "lucide-react/icons/heart-handshake";
import { isId } from "#app/domain/ids.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { answerAmbassadorForm } from "#app/features/titles/answer-ambassador-form.server.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { readOwnAmbassador } from "#app/features/titles/read-ambassador.server.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { AmbassadorProgress } from "#app/ui/titles/ambassador-progress.tsx";
import { MenteeList } from "#app/ui/titles/mentee-list.tsx";
import { MenteePicker } from "#app/ui/titles/mentee-picker.tsx";
import { TitleFlash } from "#app/ui/titles/title-flash.tsx";

export const handle: PageHandle = { title: (say) => say(titlesArea).ambassador.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "ambassador.join");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const search = (query.get("tim") ?? "").slice(0, 80);
  const household = query.get("ho") ?? "";
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const [id = ""] = newIds(caller, 1);
  return {
    live,
    id,
    search,
    ambassador: await readOwnAmbassador(caller, {
      search,
      householdId: isId(household) ? household : null,
    }),
    done: query.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller: Caller = await allow(args, "ambassador.join");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerAmbassadorForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${TITLE_PATHS.own}?xong=${answer.done}`);
}

export default function Ambassador() {
  const { live, id, search, ambassador, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { titles, roster } = useMessages(titlesArea, rosterArea);
  const words = titles.ambassador;
  const format = useFormat();
  useLive(live);
  const title = ambassador?.title;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: ROSTER_PATHS.profile, label: roster.mine.profileTitle }]} />}
      width="narrow"
    >
      {answer ? null : <TitleFlash done={done} />}
      {title?.validUntil ? (
        <Notice tone={title.term === "in_force" ? "success" : "warning"}>
          {words.holds(title.number ?? "", format.date(title.validUntil))}{" "}
          {title.term === "due" ? words.due : title.term === "expired" ? words.expired : null}
        </Notice>
      ) : null}
      {ambassador === null ? (
        <EmptyState icon={HeartHandshake} title={words.title}>
          {words.noTeam}
        </EmptyState>
      ) : ambassador.enrolledOn === null ? (
        <Card>
          <p className="mb-4">{words.enrolLead(ambassador.progress.needed)}</p>
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <SubmitButton name="act" value="join" icon={HeartHandshake}>
              {words.enrol}
            </SubmitButton>
          </Form>
        </Card>
      ) : (
        <>
          <AmbassadorProgress progress={ambassador.progress} hasTitle={title?.term === "in_force"} />
          <MenteeList mentees={ambassador.mentees} />
          <MenteePicker
            key={ambassador.mentees.length}
            id={id}
            path={TITLE_PATHS.own}
            search={search}
            households={ambassador.households}
            opened={ambassador.opened}
            colleagues={ambassador.colleagues}
            answer={answer}
          />
          <Form method="post" className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-ink-soft">{words.enrolled(format.date(ambassador.enrolledOn))}</p>
            <Button type="submit" name="act" value="leave" variant="quiet">
              {words.leave}
            </Button>
          </Form>
        </>
      )}
    </Page>
  );
}
