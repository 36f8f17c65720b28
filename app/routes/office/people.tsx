import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import UserX from "lucide-react/icons/user-x";
import { can } from "#app/domain/access/can.ts";
import { recordSchema } from "#app/features/accounts/accounts.schema.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { setAccountActive, signOutEverywhere } from "#app/features/accounts/people-end-access.server.ts";
import { readPeople } from "#app/features/accounts/people-read.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { PeopleTable } from "#app/ui/enrolment/people-table.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { Pagination } from "#app/ui/kit/pagination.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(enrolmentArea).people.title };

const ACTS = ["sign-out", "disable", "enable"] as const;
type Act = (typeof ACTS)[number];

const PEOPLE_PER_PAGE = 25;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "people.read");
  const { platform, communeId, actor, today, now } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const search = new URL(args.request.url).searchParams;
  const done = ACTS.find((act) => act === search.get("xong")) ?? null;
  const wanted = (search.get("tim") ?? "").slice(0, 80);
  const found = await readPeople(caller, wanted);
  const lastPage = Math.max(1, Math.ceil(found.length / PEOPLE_PER_PAGE));
  const page = Math.min(Math.max(1, optionalNumber(search.get("trang")) ?? 1), lastPage);
  return {
    live,
    done,
    wanted,
    now: now.getTime(),
    people: found.slice((page - 1) * PEOPLE_PER_PAGE, page * PEOPLE_PER_PAGE),
    total: found.length,
    page,
    lastPage,
    slipsAt: can(actor, "slip.make", { communeId }, today).ok ? PATHS.slips : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "people.read");
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const act = ACTS.find((each) => fields.has(each));
  const form = await readForm(idOf(fields, act), recordSchema);
  if (!act || !form.ok || caller.communeId === null) throw notFound();
  const accountId = form.value.id;
  const capability = act === "sign-out" ? "account.end-sessions-of-others" : "account.disable";
  demand(args, caller, capability, { communeId: caller.communeId, accountId });
  const verdict =
    act === "sign-out"
      ? await signOutEverywhere(caller, accountId)
      : await setAccountActive(caller, accountId, act === "enable");
  if (!verdict.ok) throw notFound();
  return goOn(`${PATHS.people}?xong=${act}`);
}

/** Each row's button is named for the act and carries the person. */
function idOf(fields: FormData, act: Act | undefined): URLSearchParams {
  return new URLSearchParams({ id: String(act ? fields.get(act) : "") });
}

export default function People() {
  const { live, done, wanted, now, people, total, page, lastPage, slipsAt } = useLoaderData<typeof loader>();
  const { people: words } = useMessages(enrolmentArea).enrolment;
  useLive(live);
  const said = { "sign-out": words.doneSignOut, disable: words.doneDisable, enable: words.doneEnable };
  return (
    <Page title={words.title} lead={words.lead}>
      {done ? <Flash>{said[done]}</Flash> : null}
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            name="tim"
            type="search"
            label={words.search}
            defaultValue={wanted}
            optional
            autoComplete="off"
          />
        </div>
        <Button type="submit" variant="secondary" icon={Search}>
          {words.find}
        </Button>
      </Form>
      {people.length === 0 ? (
        <EmptyState icon={UserX} title={words.emptyTitle}>
          {words.emptyBody}
        </EmptyState>
      ) : (
        <>
          <PeopleTable people={people} total={total} now={now} slipsAt={slipsAt} />
          <Pagination
            page={page}
            lastPage={lastPage}
            hrefOf={(to) => `${PATHS.people}?${new URLSearchParams({ tim: wanted, trang: String(to) })}`}
          />
        </>
      )}
    </Page>
  );
}
