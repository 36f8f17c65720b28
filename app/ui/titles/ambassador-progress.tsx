import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Card } from "../kit/card.tsx";
import { Notice } from "../kit/notice.tsx";
import { Pill } from "../kit/pill.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Progress {
  readonly reached: number;
  readonly needed: number;
  readonly tier: number;
  readonly nextTier: number | null;
  readonly isTrained: boolean;
  readonly isClean: boolean;
  readonly isReady: boolean;
}

/** How far to the title: mentees, training, a clean record. */
export function AmbassadorProgress({ progress, hasTitle }: { progress: Progress; hasTitle: boolean }) {
  const { ambassador: words } = useMessages(titlesArea).titles;
  const format = useFormat();
  const { reached, needed, tier, nextTier, isTrained, isClean, isReady } = progress;
  return (
    <Card title={words.progress} aside={tier > 0 ? <Pill tone="gold">{words.tier(tier)}</Pill> : null}>
      <div className="grid gap-4">
        <ProgressBar label={words.mentees} value={reached} goal={tier > 0 ? (nextTier ?? needed) : needed} />
        {tier > 0 && nextTier !== null ? (
          <p className="text-ink-soft">{words.next(format.number(nextTier))}</p>
        ) : null}
        <ul className="grid gap-2">
          <Condition isMet={isTrained}>{isTrained ? words.trained : words.untrained}</Condition>
          <Condition isMet={isClean}>{isClean ? words.clean : words.unclean}</Condition>
        </ul>
        {isReady && !hasTitle ? <Notice tone="success">{words.ready}</Notice> : null}
      </div>
    </Card>
  );
}

function Condition({ isMet, children }: { isMet: boolean; children: string }) {
  const Picture = isMet ? CircleCheck : CircleDashed;
  return (
    <li className="flex items-start gap-3">
      <Picture
        size="1.5em"
        aria-hidden
        className={isMet ? "mt-0.5 shrink-0 text-accent-ink" : "mt-0.5 shrink-0 text-ink-soft"}
      />
      <span>{children}</span>
    </li>
  );
}
