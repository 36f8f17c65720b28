import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Sprout from "lucide-react/icons/sprout";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readModels } from "#app/features/market-register/digital-models.server.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { ShownModels } from "#app/ui/market/shown-models.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(marketArea).models.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "model.read");
  if (caller.communeId === null) throw notFound();
  const { models } = await readModels(caller);
  return { models: models.filter(({ state }) => state !== "ended") };
}

export default function ShownModelsPage() {
  const { models } = useLoaderData<typeof loader>();
  const { models: words } = useMessages(marketArea).market;
  const groups = [
    { title: words.exampleTitle, models: models.filter(({ isExample }) => isExample) },
    { title: words.othersTitle, models: models.filter(({ isExample }) => !isExample) },
  ].filter(({ models: list }) => list.length > 0);
  return (
    <Page title={words.title} lead={words.pageLead} width="narrow">
      {groups.length === 0 ? (
        <EmptyState icon={Sprout} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {groups.map((group) => (
        <ShownModels key={group.title} {...group} />
      ))}
    </Page>
  );
}
