import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { readCatalogue, type ServiceLine } from "#app/features/services/read-services.server.ts";
import { serviceSchema } from "#app/features/services/service.schema.ts";
import { writeService } from "#app/features/services/write-service.server.ts";
import { servicesArea } from "#app/messages/vi/services.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ServiceFields } from "#app/ui/scheme/service-form.tsx";
import { ChangedNotice } from "#app/ui/setup/changed-notice.tsx";
import { askAgain, tellConflict } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(servicesArea).title };

const PATH = "/van-phong/dich-vu";
const NOTHING_NEWER: { readonly standing: ServiceLine | null } = { standing: null };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "scheme.edit");
  return { service: await serviceOf(caller, args.params.service) };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "scheme.edit");
  const service = await serviceOf(caller, args.params.service);
  const form = await readForm(args.request, serviceSchema);
  if (!form.ok) return askAgain(form.problems, form.values, NOTHING_NEWER);
  const { sector = null, retiredOn = null, ...facts } = form.value;
  const verdict = await writeService(caller.platform, caller.scope("services.change"), {
    ...facts,
    key: service.key,
    sector,
    retiredOn,
  });
  if (verdict.ok) throw goOn(`${PATH}?xong`);
  if (verdict.code === "changed_meanwhile") return tellConflict(verdict, form.values, { standing: service });
  return askAgain({ name: verdict }, form.values, NOTHING_NEWER);
}

async function serviceOf(caller: Caller, key: string | undefined): Promise<ServiceLine> {
  if (caller.communeId === null) throw notFound();
  const services = await readCatalogue(caller.platform, caller.scope("services.read"));
  const service = services.find((each) => each.key === key);
  if (!service) throw notFound();
  return service;
}

export default function OneService() {
  const { service } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { services: words } = useMessages(servicesArea);
  const format = useFormat();
  const standing = answer?.standing ?? null;
  return (
    <Page title={service.name} trail={<Breadcrumb steps={[{ to: PATH, label: words.title }]} />}>
      {standing ? (
        <ChangedNotice
          standing={[
            { term: words.form.name, value: standing.name },
            { term: words.form.kind, value: words.kinds[standing.kind] },
            { term: words.form.pillar, value: words.pillars[standing.pillar] },
            { term: words.form.sector, value: standing.sector ?? words.noSector },
            {
              term: words.form.retiredOn,
              value: standing.retiredOn ? format.date(standing.retiredOn) : "–",
            },
          ]}
        />
      ) : null}
      <FormCard problems={answer?.problems} labels={words.form}>
        <input type="hidden" name="revision" value={(standing ?? service).revision} />
        <ServiceFields answer={answer} stored={service} />
      </FormCard>
    </Page>
  );
}
