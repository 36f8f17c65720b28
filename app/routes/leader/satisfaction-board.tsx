import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import Smile from "lucide-react/icons/smile";
import { addMonths } from "#app/domain/calendar/local-date.ts";
import { HELP_SUBJECTS, pleasedShare, sumMoods, wordsOf } from "#app/domain/satisfaction/satisfaction.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { makeCodes, readSatisfaction } from "#app/features/satisfaction/keep-satisfaction.server.ts";
import { capitalised } from "#app/messages/terms.ts";
import { satisfactionArea } from "#app/messages/vi/satisfaction.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";
import { SATISFACTION_PATHS } from "#app/ui/satisfaction/paths.ts";
import { SatisfactionTable } from "#app/ui/satisfaction/satisfaction-table.tsx";

export const handle: PageHandle = { title: (say) => say(satisfactionArea).board.title };

const MONTHS_BACK = 2;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "satisfaction.read");
  if (caller.communeId === null) throw notFound();
  const since = Number(addMonths(caller.today, -MONTHS_BACK).slice(0, 7).replace("-", ""));
  return {
    board: await readSatisfaction(caller, since),
    isMade: new URL(args.request.url).searchParams.get("xong") === "ma",
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "survey.manage");
  if (caller.communeId === null) throw notFound();
  await makeCodes(caller);
  return goOn(`${SATISFACTION_PATHS.board}?xong=ma`);
}

export default function SatisfactionBoard() {
  const { board, isMade } = useLoaderData<typeof loader>();
  const { satisfaction } = useMessages(satisfactionArea);
  const words = satisfaction.board;
  const terms = useTerms();
  const { number, percent } = useFormat();
  const { lines, lacksCodes, mayMakeCodes } = board;
  const all = sumMoods(lines.map(({ counts }) => counts));
  const share = pleasedShare(all);
  const villages = [...new Map(lines.map(({ villageId, name }) => [villageId, name]))];
  const sumOf = (holds: (line: (typeof lines)[number]) => boolean) =>
    sumMoods(lines.filter(holds).map(({ counts }) => counts));
  return (
    <Page trail={<TeamTrail />} title={words.title} lead={words.lead}>
      {isMade ? <Flash>{words.made}</Flash> : null}
      {mayMakeCodes && lacksCodes ? (
        <Form method="post">
          <SubmitButton name="act" value="make-codes">
            {words.makeCodes}
          </SubmitButton>
        </Form>
      ) : null}
      {lines.length === 0 ? (
        <EmptyState icon={Smile} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <div className="pairs-on-phone grid gap-3 lg:grid-cols-4 lg:gap-4">
            <StatTile
              label={capitalised(words.total(terms))}
              value={share === null ? undefined : percent(share)}
              missing={words.tooFew}
              note={words.pleased}
            />
            <StatTile
              label={words.words}
              value={share === null ? undefined : number(wordsOf(all))}
              missing={words.tooFew}
            />
          </div>
          <Card>
            <SatisfactionTable
              caption={words.byVillage(terms)}
              heading={capitalised(words.village(terms))}
              lines={villages.map(([id, name]) => ({
                key: String(id),
                name,
                counts: sumOf(({ villageId }) => villageId === id),
              }))}
            />
          </Card>
          <Card>
            <SatisfactionTable
              caption={words.bySubject}
              heading={words.subject}
              lines={HELP_SUBJECTS.map((subject) => ({
                key: subject,
                name: satisfaction.subjects[subject],
                counts: sumOf((line) => line.subject === subject),
              })).filter(({ counts }) => wordsOf(counts) > 0)}
            />
          </Card>
        </>
      )}
    </Page>
  );
}
