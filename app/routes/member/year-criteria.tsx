import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Scale from "lucide-react/icons/scale";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readPublishedCriteria } from "#app/features/criteria/read-criteria.server.ts";
import { yearCriteria, yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CRITERIA_PATHS } from "#app/ui/year/criteria/criteria-paths.ts";
import { ExampleView } from "#app/ui/year/criteria/example-view.tsx";
import { SheetView } from "#app/ui/year/criteria/sheet-view.tsx";

export const handle: PageHandle = { title: (say) => say(yearCriteriaArea).teams.title };

/** K07: every team reads by what its village is scored, with an example it can follow by hand. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "criteria.read-published");
  if (caller.communeId === null) throw notFound();
  const { exampleVillage, exampleDocument } = yearCriteria.teams;
  const words = { village: exampleVillage, paper: exampleDocument };
  const read = await readPublishedCriteria(caller.platform, caller.scope("criteria.read-published"), words);
  if (read === null) return { published: null };
  const { adoptedAt, ...published } = read;
  return { published: { ...published, day: localDateAt(adoptedAt ?? 0) } };
}

export default function PublishedCriteria() {
  const { published } = useLoaderData<typeof loader>();
  const { yearCriteria: words } = useMessages(yearCriteriaArea);
  const terms = useTerms();
  const format = useFormat();
  return (
    <Page title={words.teams.title} lead={words.teams.lead(terms.village)}>
      {published === null ? (
        <EmptyState icon={Scale} title={words.teams.none}>
          {words.teams.noneBody}
        </EmptyState>
      ) : (
        <>
          <Card title={published.title}>
            <div className="grid gap-5">
              <p>{words.teams.basis(published.document ?? "", format.date(published.day))}</p>
              <p className="text-ink-soft">{words.teams.notActivity}</p>
              <div>
                <LinkButton to={CRITERIA_PATHS.teamsFile} reloadDocument variant="secondary">
                  {words.teams.download}
                </LinkButton>
              </div>
              <SheetView sheet={published.sheet} places={published.places} />
            </div>
          </Card>
          <ExampleView
            example={published.example}
            criteria={listCriteria(published.sheet)}
            bands={published.sheet.bands}
          />
        </>
      )}
    </Page>
  );
}
