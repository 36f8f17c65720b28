import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isOffered } from "#app/domain/activity/service.ts";
import { makeId } from "#app/domain/ids.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { placeService } from "#app/features/services/place-service.server.ts";
import { readCatalogue } from "#app/features/services/read-services.server.ts";
import { newServiceSchema, placeSchema } from "#app/features/services/service.schema.ts";
import { writeService } from "#app/features/services/write-service.server.ts";
import { servicesArea } from "#app/messages/vi/services.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ServiceFields } from "#app/ui/scheme/service-form.tsx";
import { ServiceTable } from "#app/ui/scheme/service-table.tsx";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(servicesArea).title };

const PATH = "/van-phong/dich-vu";
const PILLARS = ["government", "economy", "society", "common"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "scheme.edit");
  if (caller.communeId === null) throw notFound();
  const services = await readCatalogue(caller.platform, caller.scope("services.read"));
  const offered = services.filter((service) => isOffered(service, caller.today));
  return {
    pillars: PILLARS.map((pillar) => ({
      pillar,
      services: offered.filter((service) => service.pillar === pillar),
    })).filter(({ services: rows }) => rows.length > 0),
    retired: services.filter((service) => !isOffered(service, caller.today)),
    id: makeId(caller.now.getTime(), caller.platform.random.bytes(10)),
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "scheme.edit");
  if (caller.communeId === null) throw notFound();
  const fields = (await receiveForm(args.request)) ?? new FormData();
  return fields.get("intent") === "place" ? place(caller, fields) : add(caller, fields);
}

async function place(caller: Caller, fields: FormData) {
  const form = await readForm(fields, placeSchema);
  if (!form.ok) return askAgain({ form: { code: "not_valid" } });
  const verdict = await placeService(caller.platform, caller.scope("services.place"), form.value);
  return verdict.ok ? goOn(PATH) : askAgain({ form: verdict });
}

async function add(caller: Caller, fields: FormData) {
  const form = await readForm(fields, newServiceSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { id, sector = null, ...facts } = form.value;
  const verdict = await writeService(caller.platform, caller.scope("services.add"), {
    ...facts,
    key: id,
    sector,
    retiredOn: null,
    revision: 0,
  });
  if (verdict.ok) return goOn(`${PATH}?xong`);
  return askAgain({ [verdict.code === "service_name_taken" ? "name" : "form"]: verdict }, form.values);
}

export default function Services() {
  const { pillars, retired, id, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { services: words, setup } = useMessages(servicesArea, setupArea);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      {isDone && !answer ? <Flash>{words.saved}</Flash> : null}
      {pillars.map(({ pillar, services }) => (
        <Card key={pillar}>
          <ServiceTable caption={words.pillars[pillar]} rows={services} path={PATH} movable />
        </Card>
      ))}
      {retired.length > 0 ? (
        <Disclosure summary={`${words.retired} (${retired.length})`}>
          <p className="mb-4 text-ink-soft">{words.retiredLead}</p>
          <ServiceTable caption={words.retired} rows={retired} path={PATH} />
        </Disclosure>
      ) : null}
      <Disclosure summary={words.add} isOpen={answer !== undefined}>
        <FormCard problems={answer?.problems} labels={words.form}>
          <input type="hidden" name="id" value={String(answer?.values.id ?? id)} />
          <ServiceFields answer={answer} stored={null} />
        </FormCard>
      </Disclosure>
    </Page>
  );
}
