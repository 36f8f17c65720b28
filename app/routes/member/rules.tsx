import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readRules } from "#app/features/scheme/read-rule-book.server.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { buttonStyle } from "#app/ui/kit/button-style.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { LimitList, RulesByPillar } from "#app/ui/scheme/rules-by-pillar.tsx";
import { StandingNotice } from "#app/ui/scheme/standing-notice.tsx";
import { VersionList } from "#app/ui/scheme/version-list.tsx";
import { CRITERIA_PATHS } from "#app/ui/year/criteria/criteria-paths.ts";

export const handle: PageHandle = { title: (say) => say(schemeArea).page.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "scheme.read");
  if (caller.communeId === null) throw notFound();
  const wanted = /^[1-9]\d{0,5}$/.exec(new URL(args.request.url).searchParams.get("ban") ?? "")?.[0];
  const version = wanted === undefined ? null : Number(wanted);
  const read = await readRules(caller.platform, caller.scope("scheme.read"), version);
  if (!read) throw notFound();
  return {
    rules: read.rules,
    versions: read.all.map(({ scheme: _, ...each }) => each),
    mayReadCriteria: can(
      caller.actor,
      "criteria.read-published",
      { communeId: caller.communeId },
      caller.today,
    ).ok,
  };
}

/** A24: the rules for everybody in the commune, as a page and as paper. */
export default function Rules() {
  const { rules, versions, mayReadCriteria } = useLoaderData<typeof loader>();
  const { scheme: words, yearCriteria } = useMessages(schemeArea, yearCriteriaArea);
  const format = useFormat();
  return (
    <Page
      title={words.page.title}
      lead={words.page.lead}
      actions={
        <>
          <a
            href={`/quy-tac/phu-luc.docx?ban=${rules.version}`}
            className={`${buttonStyle({ variant: "secondary" })} no-print`}
          >
            <Download size="1.25em" aria-hidden className="shrink-0" />
            {words.page.annex}
          </a>
          <PrintButton label={words.page.print} />
        </>
      }
    >
      <p className="flex flex-wrap items-center gap-3 text-lg">
        <strong>{words.version(rules.version)}</strong>
        <span>{words.from(format.date(rules.effectiveOn))}</span>
        <Pill tone={rules.state === "in_force" ? "accent" : "gold"}>{words.states[rules.state]}</Pill>
      </p>
      <StandingNotice regulationNumber={rules.regulationNumber} />
      {rules.isWhole ? null : <Notice tone="danger">{words.notWhole}</Notice>}
      {mayReadCriteria ? (
        <p>
          <TextLink to={CRITERIA_PATHS.teams} className="inline-flex min-h-12 items-center">
            {yearCriteria.teams.link}
          </TextLink>
        </p>
      ) : null}
      <Card title={words.page.how}>
        <LimitList scheme={rules.scheme} />
      </Card>
      <RulesByPillar scheme={rules.scheme} />
      <Card title={words.versions}>
        <VersionList versions={versions} path="/quy-tac" />
      </Card>
    </Page>
  );
}
