import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { can } from "#app/domain/access/can.ts";
import { askedOf } from "#app/domain/survey/progress.ts";
import { SURVEY_RATE_KEYS, SURVEY_SEGMENTS, type SurveyRateKey } from "#app/domain/survey/rates.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { readResults } from "#app/features/survey/read-results.server.ts";
import { capitalised } from "#app/messages/terms.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { ProgressBar } from "#app/ui/kit/progress-bar.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { SURVEY_PATHS } from "#app/ui/survey/paths.ts";
import { ProgressTable } from "#app/ui/survey/progress-table.tsx";
import { OneRateTable, RatesTable } from "#app/ui/survey/rate-tables.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = {
  title: (say, { results }) => say(surveyArea).result.title(results.round.name),
};

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "survey.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const results = await readResults(caller, idParam(args.params.roundId));
  if (!results) throw notFound();
  const asked = new URL(args.request.url).searchParams.get("noi-dung");
  return {
    live,
    results,
    rate: SURVEY_RATE_KEYS.find((key) => key === asked) ?? ("eid_level_2" satisfies SurveyRateKey),
    isOffice: can(actor, "survey.manage", null, today).ok,
  };
}

export default function SurveyResultsPage() {
  const { live, results, rate, isOffice } = useLoaderData<typeof loader>();
  const { survey } = useMessages(surveyArea);
  const words = survey.result;
  const terms = useTerms();
  const { date } = useFormat();
  useLive(live);
  const { round, villages, progress, rates, bySegment, bySurroundings } = results;
  return (
    <Page
      title={words.title(round.name)}
      lead={`${survey.days(date(round.firstDay), date(round.lastDay))}. ${words.lead}`}
      trail={
        <Breadcrumb
          steps={[{ to: isOffice ? SURVEY_PATHS.office : SURVEY_PATHS.doors, label: survey.title }]}
        />
      }
      actions={
        <LinkButton
          to={SURVEY_PATHS.resultsFile(round.id)}
          reloadDocument
          variant="secondary"
          icon={Download}
        >
          {words.download}
        </LinkButton>
      }
    >
      {round.isPruned ? <Notice>{words.pruned}</Notice> : null}
      <ProgressBar
        label={survey.progress}
        value={askedOf(progress)}
        goal={progress.listed}
        unit={survey.households}
      />
      <Card>
        <RatesTable caption={capitalised(words.wholeCommune(terms))} rates={rates} />
      </Card>
      <Card>
        <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-64">
            <SelectField
              name="noi-dung"
              label={words.choose}
              optional="unsaid"
              defaultValue={rate}
              choices={SURVEY_RATE_KEYS.map((value) => ({ value, label: survey.rates[value] }))}
            />
          </div>
          <Button type="submit" variant="secondary">
            {words.show}
          </Button>
        </Form>
        <div className="grid gap-8">
          <OneRateTable
            caption={`${survey.rates[rate]}: ${words.byVillage(terms)}`}
            heading={capitalised(words.village(terms))}
            lines={villages.map(({ villageId, name, rates: own }) => ({
              key: String(villageId),
              name,
              parts: own[rate],
            }))}
          />
          {bySurroundings.length === 0 ? null : (
            <OneRateTable
              caption={words.bySurroundings}
              heading={words.group}
              lines={bySurroundings.map(({ key, rates: own }) => ({
                key,
                name: words.surroundings[key],
                parts: own[rate],
              }))}
            />
          )}
          <OneRateTable
            caption={words.byGroup}
            heading={words.group}
            areGroups
            lines={SURVEY_SEGMENTS.filter((segment) => segment !== "all").map((segment) => ({
              key: segment,
              name: survey.segments[segment],
              parts: bySegment[segment][rate],
            }))}
          />
          <p className="text-ink-soft">{words.noteGroups}</p>
        </div>
      </Card>
      <Card>
        <ProgressTable caption={survey.office.progress} rows={villages} />
      </Card>
    </Page>
  );
}
