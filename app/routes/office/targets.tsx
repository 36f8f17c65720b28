import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Target from "lucide-react/icons/target";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readTargetBoard } from "#app/features/targets/read-target-board.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { LightMatrix } from "#app/ui/targets/light-matrix.tsx";
import { LIGHTS, LightPill } from "#app/ui/targets/light-pill.tsx";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";
import { TargetCard } from "#app/ui/targets/target-card.tsx";
import { TargetTrail } from "#app/ui/targets/target-trail.tsx";

export const handle: PageHandle = { title: (say) => say(targetsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "target.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    board: await readTargetBoard(caller),
    hasDesk: can(actor, "commune.read-settings", { communeId }, today).ok,
    mayApprovePlans: can(actor, "team-plan.approve", { communeId }, today).ok,
    mayEdit: can(actor, "target.edit", { communeId }, today).ok,
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export default function Targets() {
  const { live, board, hasDesk, mayEdit, mayApprovePlans, isDone } = useLoaderData<typeof loader>();
  useLive(live);
  const { targets: words } = useMessages(targetsArea);
  return (
    <Page
      title={words.title}
      lead={words.lead(board.year)}
      width="wide"
      trail={<TargetTrail hasDesk={hasDesk} />}
      actions={
        <>
          {hasDesk ? null : (
            <LinkButton to={TARGET_BOARD_PATHS.assign} variant="secondary">
              {words.assign}
            </LinkButton>
          )}
          <LinkButton to={TARGET_BOARD_PATHS.gaps} variant="secondary">
            {words.gaps}
          </LinkButton>
          {mayApprovePlans ? (
            <LinkButton to={TARGET_BOARD_PATHS.teamPlans} variant="secondary">
              {words.teamPlans}
            </LinkButton>
          ) : null}
          {mayEdit ? (
            <LinkButton to={TARGET_BOARD_PATHS.new} variant="secondary">
              {words.add}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {isDone ? <Flash>{words.page.saved}</Flash> : null}
      {board.lines.length === 0 ? (
        <EmptyState icon={Target} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <ul aria-label={words.legend} className="flex flex-wrap gap-2">
          {LIGHTS.filter((light) => board.counts[light] > 0).map((light) => (
            <li key={light}>
              <LightPill light={light} count={board.counts[light]} />
            </li>
          ))}
        </ul>
      )}
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2 2xl:grid-cols-3">
        {board.lines.map((line) => (
          <TargetCard key={line.entry.key} line={line} />
        ))}
      </div>
      <div className="hidden md:block">
        <LightMatrix lines={board.lines} />
      </div>
    </Page>
  );
}
