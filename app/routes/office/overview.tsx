import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Flag from "lucide-react/icons/flag";
import Handshake from "lucide-react/icons/handshake";
import KeyRound from "lucide-react/icons/key-round";
import ListChecks from "lucide-react/icons/list-checks";
import MapPin from "lucide-react/icons/map-pin";
import Settings2 from "lucide-react/icons/settings-2";
import UsersRound from "lucide-react/icons/users-round";
import { can } from "#app/domain/access/can.ts";
import { nextStep, SETUP_STEPS } from "#app/domain/roster/setup.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { type OverviewView, readOverview } from "#app/features/communes/read-overview.server.ts";
import type { Catalogue } from "#app/messages/catalogue.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { DeskLinks, offeredDesk } from "#app/ui/setup/desk-links.tsx";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";
import { type Todo, TodoList } from "#app/ui/setup/todo-list.tsx";
import { VillageTable } from "#app/ui/setup/village-table.tsx";

export const handle: PageHandle = { title: (say) => say(setupArea).overview.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.read-settings");
  const { platform, actor, today, person } = caller;
  const scope = { ...caller.scope("communes.read-overview"), actorId: person.accountId };
  const live = await platform.live.readVersions([`commune:${scope.communes[0] ?? 0}`]);
  return {
    live,
    overview: await readOverview(platform, scope),
    maySetUp: can(actor, "commune.set-up", null, today).ok,
    desk: caller.communeId === null ? [] : offeredDesk(actor, caller.communeId, today),
  };
}

export default function Overview() {
  const { overview, maySetUp, desk, live } = useLoaderData<typeof loader>();
  useLive(live);
  const { setup } = useMessages(setupArea);
  const words = setup.overview;
  const { commune, villages } = overview;
  const terms = useTerms();
  const name = commune.name ? `${setup.communeKinds[commune.kind]} ${commune.name}` : setup.unnamedCommune;
  return (
    <Page
      title={name}
      lead={words.lead}
      actions={
        <LinkButton to={OFFICE_PATHS.settings} variant="secondary" icon={Settings2}>
          {setup.settings.title}
        </LinkButton>
      }
    >
      {commune.isTrial && commune.isSetUp ? (
        <Notice
          tone="warning"
          title={words.trialTitle}
          action={maySetUp ? <TextLink to={OFFICE_PATHS.settings}>{words.toRegulation}</TextLink> : null}
        >
          {words.trialBody}
        </Notice>
      ) : null}
      <Tiles overview={overview} />
      <Card title={words.next}>
        <TodoList todos={maySetUp ? todosOf(overview, words, terms.village) : []} />
      </Card>
      {desk.length > 0 ? (
        <Card title={words.deskTitle}>
          <DeskLinks keys={desk} />
        </Card>
      ) : null}
      <Card
        title={words.villages(terms.village)}
        aside={maySetUp ? <TextLink to={STEP_PATHS.villages}>{words.editVillages}</TextLink> : null}
      >
        <VillageTable
          hidesCaption
          villages={villages}
          emptyAction={
            maySetUp ? <LinkButton to={STEP_PATHS.villages}>{words.editVillages}</LinkButton> : undefined
          }
        />
      </Card>
    </Page>
  );
}

function Tiles({ overview }: { overview: OverviewView }) {
  const { setup } = useMessages(setupArea);
  const { tiles, counted } = setup.overview;
  const { village } = useTerms();
  const format = useFormat();
  const { villages, officerCount } = overview;
  const sumOf = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    const note = known.length < values.length ? counted(known.length, values.length) : undefined;
    const value = known.length > 0 ? format.number(known.reduce((sum, each) => sum + each, 0)) : undefined;
    return { note, value, missing: setup.missing };
  };
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
      <StatTile label={tiles.villages(village)} value={format.number(villages.length)} />
      <StatTile label={tiles.households} {...sumOf(villages.map(({ households }) => households))} />
      <StatTile label={tiles.adults} {...sumOf(villages.map(({ adults }) => adults))} />
      <StatTile label={tiles.officers} value={format.number(officerCount)} />
    </div>
  );
}

/** Most pressing first: what stops work, then what waits for a person, then what is worth doing soon. */
function todosOf(
  { commune, steps, villages, officerCount, waitingActs, recoveryCodesLeft }: OverviewView,
  { todo: words, continueBody }: Catalogue["setup"]["overview"],
  village: string,
): Todo[] {
  const step = nextStep(steps);
  const left = SETUP_STEPS.filter((each) => steps[each] === "open").length;
  const uncounted = villages.filter(({ households }) => households === null).length;
  const todos: (Todo | false)[] = [
    !commune.isSetUp && {
      key: "setup",
      to: step ? STEP_PATHS[step] : OFFICE_PATHS.setup,
      title: words.setup,
      body: continueBody(left),
      icon: Flag,
    },
    waitingActs > 0 && {
      key: "acts",
      to: OFFICE_PATHS.acts,
      title: words.acts(waitingActs),
      body: words.actsBody,
      icon: Handshake,
    },
    officerCount < 2 && {
      key: "second-officer",
      to: STEP_PATHS.second_officer,
      title: words.secondOfficer,
      body: words.secondOfficerBody,
      icon: UsersRound,
    },
    recoveryCodesLeft === 0 && {
      key: "recovery-codes",
      to: STEP_PATHS.recovery_codes,
      title: words.recoveryCodes,
      body: words.recoveryCodesBody,
      icon: KeyRound,
    },
    uncounted > 0 && {
      key: "counts",
      to: STEP_PATHS.villages,
      title: words.counts(uncounted, village),
      body: words.countsBody,
      icon: villages.length === uncounted ? MapPin : ListChecks,
    },
  ];
  return todos.filter((todo) => todo !== false);
}
